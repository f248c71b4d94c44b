import { z } from "zod";

/**
 * The wire format between the Inngest SDK (4.x) and whoever runs it, as far as this engine speaks it.
 * `PROTOCOL.md` beside this file tells the conversation and the reasons.
 */

/** An address that cannot resolve: should a request ever slip past `client.ts`, it reaches nobody. */
export const EMBEDDED_ORIGIN = "http://inngest.embedded.invalid";

export const FUNCTION_FAILED_EVENT = "inngest/function.failed";
export const CRON_EVENT = "inngest/scheduled.timer";

/** The step id of a call that is to find out what comes next, rather than to run one planned step. */
export const DISCOVERY_STEP_ID = "step";

/** An event as functions see it; `ts` is milliseconds since 1970. */
export type EngineEvent = { id: string; name: string; data: Record<string, unknown>; ts: number };

/** Errors cross the wire as objects; the SDK adds fields of its own, which are kept. */
export type JobError = { name: string; message: string; stack?: string; [field: string]: unknown };

/** What is remembered of a finished step and handed back to the function on every later call. */
export type StepResult = { data: unknown } | { error: JobError };

/** What a function asks for: run this, remember that, wake me then. */
export const OpSchema = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});
export type Op = z.infer<typeof OpSchema>;

export const OpsSchema = z.union([z.array(OpSchema), OpSchema.transform((op) => [op])]);

/** One function in the SDK's answer to discovery. Options are judged in `definitions.ts`. */
export const FunctionConfigSchema = z.looseObject({
  id: z.string(),
  triggers: z.array(
    z.looseObject({
      event: z.string().optional(),
      cron: z.string().optional(),
      expression: z.string().optional(),
    }),
  ),
  steps: z.object({ step: z.object({ retries: z.object({ attempts: z.number() }).optional() }) }),
  idempotency: z.string().optional(),
  concurrency: z.unknown().optional(),
});
export type FunctionConfig = z.infer<typeof FunctionConfigSchema>;

export const DiscoverySchema = z.object({ functions: z.array(FunctionConfigSchema) });

/** The body of a checkpoint: steps that finished while the function is still running. */
export const CheckpointSchema = z.object({ qi_id: z.string(), steps: z.array(OpSchema) });
export type Checkpoint = z.infer<typeof CheckpointSchema>;

/** The body of a send. Only these fields exist in `job_events`; others are refused rather than lost. */
export const SentEventsSchema = z.array(
  z.strictObject({
    id: z.string().min(1).optional(),
    name: z.string().min(1),
    data: z.record(z.string(), z.unknown()).optional(),
    ts: z.number().optional(),
  }),
);

/** What one call of a function came to. */
export type CallOutcome =
  | { kind: "ops"; ops: Op[]; noRetry: boolean; retryAfterMs: number | null }
  | { kind: "error"; error: JobError; noRetry: boolean; retryAfterMs: number | null };

/** An error in the form of the wire, from whatever was thrown or sent. */
export function toJobError(value: unknown): JobError {
  if (value instanceof Error) {
    return { name: value.name, message: value.message, ...(value.stack ? { stack: value.stack } : {}) };
  }
  if (typeof value !== "object" || value === null) return { name: "Error", message: String(value) };
  const fields = value as Record<string, unknown>;
  return {
    ...fields,
    name: typeof fields.name === "string" ? fields.name : "Error",
    message: String(fields.message ?? fields.error ?? "The function failed without a message."),
  };
}
