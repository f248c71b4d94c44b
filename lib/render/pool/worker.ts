import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "@/lib/errors";
import { setFontsFolder } from "@/lib/render/fonts/stand-ins";
import type { FromWorker, ToWorker, WorkerData, WorkerFailure } from "@/lib/render/pool/protocol";
import { runTask } from "@/lib/render/pool/run-task";
import { warmUpDocument } from "@/lib/render/pool/warm-up-document";

/** Entry of the render worker, built to its own bundle. One task at a time; the pool keeps the queue. */
const port = parentPort;
if (!port) throw new Error("The render worker runs only as a worker thread.");

setFontsFolder((workerData as WorkerData).fontsFolder);

const send = (message: FromWorker): void => port.postMessage(message);

port.on("message", (message: ToWorker) => {
  void handle(message).then(send, (error: unknown) =>
    send({ type: "failed", id: message.id, error: toFailure(error) }),
  );
});
send({ type: "ready" });

async function handle(message: ToWorker): Promise<FromWorker> {
  if (message.type === "warm-up") {
    // The first document pays for parsing fonts and for compiling the layout code: better now than on a person's time.
    await runTask({ kind: "document", format: "PDF", document: warmUpDocument() });
    return { type: "done", id: message.id, result: null };
  }
  return { type: "done", id: message.id, result: await runTask(message.task) };
}

function toFailure(error: unknown): WorkerFailure {
  if (error instanceof AppError) return { code: error.code, message: error.message, stack: error.stack };
  if (error instanceof Error) return { message: error.message, stack: error.stack };
  return { message: String(error) };
}
