import { Worker } from "node:worker_threads";
import type { FromWorker, ToWorker, WorkerData, WorkerFailure } from "@/lib/render/pool/protocol";
import type { RenderResult, RenderTask } from "@/lib/render/pool/tasks";

export type WorkerExit = { reason: "timeout" | "memory" } | { reason: "crashed"; message: string };

type Settings = { workerPath: string; memoryLimitMb: number; fontsFolder?: string | undefined };
type Events = { onReady: () => void; onExit: (exit: WorkerExit) => void };
type Callbacks = {
  onDone: (result: RenderResult | null) => void;
  onFailed: (failure: WorkerFailure) => void;
};

/** Smaller than V8's own choice: a tenth less memory for the whole process, at no cost that can be measured. */
const YOUNG_GENERATION_MB = 16;

/** One worker thread with at most one task, its clock and its end. */
export class RenderWorker {
  isReady = false;
  private readonly thread: Worker;
  private current: (Callbacks & { id: number; timer: NodeJS.Timeout }) | null = null;
  private lastId = 0;
  private hasEnded = false;

  constructor(
    settings: Settings,
    private readonly events: Events,
  ) {
    this.thread = new Worker(settings.workerPath, {
      name: "render",
      execArgv: [],
      // Drawing needs no secret of the process, and React's development build would be slower.
      env: { NODE_ENV: "production" },
      workerData: { fontsFolder: settings.fontsFolder } satisfies WorkerData,
      resourceLimits: {
        maxOldGenerationSizeMb: settings.memoryLimitMb,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      },
    });
    this.thread.on("message", (message: FromWorker) => this.onMessage(message));
    this.thread.on("error", (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      this.end(isMemory ? { reason: "memory" } : { reason: "crashed", message: error.message });
    });
    this.thread.on("exit", (code) =>
      this.end({ reason: "crashed", message: `the worker ended with code ${code}` }),
    );
  }

  run(task: RenderTask | null, timeoutMs: number, callbacks: Callbacks): void {
    const id = ++this.lastId;
    this.thread.ref();
    try {
      const message: ToWorker = task ? { type: "run", id, task } : { type: "warm-up", id };
      this.thread.postMessage(message);
    } catch (error) {
      // A task that is not plain data cannot cross to the thread.
      callbacks.onFailed({ message: error instanceof Error ? error.message : String(error) });
      return;
    }
    const timer = setTimeout(() => {
      this.end({ reason: "timeout" });
      void this.thread.terminate();
    }, timeoutMs);
    this.current = { id, timer, ...callbacks };
  }

  /** An idle worker does not keep the process alive. */
  rest(): void {
    this.thread.unref();
  }

  /** Ends the thread without telling `onExit`. */
  async stop(): Promise<void> {
    this.hasEnded = true;
    clearTimeout(this.current?.timer);
    await this.thread.terminate();
  }

  private onMessage(message: FromWorker): void {
    if (message.type === "ready") {
      this.isReady = true;
      this.events.onReady();
      return;
    }
    const current = this.current;
    if (!current || current.id !== message.id) return;
    clearTimeout(current.timer);
    this.current = null;
    if (message.type === "failed") current.onFailed(message.error);
    else current.onDone(message.result && withBuffer(message.result));
  }

  private end(exit: WorkerExit): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    clearTimeout(this.current?.timer);
    this.events.onExit(exit);
  }
}

/** A Buffer crosses between threads as a plain Uint8Array. */
function withBuffer(result: RenderResult): RenderResult {
  if (!("bytes" in result)) return result;
  const { buffer, byteOffset, byteLength } = result.bytes;
  return { ...result, bytes: Buffer.from(buffer, byteOffset, byteLength) };
}
