import type { EngineContext } from "./context";
import { transaction, withRetries } from "./database";
import type { FunctionDefinition } from "./definitions";
import { type CallOutcome, DISCOVERY_STEP_ID, toJobError } from "./protocol";
import { reportFailure, reportLostLease } from "./report";
import { concurrencyOf, failRun, loadRun, lockHeldRun, type RunState } from "./runs";
import { settleCall } from "./settle";
import { finishPlanning, memoiseStep } from "./steps";
import { addTask, deleteTask, type Lease, releaseTask } from "./tasks";

/** While versions change, a task may be for a function only newer workers know: it waits this long for them. */
const UNKNOWN_FUNCTION_WAIT_MS = 30_000;
const UNKNOWN_FUNCTION_FAILS_AFTER_MS = 24 * 3_600_000;

/** Names one hold of one task towards the SDK, which repeats it in checkpoints. */
export function holdIdOf(lease: Lease): string {
  return `${lease.taskId}@${lease.token}`;
}

/** Does what a held task asks for, and gives the task up or away. Throws what the database throws. */
export async function executeTask(engine: EngineContext, lease: Lease): Promise<void> {
  if (lease.kind === "timer") return withRetries(() => wakeSleeper(engine, lease));
  for (;;) {
    const run = await loadRun(engine.pool, lease.runId);
    if (run === null) return deleteTask(engine.pool, lease);
    const definition = engine.definitions.get(run.functionId);
    if (definition === undefined) return waitForOtherWorker(engine, lease, run);
    if (lease.attempt >= definition.maxAttempts) return failLostRun(engine, lease, definition);
    const outcome = await callFunction(engine, lease, run, definition);
    const settlement = await withRetries(() => settleCall(engine, lease, definition, outcome));
    if (settlement === "lease-lost") {
      if (!engine.isStopping()) reportLostLease(lease);
      return;
    }
    reportFailure(lease, definition, outcome, settlement === "retry");
    if (settlement !== "continue") return;
    lease.stepId = DISCOVERY_STEP_ID;
    lease.attempt = 0;
    if (engine.isStopping()) return releaseTask(engine.pool, lease);
  }
}

async function callFunction(
  engine: EngineContext,
  lease: Lease,
  run: RunState,
  definition: FunctionDefinition,
): Promise<CallOutcome> {
  try {
    return await engine.sdk.call({
      functionId: definition.id,
      runId: run.id,
      stepId: lease.stepId,
      events: run.events,
      steps: run.steps,
      stack: run.stack,
      attempt: lease.attempt,
      maxAttempts: definition.maxAttempts,
      planning: run.planning,
      holdId: holdIdOf(lease),
    });
  } catch (error) {
    // The SDK answers errors of functions itself; what it throws is about the request, and counts as an attempt.
    return { kind: "error", error: toJobError(error), noRetry: false, retryAfterMs: null };
  }
}

/** A timer came due: its step is finished, and if it was the last one pending, discovery follows. */
async function wakeSleeper(engine: EngineContext, lease: Lease): Promise<void> {
  await transaction(engine.pool, async (tx) => {
    const held = await lockHeldRun(tx, lease);
    if (held === null) return;
    await deleteTask(tx, lease);
    await memoiseStep(tx, lease.runId, { id: lease.stepId, op: "Sleep", name: null }, { data: null });
    if (!(await finishPlanning(tx, lease.runId))) return;
    const definition = engine.definitions.get(held.functionId);
    const event = held.events[0];
    const concurrency = definition && event ? concurrencyOf(definition, event) : {};
    await addTask(tx, { runId: lease.runId, kind: "call", stepId: DISCOVERY_STEP_ID }, concurrency);
  });
}

async function waitForOtherWorker(engine: EngineContext, lease: Lease, run: RunState): Promise<void> {
  if (Date.now() - run.createdAt.getTime() < UNKNOWN_FUNCTION_FAILS_AFTER_MS) {
    return releaseTask(engine.pool, lease, UNKNOWN_FUNCTION_WAIT_MS);
  }
  await failHeldRun(engine, lease, `No worker knows the function "${run.functionId}" any more.`);
}

async function failLostRun(
  engine: EngineContext,
  lease: Lease,
  definition: FunctionDefinition,
): Promise<void> {
  await failHeldRun(
    engine,
    lease,
    `The worker died ${definition.maxAttempts} times while running this step of "${definition.id}".`,
  );
}

async function failHeldRun(engine: EngineContext, lease: Lease, message: string): Promise<void> {
  await transaction(engine.pool, async (tx) => {
    const held = await lockHeldRun(tx, lease);
    if (held !== null) await failRun(tx, { id: lease.runId, ...held }, { name: "WorkerLostError", message });
  });
}
