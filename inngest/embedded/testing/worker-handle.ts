import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const SCRIPT = new URL("./worker-process.ts", import.meta.url);

/** A worker process as the tests see it. */
export type WorkerHandle = {
  pid: number;
  signal(name: NodeJS.Signals): void;
  /** Closes the IPC channel, as if this process had died. */
  disconnect(): void;
  /** Waits until the worker printed this text, to standard output or error. */
  printed(text: string): Promise<void>;
  /** Waits for the end; the exit code, or null after a signal. */
  exited: Promise<number | null>;
};

/** Starts a worker with the contract functions and waits until its engine runs. */
export async function startWorker(databaseUrl: string, journalUrl: string): Promise<WorkerHandle> {
  const worker = startProcess(SCRIPT, [databaseUrl, journalUrl]);
  await worker.printed("ready");
  return worker;
}

/** Starts a TypeScript file in a process of its own, with an IPC channel as the launcher opens it. */
export function startProcess(script: URL, args: string[]): WorkerHandle {
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(script), ...args], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    pid: child.pid ?? 0,
    signal: (name) => void child.kill(name),
    disconnect: () => child.disconnect(),
    printed: readOutput(child, exited),
    exited,
  };
}

function readOutput(child: ChildProcess, exited: Promise<number | null>): (text: string) => Promise<void> {
  let output = "";
  const checks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += String(chunk);
      for (const check of checks) check();
    });
  }
  return (text) =>
    new Promise((resolve, reject) => {
      const check = () => {
        if (!output.includes(text)) return;
        checks.delete(check);
        resolve();
      };
      checks.add(check);
      check();
      void exited.then(() => reject(new Error(`The worker ended before it printed "${text}":\n${output}`)));
    });
}
