// The web process with hot reload: Next's development server as a child, ended when the launcher is gone.
import { spawn } from "node:child_process";
import { bin } from "./support/processes.mjs";

const { PORT = "3000", HOST = "127.0.0.1" } = process.env;
// By its name, because pages are opened by it: Next refuses its own reload messages to another origin.
const hostname = HOST === "127.0.0.1" ? "localhost" : HOST;
const child = spawn(process.execPath, [bin("next/dist/bin/next"), "dev", "-p", PORT, "-H", hostname], {
  stdio: ["ignore", "inherit", "inherit"],
});
const stop = () => child.kill("SIGTERM");
for (const signal of ["SIGINT", "SIGTERM", "disconnect"]) process.on(signal, stop);
child.once("exit", (code) => process.exit(code ?? 0));
