import type { Inngest } from "inngest";
import { log } from "@/lib/log";
import { createAlarm } from "./embedded/alarm";
import { createJobsPool, EVENTS_CHANNEL, transaction } from "./embedded/database";
import { listen } from "./embedded/listener";

const EVENTS_PER_SEND = 100;
const POLL_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Rows stay locked while the server answers; longer than the SDK's own retries of a send take. */
const SEND_TRANSACTION_MS = 60_000;

/**
 * With an Inngest server: hands the events of the outbox over to it, oldest first. An event is marked only after
 * the server took it, so a crash in between sends it again under the same id, which the server ignores.
 */
export async function startRelay(options: {
  client: Inngest.Any;
  databaseUrl: string;
}): Promise<{ stop: () => Promise<void> }> {
  const pool = createJobsPool(options.databaseUrl, {
    max: 2,
    idleInTransactionMs: SEND_TRANSACTION_MS,
    onError: (error) => log.warn("A database connection of the event relay broke.", {}, error),
  });

  const sendBatch = () =>
    transaction(pool, async (tx) => {
      const { rows } = await tx.query(
        `select id, name, data, ts from job_events where routed_at is null
         order by created_at, id limit $1 for update skip locked`,
        [EVENTS_PER_SEND],
      );
      if (rows.length === 0) return 0;
      await options.client.send(
        rows.map((row) => ({ id: row.id, name: row.name, data: row.data, ts: row.ts.getTime() })),
      );
      await tx.query("update job_events set routed_at = now() where id = any($1)", [
        rows.map(({ id }) => id),
      ]);
      return rows.length;
    });

  let stopping = false;
  const alarm = createAlarm();
  const listener = listen(options.databaseUrl, [EVENTS_CHANNEL], {
    onNotify: alarm.ring,
    onError: (error) =>
      log.warn("Notifications are interrupted; the event relay polls meanwhile.", {}, error),
  });

  const loop = async () => {
    let failures = 0;
    while (!stopping) {
      try {
        if ((await sendBatch()) === EVENTS_PER_SEND) continue;
        failures = 0;
      } catch (error) {
        failures += 1;
        log.error(
          "Events could not be handed to the Inngest server; they are kept and sent again.",
          {},
          error,
        );
      }
      await alarm.wait(Math.min(POLL_MS * 2 ** failures, LONGEST_PAUSE_MS));
    }
  };
  const running = loop();

  return {
    async stop() {
      stopping = true;
      alarm.ring();
      await running;
      await listener.close();
      await pool.end();
    },
  };
}
