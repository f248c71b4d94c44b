import { type JobEvent, parseJobEvent } from "./events";

/** The one thing `enqueue` needs of a transaction; a Prisma transaction client fits. */
export type OutboxTransaction = {
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<number>;
};

/**
 * Writes events into the outbox table `job_events` inside the caller's transaction: they exist exactly when the
 * change that caused them is committed. A repeated id is ignored, so the caller may run twice.
 * The worker (embedded engine or relay to an Inngest server) is notified when the transaction commits.
 * Throws an Error when an event does not match the registry.
 */
export async function enqueue(tx: OutboxTransaction, events: JobEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = JSON.stringify(events.map(parseJobEvent));
  // One statement, so that a repeat that inserts nothing wakes nobody.
  await tx.$executeRaw`
    with inserted as (
      insert into job_events (id, name, data, ts)
      select e.id, e.name, e.data, now()
      from jsonb_to_recordset(${rows}::jsonb) as e(id text, name text, data jsonb)
      on conflict (id) do nothing
      returning 1)
    select pg_notify('job_events', '') from inserted limit 1`;
}
