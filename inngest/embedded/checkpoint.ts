import type { EngineContext } from "./context";
import { transaction } from "./database";
import type { Checkpoint } from "./protocol";
import { lockHeldRun } from "./runs";
import { memoiseStep } from "./steps";
import { type Lease, releaseTask } from "./tasks";

/**
 * Remembers steps that finished while the function goes on. False halts the execution: the lease is lost, or the
 * engine is stopping, in which case the steps are remembered and the task is given back for another worker.
 */
export function applyCheckpoint(
  engine: EngineContext,
  lease: Lease,
  checkpoint: Checkpoint,
): Promise<boolean> {
  return transaction(engine.pool, async (tx) => {
    if ((await lockHeldRun(tx, lease)) === null) return false;
    for (const op of checkpoint.steps) {
      if (op.op !== "StepRun")
        throw new Error(`A checkpoint holds the operation ${op.op}; only steps can be there.`);
      const step = { id: op.id, op: op.op, name: op.displayName ?? null };
      await memoiseStep(tx, lease.runId, step, { data: op.data ?? null });
    }
    if (!engine.isStopping()) return true;
    await releaseTask(tx, lease);
    return false;
  });
}
