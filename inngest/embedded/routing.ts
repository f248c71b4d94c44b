import type { EngineContext } from "./context";
import { transaction } from "./database";
import type { FunctionDefinition } from "./definitions";
import { readKey } from "./key-expression";
import type { EngineEvent } from "./protocol";
import { createRuns, type NewRun } from "./runs";

const EVENTS_PER_BATCH = 100;

/** Turns events nobody has picked up into runs. Returns how many were routed. */
export function routeEvents(engine: EngineContext): Promise<number> {
  return transaction(engine.pool, async (tx) => {
    const { rows } = await tx.query(
      `select id, name, data, ts from job_events where routed_at is null
       order by created_at, id limit $1 for update skip locked`,
      [EVENTS_PER_BATCH],
    );
    if (rows.length === 0) return 0;
    const events: EngineEvent[] = rows.map((row) => ({ ...row, ts: row.ts.getTime() }) as EngineEvent);
    await createRuns(
      tx,
      events.flatMap((event) => runsFor(engine.definitions.values(), event)),
    );
    await tx.query("update job_events set routed_at = now() where id = any($1)", [
      events.map(({ id }) => id),
    ]);
    return rows.length;
  });
}

function runsFor(definitions: Iterable<FunctionDefinition>, event: EngineEvent): NewRun[] {
  return [...definitions]
    .filter(({ events }) =>
      events.some(
        ({ name, failuresOf }) =>
          name === event.name && (failuresOf === null || failuresOf === event.data.function_id),
      ),
    )
    .map((definition) => ({ definition, event, idempotencyKey: idempotencyKeyOf(definition, event) }));
}

/** Without the option, or without the field in the event, an event starts the function once: its id is the key. */
function idempotencyKeyOf(definition: FunctionDefinition, event: EngineEvent): string {
  const key = definition.idempotency === null ? null : readKey(definition.idempotency, event.data);
  return key === null ? `event:${event.id}` : `key:${key}`;
}
