import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Worker processes of the product, of which any may be killed at any moment; another takes its place at once. */
export class WorkerFleet {
  kills = 0;
  readonly #workers: ChildProcess[] = [];
  readonly #env: NodeJS.ProcessEnv;
  #stopping = false;

  constructor(count: number, env: Record<string, string>) {
    this.#env = { ...process.env, LOG_LEVEL: "error", ...env };
    for (let index = 0; index < count; index += 1) this.#workers.push(this.#start());
  }

  #start(): ChildProcess {
    return spawn(process.execPath, ["dist/worker.mjs"], {
      env: this.#env,
      stdio: ["ignore", "ignore", "inherit"],
    });
  }

  /** SIGKILL: no handler runs, nothing is written, connections break. `choice` in [0, 1) says which worker. */
  kill(choice: number): void {
    const index = Math.floor(choice * this.#workers.length);
    const victim = this.#workers[index];
    if (this.#stopping || !victim?.kill("SIGKILL")) return;
    this.kills += 1;
    this.#workers[index] = this.#start();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(
      this.#workers.map(async (worker) => {
        if (worker.exitCode !== null || worker.signalCode !== null) return;
        const ended = once(worker, "exit");
        worker.kill("SIGTERM");
        await ended;
      }),
    );
  }
}
