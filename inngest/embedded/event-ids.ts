import { createHash } from "node:crypto";
import { getAsyncCtx } from "inngest/experimental";
import { ulid } from "ulid";

/** How many sends each execution of a step has made, by the SDK's seed, so that a resent request counts once. */
const sendsByExecution = new WeakMap<object, Map<string, number>>();

/**
 * Gives ids to events sent without one. Sent from inside a step, they follow from run, step and order: when the
 * step runs again after a crash, the same events get the same ids and are ignored. Elsewhere they follow from the
 * seed the SDK keeps over its own resends.
 */
export async function createEventIds(seed: string | null): Promise<(index: number) => string> {
  const execution = (await getAsyncCtx())?.execution;
  const stepId = execution?.executingStep?.hashedId;
  if (execution !== undefined && stepId !== undefined) {
    const sends = sendsByExecution.get(execution) ?? new Map<string, number>();
    sendsByExecution.set(execution, sends);
    const order = sends.get(`${stepId} ${seed}`) ?? sends.size;
    sends.set(`${stepId} ${seed}`, order);
    return (index) => digest([execution.ctx.runId, stepId, order, index]);
  }
  return seed === null ? () => ulid() : (index) => digest([seed, index]);
}

function digest(parts: (string | number)[]): string {
  return `sent:${createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32)}`;
}
