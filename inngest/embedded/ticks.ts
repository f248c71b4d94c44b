import type { EngineContext } from "./context";
import { type Connection, transaction } from "./database";
import { nextTick, type CronTrigger } from "./cron";
import type { FunctionDefinition } from "./definitions";
import { CRON_EVENT } from "./protocol";
import { createRuns } from "./runs";

type KnownCron = { definition: FunctionDefinition; trigger: CronTrigger };

function knownCrons(definitions: Map<string, FunctionDefinition>): KnownCron[] {
  return [...definitions.values()].flatMap((definition) =>
    definition.crons.map((trigger) => ({ definition, trigger })),
  );
}

/** Brings `job_crons` in line with the functions: new crons get their first tick, removed ones disappear. */
export async function registerCrons(engine: EngineContext): Promise<void> {
  await transaction(engine.pool, async (tx) => {
    const crons = knownCrons(engine.definitions);
    const now = await databaseNow(tx);
    for (const { definition, trigger } of crons) {
      await tx.query(
        `insert into job_crons (function_id, cron, next_at) values ($1, $2, $3)
         on conflict (function_id, cron) do nothing`,
        [definition.id, trigger.source, nextTick(trigger, now) ?? "infinity"],
      );
    }
    await tx.query(
      `delete from job_crons c where not exists (
         select 1 from unnest($1::text[], $2::text[]) as known(function_id, cron)
         where known.function_id = c.function_id and known.cron = c.cron)
       and starts_with(c.function_id, $3)`,
      [
        crons.map(({ definition }) => definition.id),
        crons.map(({ trigger }) => trigger.source),
        `${engine.appId}-`,
      ],
    );
  });
}

/**
 * Starts the runs of crons whose time has come, and writes the next time in the same transaction. After a pause
 * one run starts per cron, for the tick that was missed first; the others of that time are not made up for.
 * Returns how many ticked.
 */
export function tickCrons(engine: EngineContext): Promise<number> {
  return transaction(engine.pool, async (tx) => {
    const { rows } = await tx.query(
      "select function_id, cron, next_at, now() as now from job_crons where next_at <= now() for update skip locked",
    );
    let ticked = 0;
    for (const row of rows) {
      const known = knownCrons(engine.definitions).find(
        ({ definition, trigger }) => definition.id === row.function_id && trigger.source === row.cron,
      );
      // A newer worker knows it; its row is left for that one.
      if (known === undefined) continue;
      const tickedAt: Date = row.next_at;
      const id = `cron:${row.function_id}:${row.cron}:${tickedAt.toISOString()}`;
      const event = { id, name: CRON_EVENT, ts: tickedAt.getTime(), data: { cron: row.cron } };
      await createRuns(tx, [{ definition: known.definition, event, idempotencyKey: id }]);
      await tx.query("update job_crons set next_at = $3 where function_id = $1 and cron = $2", [
        row.function_id,
        row.cron,
        nextTick(known.trigger, row.now) ?? "infinity",
      ]);
      ticked += 1;
    }
    return ticked;
  });
}

async function databaseNow(tx: Connection): Promise<Date> {
  const { rows } = await tx.query("select now() as now");
  return rows[0]?.now;
}
