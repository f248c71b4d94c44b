import { type Connection, transaction } from "./database";
import type { EngineContext } from "./context";
import type { FunctionDefinition } from "./definitions";
import { type CallOutcome, DISCOVERY_STEP_ID, type EngineEvent, type Op, toJobError } from "./protocol";
import { completeRun, concurrencyOf, failRun, lockHeldRun } from "./runs";
import { parseSleep } from "./sleep";
import { addPendingStep, finishPlanning, memoiseStep, startPlanning } from "./steps";
import { addTask, continueTask, deleteTask, type Lease, retryTask } from "./tasks";
import { describeUnsupportedStep } from "./unsupported";

/** What became of a task: `continue` means that this worker still holds it, for the next discovery call. */
export type Settlement = "continue" | "done" | "retry" | "lease-lost";

/**
 * Applies what a call came to, in one transaction under the run's lock. Applying twice equals applying once.
 * Throws what the database throws.
 */
export function settleCall(
  engine: EngineContext,
  lease: Lease,
  definition: FunctionDefinition,
  outcome: CallOutcome,
): Promise<Settlement> {
  return transaction(engine.pool, async (tx) => {
    const held = await lockHeldRun(tx, lease);
    if (held === null) return "lease-lost";
    const run = { id: lease.runId, ...held };
    if (isRetriableFailure(outcome, lease, definition)) {
      await retryTask(tx, lease, outcome.retryAfterMs ?? engine.options.backoffMs(lease.attempt));
      return "retry";
    }
    if (outcome.kind === "error") {
      await failRun(tx, run, outcome.error);
      return "done";
    }
    return applyOps(tx, lease, definition, run, outcome.ops);
  });
}

function isRetriableFailure(outcome: CallOutcome, lease: Lease, definition: FunctionDefinition): boolean {
  if (outcome.noRetry || lease.attempt + 1 >= definition.maxAttempts) return false;
  return outcome.kind === "error" || (outcome.ops.length === 1 && outcome.ops[0]?.op === "StepError");
}

type HeldRun = { id: string; functionId: string; events: EngineEvent[] };

async function applyOps(
  tx: Connection,
  lease: Lease,
  definition: FunctionDefinition,
  run: HeldRun,
  ops: Op[],
): Promise<Settlement> {
  if (ops.length > 1) await startPlanning(tx, run.id);
  for (const op of ops) {
    const ended = await applyOp(tx, definition, run, op);
    if (ended) return "done";
  }
  const finished = ops.some((op) => FINISHING_OPS.has(op.op));
  if (finished && (await finishPlanning(tx, run.id))) {
    await continueTask(tx, lease, DISCOVERY_STEP_ID);
    return "continue";
  }
  await deleteTask(tx, lease);
  return "done";
}

/** Ops after which something new may be found out. The others only wait. */
const FINISHING_OPS = new Set(["StepRun", "StepError", "StepFailed", "DiscoveryRequest"]);

/** Applies one op; true when it ended the run. */
async function applyOp(
  tx: Connection,
  definition: FunctionDefinition,
  run: HeldRun,
  op: Op,
): Promise<boolean> {
  const step = { id: op.id, op: op.op, name: op.displayName ?? null };
  switch (op.op) {
    case "RunComplete":
      await completeRun(tx, run.id, op.data);
      return true;
    case "StepRun":
      await memoiseStep(tx, run.id, step, { data: op.data ?? null });
      return false;
    case "StepError":
    case "StepFailed":
      // The error is remembered like a result, so that the function may catch it on the next call.
      await memoiseStep(tx, run.id, step, { error: toJobError(op.error) });
      return false;
    case "StepPlanned":
      if (await addPendingStep(tx, run.id, op)) await planStep(tx, definition, run, op.id);
      return false;
    case "Sleep":
      if (await addPendingStep(tx, run.id, op)) return startSleep(tx, run, op);
      return false;
    case "DiscoveryRequest":
      return false;
    default:
      await failRun(tx, run, {
        name: "UnsupportedStepError",
        message: describeUnsupportedStep(run.functionId, op.op),
      });
      return true;
  }
}

async function planStep(
  tx: Connection,
  definition: FunctionDefinition,
  run: HeldRun,
  stepId: string,
): Promise<void> {
  const event = run.events[0];
  const concurrency = event === undefined ? { keys: [], limits: [] } : concurrencyOf(definition, event);
  await addTask(tx, { runId: run.id, kind: "call", stepId }, concurrency);
}

async function startSleep(tx: Connection, run: HeldRun, op: Op): Promise<boolean> {
  const due = parseSleep(op.name ?? "");
  if (due === null) {
    await failRun(tx, run, {
      name: "InvalidSleepError",
      message: `The function "${run.functionId}" sleeps for "${op.name}", which is neither a duration nor a date.`,
    });
    return true;
  }
  await addTask(tx, { runId: run.id, kind: "timer", stepId: op.id }, { due });
  return false;
}
