/**
 * The worker process: runs the background work of the product, and nothing else. As many as wanted may run.
 * Ends in order on SIGTERM, SIGINT, and when the launcher that holds the other end of its IPC channel is gone.
 */
import { hostname } from "node:os";
import { ulid } from "ulid";
import { env } from "@/lib/env";
import { startHeartbeat } from "@/lib/jobs/heartbeat";
import { log } from "@/lib/log";
import { closeClient, embeddedTransport, inngest } from "./client";
import { createJobsPool } from "./embedded/database";
import { startEngine } from "./embedded/engine";
import { functions } from "./functions";
import { startRelay } from "./relay";

/** Starts whichever part runs the functions here: the engine itself, or the relay to an Inngest server. */
async function startRunner(databaseUrl: string): Promise<{ stop: () => Promise<void> }> {
  if (embeddedTransport === null) return startRelay({ client: inngest, databaseUrl });
  return startEngine({ client: inngest, transport: embeddedTransport, functions, databaseUrl });
}

async function main(): Promise<void> {
  const { appDatabaseUrl, inngest: settings } = env();
  const worker = { id: `worker-${ulid()}`, host: hostname(), pid: process.pid };
  const pool = createJobsPool(appDatabaseUrl, {
    max: 1,
    onError: (error) => log.warn("The database connection of the heartbeat broke.", {}, error),
  });
  const runner = await startRunner(appDatabaseUrl);
  const heartbeat = await startHeartbeat(pool, worker, (error) =>
    log.warn("The heartbeat could not be written.", {}, error),
  );
  log.info("The worker started.", { workerId: worker.id, mode: settings.mode, functions: functions.length });

  let stopping = false;
  const stop = async (reason: string) => {
    if (stopping) return;
    stopping = true;
    try {
      await runner.stop();
      await heartbeat.stop();
      await closeClient();
      await pool.end();
    } catch (error) {
      log.error("The worker did not stop cleanly.", { workerId: worker.id }, error);
    }
    log.info("The worker stopped.", { workerId: worker.id, reason });
    process.exit(0);
  };
  process.once("SIGTERM", () => void stop("SIGTERM"));
  process.once("SIGINT", () => void stop("SIGINT"));
  process.once("disconnect", () => void stop("disconnect"));
}

main().catch((error) => {
  log.error("The worker could not start.", {}, error);
  process.exit(1);
});
