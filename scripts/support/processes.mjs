// Child processes that never outlive us, and that are stopped in order.
import { spawn } from "node:child_process";
import path from "node:path";

const STOP_LIMIT_MS = 10_000;
const children = new Set();

export const bin = (...parts) => path.resolve("node_modules", ...parts);

/** Runs a command to its end; rejects with its name when it fails. `quiet` keeps its output for that case only. */
export function run(command, args, { env = process.env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env,
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32" && command === "npm",
    });
    children.add(child);
    const output = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk) => output.push(String(chunk)));
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      children.delete(child);
      if (code === 0) return resolve(output.join(""));
      if (output.length > 0) process.stderr.write(output.join(""));
      reject(
        new Error(
          `${path.basename(command)} ${args.map((arg) => path.basename(arg)).join(" ")} failed (${signal ?? code})`,
        ),
      );
    });
  });
}

export const node = (file, args = [], options = {}) => run(process.execPath, [file, ...args], options);

/** npm as it was called, so that the same version installs. */
export const npm = (args, options) =>
  process.env.npm_execpath ? node(process.env.npm_execpath, args, options) : run("npm", args, options);

/**
 * Starts a long-lived child. The IPC channel closes when we die, however that happens, and the child leaves
 * then; detached, because a terminal's Ctrl-C is handled once, here, and passed on in order.
 */
export function start(file, args, { env, onExit, output = "inherit" }) {
  const child = spawn(process.execPath, [file, ...args], {
    env,
    stdio: ["ignore", output, output, "ipc"],
    detached: process.platform !== "win32",
  });
  children.add(child);
  child.once("exit", (code, signal) => {
    children.delete(child);
    onExit(signal ?? code);
  });
  return child;
}

/** Asks every child to stop, waits, and ends the ones that do not. */
export async function stopAll() {
  const ended = [...children].map((child) => new Promise((resolve) => child.once("exit", resolve)));
  for (const child of children) child.kill("SIGTERM");
  const timer = setTimeout(() => {
    for (const child of children) child.kill("SIGKILL");
  }, STOP_LIMIT_MS);
  await Promise.all(ended);
  clearTimeout(timer);
}

/** Calls `stop(why)` once: at a signal, and when npm, which does not pass signals on, is gone. */
export function onStopSignal(stop) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop("npm has ended"), 250).unref();
}
