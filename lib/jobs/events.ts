import { z } from "zod";

/**
 * Every event the product may enqueue, with the shape of its data. The registry is closed: a new event is a
 * new line here, and `enqueue` refuses any other name or shape before it reaches the database.
 */
export const JOB_EVENT_SCHEMAS = {
  "report/execution.requested": z.strictObject({
    workspaceId: z.string().min(1),
    executionId: z.string().min(1),
  }),
  "report/delivery.requested": z.strictObject({
    workspaceId: z.string().min(1),
    deliveryId: z.string().min(1),
  }),
  "data/file-load.requested": z.strictObject({
    workspaceId: z.string().min(1),
    loadId: z.string().min(1),
  }),
  "data/export.requested": z.strictObject({
    workspaceId: z.string().min(1),
    exportId: z.string().min(1),
  }),
} as const satisfies Record<`${string}/${string}`, z.ZodObject>;

export type JobEventName = keyof typeof JOB_EVENT_SCHEMAS;

export type JobEventData<Name extends JobEventName> = z.infer<(typeof JOB_EVENT_SCHEMAS)[Name]>;

/** One event to enqueue. The id is chosen by the caller and deterministic: the same id twice is one event. */
export type JobEvent = {
  [Name in JobEventName]: { id: string; name: Name; data: JobEventData<Name> };
}[JobEventName];

/**
 * Checks name, id and data of an event against the registry.
 * Throws an Error that names the event and the field: a wrong event is a mistake in the calling code, not input.
 */
export function parseJobEvent(event: JobEvent): JobEvent {
  if (!Object.hasOwn(JOB_EVENT_SCHEMAS, event.name)) {
    throw new Error(
      `"${event.name}" is not a job event. Add it with its data schema to JOB_EVENT_SCHEMAS in lib/jobs/events.ts.`,
    );
  }
  if (event.id.length === 0) {
    throw new Error(`The job event "${event.name}" needs an id, for example "execution:<executionId>".`);
  }
  const parsed = JOB_EVENT_SCHEMAS[event.name].safeParse(event.data);
  if (!parsed.success) {
    throw new Error(`The data of the job event "${event.name}" is wrong: ${z.prettifyError(parsed.error)}`);
  }
  return event;
}
