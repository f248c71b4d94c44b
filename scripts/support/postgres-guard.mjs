// PostgreSQL's parent process. When the launcher's end of stdin closes, however it ended (also by SIGKILL),
// the server is stopped: no orphan stays behind.
import { spawn } from "node:child_process";

const [binary, ...args] = process.argv.slice(2);
const ids = JSON.parse(process.env.GUARD_IDS ?? "{}");
const server = spawn(binary, args, { ...ids, stdio: ["ignore", "inherit", "inherit"] });
let stopping = false;

function stop() {
  if (stopping) return;
  stopping = true;
  server.kill("SIGINT"); // PostgreSQL's fast shutdown: roll back, checkpoint, exit.
  setTimeout(() => server.kill("SIGQUIT"), 15_000).unref();
}

process.stdin.resume();
process.stdin.on("end", stop);
process.stdin.on("error", stop);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});
server.on("error", (error) => {
  console.error(error);
  process.exit(1);
});
server.on("exit", (code) => process.exit(code ?? 1));
