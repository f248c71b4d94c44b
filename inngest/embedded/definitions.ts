import { z } from "zod";
import { type CronTrigger, parseCron } from "./cron";
import { type KeyPath, parseKeyExpression } from "./key-expression";
import { FUNCTION_FAILED_EVENT, type FunctionConfig } from "./protocol";
import { findUnsupportedOptions, refusal } from "./unsupported";

/** Attempts beyond the first when a function does not say; the SDK's documented default. */
const DEFAULT_RETRIES = 3;

export type EventTrigger = {
  name: string;
  /** Only failures of this function: how the SDK writes `onFailure`. */
  failuresOf: string | null;
};

export type ConcurrencyLimit = { limit: number; key: KeyPath | null };

/** A function as the engine runs it, every option understood. */
export type FunctionDefinition = {
  id: string;
  events: EventTrigger[];
  crons: CronTrigger[];
  concurrency: ConcurrencyLimit[];
  idempotency: KeyPath | null;
  maxAttempts: number;
};

const ConcurrencySchema = z
  .union([
    z.number(),
    z.object({ limit: z.number(), key: z.string().optional(), scope: z.string().optional() }),
    z.array(z.object({ limit: z.number(), key: z.string().optional(), scope: z.string().optional() })),
  ])
  .transform((value) =>
    typeof value === "number" ? [{ limit: value, key: undefined, scope: undefined }] : [value].flat(),
  );

/**
 * Turns the SDK's function list into definitions.
 * Throws one Error that lists everything the engine does not support, with what to do about each.
 */
export function readDefinitions(configs: FunctionConfig[]): Map<string, FunctionDefinition> {
  const problems: string[] = [];
  const definitions = configs.map((config) => readDefinition(config, problems));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return new Map(definitions.map((definition) => [definition.id, definition]));
}

function readDefinition(config: FunctionConfig, problems: string[]): FunctionDefinition {
  problems.push(...findUnsupportedOptions(config));
  const definition = {
    id: config.id,
    ...readTriggers(config, problems),
    concurrency: readConcurrency(config, problems),
    idempotency: readKeyOption(config, "idempotency", config.idempotency, problems),
    maxAttempts: (config.steps.step.retries?.attempts ?? DEFAULT_RETRIES) + 1,
  };
  if (definition.events.length === 0 && definition.crons.length === 0) {
    problems.push(
      `The function "${config.id}" has no trigger, so the embedded job engine would never run it. Give it an event or a cron.`,
    );
  }
  return definition;
}

function readTriggers(config: FunctionConfig, problems: string[]) {
  const events: EventTrigger[] = [];
  const crons: CronTrigger[] = [];
  for (const trigger of config.triggers) {
    if (trigger.jitter !== undefined) {
      problems.push(
        refusal(config.id, "jitter on a cron", "Spread the work inside the function with step.sleep."),
      );
    }
    if (trigger.cron !== undefined) {
      try {
        crons.push(parseCron(trigger.cron));
      } catch (error) {
        problems.push(
          `The function "${config.id}": ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      continue;
    }
    if (trigger.event === undefined) continue;
    if (trigger.event.includes("*")) {
      problems.push(
        refusal(config.id, `the wildcard event "${trigger.event}"`, "List the events one by one."),
      );
    }
    const failuresOf = readFailureSource(trigger);
    if (trigger.expression !== undefined && failuresOf === null) {
      problems.push(
        refusal(
          config.id,
          'an "if" on a trigger',
          "Test the event at the start of the function, and return early.",
        ),
      );
    }
    events.push({ name: trigger.event, failuresOf });
  }
  return { events, crons };
}

/** `onFailure` arrives as a second function, triggered by the failure event with exactly this expression. */
function readFailureSource(trigger: FunctionConfig["triggers"][number]): string | null {
  if (trigger.event !== FUNCTION_FAILED_EVENT) return null;
  return /^event\.data\.function_id == '([^']+)'$/.exec(trigger.expression ?? "")?.[1] ?? null;
}

function readConcurrency(config: FunctionConfig, problems: string[]): ConcurrencyLimit[] {
  if (config.concurrency === undefined) return [];
  const parsed = ConcurrencySchema.safeParse(config.concurrency);
  if (!parsed.success) {
    problems.push(
      refusal(
        config.id,
        "a form of concurrency that is not known",
        "Write { limit, key } or a list of these.",
      ),
    );
    return [];
  }
  return parsed.data.map(({ limit, key, scope }) => {
    if (scope !== undefined && scope !== "fn") {
      problems.push(
        refusal(config.id, `concurrency with the scope "${scope}"`, 'Leave the scope away, or write "fn".'),
      );
    }
    if (!Number.isInteger(limit) || limit < 1) {
      problems.push(
        `The function "${config.id}" has the concurrency limit ${limit}. Write a whole number from 1.`,
      );
    }
    return { limit, key: readKeyOption(config, "concurrency", key, problems) };
  });
}

function readKeyOption(
  config: FunctionConfig,
  option: string,
  expression: string | undefined,
  problems: string[],
): KeyPath | null {
  if (expression === undefined) return null;
  const path = parseKeyExpression(expression);
  if (path === null) {
    problems.push(
      refusal(
        config.id,
        `the ${option} key "${expression}"`,
        'Name one field of the event, for example "event.data.workspaceId"; put a combined key into the event when it is sent.',
      ),
    );
  }
  return path;
}
