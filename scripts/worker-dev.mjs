// The worker process with reload: bundled and started anew when a file it is made of changes.
import { spawn } from "node:child_process";
import { watchWorker } from "./build-workers.mjs";

const RESTART_MS = 1000;

let child;
let stopping = false;

function start() {
  child = spawn(process.execPath, ["dist/worker.mjs"], { stdio: "inherit" });
  child.once("exit", (code) => {
    // One that cannot start says why once a second, not as fast as it can.
    if (!stopping) setTimeout(() => !stopping && start(), code ? RESTART_MS : 0);
  });
}

const unwatchWorker = await watchWorker("worker", () => (child ? child.kill("SIGTERM") : start()));
// Its threads load the new code when they are next made; the worker makes them with the next start.
const unwatchRenderer = await watchWorker("render-worker", () => child?.kill("SIGTERM"));

async function stop() {
  if (stopping) return;
  stopping = true;
  child?.kill("SIGTERM");
  await Promise.all([unwatchWorker(), unwatchRenderer()]);
  if (child && child.exitCode === null) child.once("exit", () => process.exit(0));
  else process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM", "disconnect"]) process.on(signal, () => void stop());
