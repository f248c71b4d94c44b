import type { ErrorCode } from "@/lib/errors";
import type { RenderResult, RenderTask } from "@/lib/render/pool/tasks";

/** What a worker is told when it starts. */
export type WorkerData = { fontsFolder: string | undefined };

/** What the pool and its workers say to each other. */
export type ToWorker = { type: "run"; id: number; task: RenderTask } | { type: "warm-up"; id: number };

export type FromWorker =
  | { type: "ready" }
  | { type: "done"; id: number; result: RenderResult | null }
  | { type: "failed"; id: number; error: WorkerFailure };

/** `code` is set when the renderer threw an AppError, whose message is meant for people. */
export type WorkerFailure = { code?: ErrorCode; message: string; stack?: string };
