import { log } from "@/lib/log";
import type { FunctionDefinition } from "./definitions";
import { type CallOutcome, toJobError } from "./protocol";
import type { Lease } from "./tasks";

/** Logs what failed in a call, with where and whether it is tried again: the SDK's own lines know neither. */
export function reportFailure(
  lease: Lease,
  definition: FunctionDefinition,
  outcome: CallOutcome,
  willRetry: boolean,
): void {
  const failed = readFailure(outcome);
  if (failed === null) return;
  const fields = {
    functionId: definition.id,
    runId: lease.runId,
    step: failed.step,
    attempt: lease.attempt + 1,
    maxAttempts: definition.maxAttempts,
    error: failed.message,
  };
  if (willRetry) log.warn("A function failed and is tried again.", fields);
  else if (outcome.kind === "ops") log.warn("A step failed for good; its function may catch that.", fields);
  else log.error("A function failed for good.", fields);
}

function readFailure(outcome: CallOutcome): { step: string | null; message: string } | null {
  if (outcome.kind === "error") return { step: null, message: outcome.error.message };
  const op = outcome.ops.find(({ op }) => op === "StepError" || op === "StepFailed");
  return op === undefined ? null : { step: op.displayName ?? null, message: toJobError(op.error).message };
}

/** Logs that another worker has the task. Not while stopping, which gives tasks away on purpose. */
export function reportLostLease(lease: Lease): void {
  log.warn("Another worker took a task over; what this one did with it was not recorded.", {
    runId: lease.runId,
    taskId: lease.taskId,
  });
}
