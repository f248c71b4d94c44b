import { hostname } from "node:os";
import type { InngestFunction } from "inngest";
import { ulid } from "ulid";
import { env } from "@/lib/env";
import { startHeartbeat } from "@/lib/jobs";
import { log } from "@/lib/log";
import { settleRuns } from "@/lib/queries";
import { closeClient, embeddedTransport, inngest } from "./client";
import { createJobsPool } from "./embedded/database";
import { startEngine } from "./embedded/engine";
import { startRelay } from "./relay";

/** Whichever part runs the functions: the engine in this process, or the relay to an Inngest server. */
async function startRunner(
  functions: InngestFunction.Any[],
  databaseUrl: string,
): Promise<{ stop: () => Promise<void> }> {
  if (embeddedTransport === null) return startRelay({ client: inngest, databaseUrl });
  return startEngine({ client: inngest, transport: embeddedTransport, functions, databaseUrl });
}

/**
 * Makes this process a worker, until SIGTERM, SIGINT, or the end of the launcher on the other side of its IPC
 * channel. Ends the process: with 0 after a stop in order, with 1 when it could not start or stop.
 */
export async function runWorker(functions: InngestFunction.Any[]): Promise<void> {
  const { appDatabaseUrl, inngest: settings } = env();
  const worker = { id: `worker-${ulid()}`, host: hostname(), pid: process.pid };
  const pool = createJobsPool(appDatabaseUrl, {
    max: 1,
    onError: (error) => log.warn("The database connection of the heartbeat broke.", {}, error),
  });
  try {
    const runner = await startRunner(functions, appDatabaseUrl);
    const heartbeat = await startHeartbeat(pool, worker, (error) =>
      log.warn("The heartbeat could not be written.", {}, error),
    );
    stopOnRequest(worker.id, [
      () => runner.stop(),
      settleRuns,
      () => heartbeat.stop(),
      closeClient,
      () => pool.end(),
    ]);
  } catch (error) {
    log.error("The worker could not start.", { workerId: worker.id }, error);
    process.exit(1);
  }
  log.info("The worker started.", {
    workerId: worker.id,
    mode: settings.mode,
    functions: functions.length,
  });
}

function stopOnRequest(workerId: string, parts: (() => Promise<void>)[]): void {
  let stopping = false;
  const stop = async (reason: string) => {
    if (stopping) return;
    stopping = true;
    try {
      for (const part of parts) await part();
    } catch (error) {
      log.error("The worker did not stop in order.", { workerId, reason }, error);
      process.exit(1);
    }
    log.info("The worker stopped.", { workerId, reason });
    process.exit(0);
  };
  process.once("SIGTERM", () => void stop("SIGTERM"));
  process.once("SIGINT", () => void stop("SIGINT"));
  process.once("disconnect", () => void stop("disconnect"));
  // The launcher may have gone while this process was starting.
  if (process.send !== undefined && !process.connected) void stop("disconnect");
}
