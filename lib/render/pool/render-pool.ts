import os from "node:os";
import path from "node:path";
import { AppError } from "@/lib/errors";
import { describeTask, type RenderResult, type RenderTask } from "@/lib/render/pool/tasks";
import type { WorkerFailure } from "@/lib/render/pool/protocol";
import { RenderWorker, type WorkerExit } from "@/lib/render/pool/render-worker";

export type RenderPoolOptions = {
  /** The built bundle of `lib/render/pool/worker.ts`. */
  workerPath?: string;
  /** Threads; each draws one document at a time. Default: half the cores, at least one. */
  size?: number;
  timeoutMs?: number;
  memoryLimitMb?: number;
  /** Fonts of the operator's, for letters that those of the packages lack. */
  fontsFolder?: string;
};

type Settings = Required<Omit<RenderPoolOptions, "fontsFolder">> & Pick<RenderPoolOptions, "fontsFolder">;

export type RunOptions = {
  /** Time for this task once it begins, waiting not counted. */
  timeoutMs?: number;
  /** Aborting takes the task out of the queue, or stops its worker. */
  signal?: AbortSignal;
};

type Job = {
  /** null warms the worker up. */
  task: RenderTask | null;
  timeoutMs: number;
  settle: (outcome: { result: RenderResult | null } | { error: AppError }) => void;
};

/** Ignored by the bundler: the path is looked up when the program runs, from where it runs. */
const DEFAULT_WORKER_PATH = path.join(/* turbopackIgnore: true */ process.cwd(), "dist/render-worker.mjs");

/**
 * Worker threads that draw documents away from the thread that answers requests. A task that exceeds its time
 * or memory has its worker ended and replaced; only that task fails, with `render_failed`.
 */
export class RenderPool {
  private readonly options: Settings;
  private readonly queue: Job[] = [];
  private readonly workers = new Map<RenderWorker, Job | null>();
  private isClosed = false;

  constructor(options: RenderPoolOptions = {}) {
    this.options = {
      workerPath: options.workerPath ?? DEFAULT_WORKER_PATH,
      size: options.size ?? Math.max(1, Math.floor(os.availableParallelism() / 2)),
      timeoutMs: options.timeoutMs ?? 60_000,
      memoryLimitMb: options.memoryLimitMb ?? 768,
      fontsFolder: options.fontsFolder,
    };
  }

  /** Throws `render_failed` on a breach of a limit or a fault in drawing, `cancelled` when aborted or closed. */
  async run<Task extends RenderTask>(task: Task, options: RunOptions = {}): Promise<RenderResult<Task>> {
    return (await this.enqueue(task, options)) as RenderResult<Task>;
  }

  /** Starts the workers and lets each draw a small document, so that the first real one is quick. */
  async warmUp(): Promise<void> {
    const missing = this.options.size - this.workers.size;
    await Promise.all(Array.from({ length: Math.max(0, missing) }, () => this.enqueue(null, {})));
  }

  /** Ends the workers. Waiting and running tasks fail with `cancelled`. */
  async close(): Promise<void> {
    this.isClosed = true;
    const error = new AppError("cancelled", "The renderer was shut down.");
    for (const job of this.queue.splice(0)) job.settle({ error });
    for (const job of this.workers.values()) job?.settle({ error });
    await Promise.all([...this.workers.keys()].map((worker) => worker.stop()));
    this.workers.clear();
  }

  private enqueue(task: RenderTask | null, { timeoutMs, signal }: RunOptions): Promise<RenderResult | null> {
    if (this.isClosed) return Promise.reject(new AppError("cancelled", "The renderer was shut down."));
    if (signal?.aborted) return Promise.reject(cancelled());
    return new Promise((resolve, reject) => {
      const onAbort = () => this.abort(job);
      const job: Job = {
        task,
        timeoutMs: timeoutMs ?? this.options.timeoutMs,
        settle: (outcome) => {
          signal?.removeEventListener("abort", onAbort);
          if ("error" in outcome) reject(outcome.error);
          else resolve(outcome.result);
        },
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      this.queue.push(job);
      this.pump();
    });
  }

  /** Gives waiting jobs to idle workers, and starts workers while there are too few. */
  private pump(): void {
    for (const [worker, current] of this.workers) {
      if (current || !worker.isReady) continue;
      const job = this.queue.shift();
      if (job) this.dispatch(worker, job);
      else worker.rest();
    }
    const starting = [...this.workers.keys()].filter((worker) => !worker.isReady).length;
    const wanted = Math.min(this.queue.length - starting, this.options.size - this.workers.size);
    for (let count = 0; count < wanted; count++) this.startWorker();
  }

  private startWorker(): void {
    const worker = new RenderWorker(this.options, {
      onReady: () => this.pump(),
      onExit: (exit) => this.onExit(worker, exit),
    });
    this.workers.set(worker, null);
  }

  private dispatch(worker: RenderWorker, job: Job): void {
    this.workers.set(worker, job);
    const done = (outcome: Parameters<Job["settle"]>[0]) => {
      this.workers.set(worker, null);
      job.settle(outcome);
      this.pump();
    };
    worker.run(job.task, job.timeoutMs, {
      onDone: (result) => done({ result }),
      onFailed: (failure) => done({ error: failureError(job.task, failure) }),
    });
  }

  private onExit(worker: RenderWorker, exit: WorkerExit): void {
    const job = this.workers.get(worker);
    this.workers.delete(worker);
    if (job) job.settle({ error: exitError(job, exit, this.options) });
    // A worker that cannot even start would be started for ever: everybody waiting is told instead.
    else if (!worker.isReady) {
      const error = new AppError("render_failed", startFailure(exit, this.options));
      for (const waiting of this.queue.splice(0)) waiting.settle({ error });
    }
    if (!this.isClosed) this.pump();
  }

  private abort(job: Job): void {
    const position = this.queue.indexOf(job);
    if (position >= 0) this.queue.splice(position, 1);
    for (const [worker, current] of this.workers) {
      if (current !== job) continue;
      this.workers.delete(worker);
      void worker.stop();
    }
    job.settle({ error: cancelled() });
    this.pump();
  }
}

function cancelled(): AppError {
  return new AppError("cancelled", "The rendering was cancelled.");
}

function failureError(task: RenderTask | null, failure: WorkerFailure): AppError {
  const cause = { message: failure.message, stack: failure.stack };
  if (failure.code) return new AppError(failure.code, failure.message, {}, { cause });
  return new AppError(
    "render_failed",
    `${subjectOf(task)} could not be made: ${failure.message}`,
    {},
    { cause },
  );
}

function exitError(job: Job, exit: WorkerExit, { memoryLimitMb }: Settings): AppError {
  const subject = subjectOf(job.task);
  const advice = "Narrow the period, lower the row limits or split it in two.";
  switch (exit.reason) {
    case "timeout":
      return new AppError(
        "render_failed",
        `${subject} took longer than ${job.timeoutMs / 1000} s and was stopped. ${advice}`,
      );
    case "memory":
      return new AppError(
        "render_failed",
        `${subject} needed more than ${memoryLimitMb} MB of memory and was stopped. ${advice}`,
      );
    case "crashed":
      return new AppError("render_failed", `${subject} could not be made: ${exit.message}`);
  }
}

function startFailure(exit: WorkerExit, { workerPath, memoryLimitMb }: Settings): string {
  const reason =
    exit.reason === "crashed" ? exit.message : `it needs more than ${memoryLimitMb} MB of memory`;
  return `The render worker ${workerPath} could not start: ${reason}. Build it with "npm run build" and try again.`;
}

function subjectOf(task: RenderTask | null): string {
  return task ? describeTask(task) : "The warm-up document";
}
