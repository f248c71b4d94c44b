import { type Connection, EVENTS_CHANNEL, toJsonb } from "./database";

/** An event on its way into `job_events`; without `ts` (milliseconds since 1970) it happens now. */
export type NewEvent = { id: string; name: string; data: Record<string, unknown>; ts?: number };

/** Stores events for routing, in one statement. An id that exists already is ignored. */
export async function insertEvents(connection: Connection, events: NewEvent[]): Promise<void> {
  await connection.query(
    `with inserted as (
       insert into job_events (id, name, data, ts)
       select e.id, e.name, e.data, coalesce(to_timestamp(e.ts / 1000.0), now())
       from jsonb_to_recordset($1::jsonb) as e(id text, name text, data jsonb, ts float8)
       on conflict (id) do nothing returning 1)
     select pg_notify('${EVENTS_CHANNEL}', '') from inserted limit 1`,
    [toJsonb(events)],
  );
}
