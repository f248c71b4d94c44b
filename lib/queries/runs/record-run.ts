import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { noteRun, type RunNote } from "@/lib/queries/runs/run-book";
import { newRunId } from "@/lib/queries/runs/run-id";
import type { QueryPurpose } from "@/lib/queries/schemas";

/** What is known of a run when it begins. */
export type RunFacts = {
  id: string;
  dataSourceId: string;
  queryId: string | null;
  purpose: QueryPurpose;
  parameters: Record<string, unknown>;
  /** The text of what is not saved; null for saved queries. */
  statement: string | null;
  askedAt: Date;
  /** `performance.now()` at that moment. */
  startedAt: number;
};

/** `checksum` is null for rows that were not kept, only passed on. */
export type RunOutcome = { rows: number; checksum: string | null; fromCache: boolean } | { error: unknown };

export const newRun = (
  ctx: RequestContext,
  facts: Omit<RunFacts, "id" | "askedAt" | "startedAt">,
): RunFacts => ({
  ...facts,
  id: newRunId(ctx.now()),
  askedAt: ctx.now(),
  startedAt: performance.now(),
});

export const elapsedMs = (run: RunFacts): number => Math.round(performance.now() - run.startedAt);

/** A row RUNNING: the run is seen, and can be cancelled, while its source is asked. */
export async function insertRun(tx: Tx, ctx: RequestContext, run: RunFacts): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO query_runs (id, workspace_id, data_source_id, query_id, actor_user_id, purpose, parameters, state,
      statement, created_at)
    VALUES (${run.id}::uuid, ${ctx.workspace.id}::uuid, ${run.dataSourceId}::uuid, ${run.queryId}::uuid,
      ${actorOf(ctx)}::uuid, ${run.purpose}, ${JSON.stringify(run.parameters)}::jsonb, 'RUNNING', ${run.statement},
      ${run.askedAt})`;
}

/** Ends a row that is RUNNING; one that the watchdog has given up stays as it is. */
export async function finishRun(
  tx: Tx,
  ctx: RequestContext,
  run: RunFacts,
  outcome: RunOutcome & { durationMs: number },
): Promise<void> {
  const { durationMs } = outcome;
  const result =
    "error" in outcome
      ? failure(outcome.error)
      : { state: "COMPLETED", rows: outcome.rows, checksum: outcome.checksum, error: null };
  await tx.queryRun.updateMany({
    where: { id: run.id, workspaceId: ctx.workspace.id, state: "RUNNING" },
    data: { ...result, durationMs },
  });
}

/** A run that had no row of its own while it went on: it was answered by what was kept, or by the run of another. */
export function noteOutcome(ctx: RequestContext, run: RunFacts, outcome: RunOutcome): void {
  noteRun(ctx.workspace.id, toNote(ctx, run, outcome, elapsedMs(run)));
}

/** The same, written before the function returns: the run proves where a number came from. */
export async function writeOutcome(
  tx: Tx,
  ctx: RequestContext,
  run: RunFacts,
  outcome: RunOutcome,
): Promise<void> {
  const { parameters, ...note } = toNote(ctx, run, outcome, elapsedMs(run));
  await tx.queryRun.create({
    data: { ...note, parameters: parameters as object, workspaceId: ctx.workspace.id },
  });
}

/** With an id of its own: the run may get a row RUNNING after the person who began it has left. */
function toNote(ctx: RequestContext, run: RunFacts, outcome: RunOutcome, durationMs: number): RunNote {
  const { dataSourceId, queryId, purpose, parameters, askedAt: createdAt } = run;
  const base = { id: newRunId(ctx.now()), dataSourceId, queryId, purpose, parameters, createdAt, durationMs };
  const actorUserId = actorOf(ctx);
  if ("error" in outcome)
    return { ...base, actorUserId, ...failure(outcome.error), rows: null, checksum: null, fromCache: false };
  return { ...base, actorUserId, state: "COMPLETED", error: null, ...outcome };
}

const actorOf = ({ actor }: RequestContext): string | null => (actor.kind === "user" ? actor.userId : null);

function failure(error: unknown): { state: "FAILED" | "CANCELLED"; error: string } {
  const isCancelled = error instanceof AppError && error.code === "cancelled";
  const message = error instanceof AppError ? error.message : "Something went wrong on our side.";
  return { state: isCancelled ? "CANCELLED" : "FAILED", error: message };
}
