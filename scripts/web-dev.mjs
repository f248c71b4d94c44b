// The web process with hot reload: Next's development server as a child, ended when the launcher is gone.
import { spawn } from "node:child_process";
import { bin } from "./support/processes.mjs";

const child = spawn(process.execPath, [bin("next/dist/bin/next"), "dev", "-p", process.env.PORT ?? "3000"], {
  stdio: ["ignore", "inherit", "inherit"],
});
const stop = () => child.kill("SIGTERM");
for (const signal of ["SIGINT", "SIGTERM", "disconnect"]) process.on(signal, stop);
child.once("exit", (code) => process.exit(code ?? 0));
