import type { FunctionConfig } from "./protocol";

/**
 * Options of Inngest functions this engine does not implement, by the name they have in the SDK's answer to
 * discovery, with what to write instead. They are refused at start: an ignored limit would be worse than none.
 */
const UNSUPPORTED_OPTIONS: Record<string, { option: string; instead: string }> = {
  batchEvents: {
    option: "batchEvents",
    instead:
      "Handle one event per run, or collect rows in a table and work through them from a cron function.",
  },
  rateLimit: {
    option: "rateLimit",
    instead: "Count in the database inside a step, and return early when the limit is reached.",
  },
  throttle: { option: "throttle", instead: "Use concurrency with a key, and step.sleep between the parts." },
  debounce: {
    option: "debounce",
    instead: "Write the newest wish to a row, and work it off from a cron function.",
  },
  singleton: { option: "singleton", instead: "Use concurrency: { limit: 1, key } or idempotency." },
  priority: {
    option: "priority",
    instead: "Tasks run in the order they become due. Split urgent work into a function of its own.",
  },
  timeouts: {
    option: "timeouts",
    instead: "Pass an AbortSignal with a time limit to the work inside the step.",
  },
  cancel: {
    option: "cancelOn",
    instead: "Read the state of the row at the start of each step, and return early.",
  },
};

/** One sentence per unsupported option the function uses. */
export function findUnsupportedOptions(config: FunctionConfig): string[] {
  return Object.entries(UNSUPPORTED_OPTIONS)
    .filter(([field]) => config[field] !== undefined)
    .map(([, { option, instead }]) => refusal(config.id, option, instead));
}

/** What a function does in a step that this engine cannot do, by op code. Found when it runs, not before. */
const UNSUPPORTED_STEPS: Record<string, { step: string; instead: string }> = {
  WaitForEvent: {
    step: "step.waitForEvent",
    instead: "Start a second function on that event, and read the state both share from the database.",
  },
  WaitForSignal: { step: "step.waitForSignal", instead: "Start a second function on an event." },
  InvokeFunction: {
    step: "step.invoke",
    instead: "Call the shared code inside step.run, or send an event with step.sendEvent.",
  },
  AIGateway: { step: "step.ai", instead: "Call the model inside step.run." },
  Gateway: { step: "step.fetch", instead: "Call fetch inside step.run." },
};

/** The sentence a run fails with when it asks for a step of this kind. */
export function describeUnsupportedStep(functionId: string, opCode: string): string {
  const known = UNSUPPORTED_STEPS[opCode];
  return refusal(functionId, known?.step ?? `the operation ${opCode}`, known?.instead ?? "Use step.run.");
}

/** The wording of every refusal: which function, which option, what to do. */
export function refusal(functionId: string, what: string, instead: string): string {
  return `The function "${functionId}" uses ${what}, which the embedded job engine does not support. ${instead}`;
}
