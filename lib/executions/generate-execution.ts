import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { readStoredDocument, type StoredDocument, storeDocument } from "@/lib/deliveries";
import { AppError, type ErrorCode, InvalidInputError } from "@/lib/errors";
import { mailNotices } from "@/lib/notifications";
import { prepareReport } from "@/lib/reports";
import { claimExecution, updateHeld } from "./claim-execution";
import { finishGeneration } from "./finish-generation";
import type { ExecutionRow } from "./find-execution";
import { holdExecution } from "./hold-execution";
import { renderFile } from "./render-file";
import { ExecutionRequest, ExecutionState } from "./schemas";

type Held = { executionId: string; runId: string };
/** `mayRetry`: the job tries again when this throws, so that a source which is down for a moment holds nothing. */
type Attempt = Held & { mayRetry?: boolean };
type Stored = StoredDocument & { sha256: string };

/** What may be gone at the next attempt. */
const PASSING: ReadonlySet<ErrorCode> = new Set(["source_unreachable", "query_timeout"]);
const PROGRESS = { claimed: 5, prepared: 40, rendered: 85 };

/**
 * Makes a run: prepare once → gate → render each format → store → plan the deliveries. Every stage finds what an
 * earlier attempt left and goes on from there, so it may be killed anywhere and run again by the same job.
 * Throws AppErrors of preparing, rendering and storing. Answers with the state the run is in.
 */
export async function generateExecution(
  ctx: RequestContext,
  { mayRetry = false, ...held }: Attempt,
): Promise<{ state: ExecutionState }> {
  const execution = await claimExecution(ctx, held);
  if (execution === null || execution.manifest !== null) return stateOf(ctx, held);
  if (!(await progress(ctx, held, PROGRESS.claimed))) return stateOf(ctx, held);

  const stored = await prepareOnce(ctx, { ...held, mayRetry }, execution);
  if (stored === null || !(await progress(ctx, held, PROGRESS.prepared))) return stateOf(ctx, held);

  const { formats } = ExecutionRequest.parse(execution.request);
  for (const [index, format] of formats.entries()) {
    await renderFile(ctx, held.executionId, stored.document, format);
    const done = PROGRESS.prepared + ((PROGRESS.rendered - PROGRESS.prepared) * (index + 1)) / formats.length;
    if (!(await progress(ctx, held, Math.round(done)))) return stateOf(ctx, held);
  }
  await finishGeneration(ctx, held, stored);
  return stateOf(ctx, held);
}

/** The document of this run: found, or prepared and stored before anything is made from it. Null when it is held. */
async function prepareOnce(
  ctx: RequestContext,
  { mayRetry, ...held }: Attempt,
  execution: ExecutionRow,
): Promise<Stored | null> {
  const found = await readStoredDocument(ctx, held.executionId);
  if (found) return found;
  if (execution.versionNumber === null)
    throw new InvalidInputError(
      `"${execution.report.name}" has no published version. Publish it, then run it again.`,
    );
  const { range } = ExecutionRequest.parse(execution.request);
  const prepared = await prepareReport(ctx, {
    reportId: execution.reportId,
    version: execution.versionNumber,
    range,
  });
  const { document, blocks, errors, versionNumber } = prepared;
  const passing = errors.find(({ code }) => PASSING.has(code));
  if (passing && mayRetry) throw new AppError(passing.code, `${passing.title}: ${passing.message}`);
  if (errors.length > 0) {
    const problems = errors.map(({ title, message }) => `${title}: ${message}`);
    await hold(
      ctx,
      held,
      execution,
      // A line each: the page of the run lists them.
      [`${countOf(errors.length)} could not be prepared.`, ...problems].join("\n"),
    );
    return null;
  }
  const stored: StoredDocument = { schemaVersion: 1, document, blocks, versionNumber };
  const { sha256 } = await storeDocument(ctx, held.executionId, stored);
  return { ...stored, sha256 };
}

const countOf = (blocks: number) => (blocks === 1 ? "One block" : `${blocks} blocks`);

async function hold(ctx: RequestContext, held: Held, execution: ExecutionRow, reason: string): Promise<void> {
  const notices = await withTransaction(ctx, (tx) => holdExecution(tx, ctx, held, execution, reason));
  await mailNotices(ctx, notices);
}

function progress(ctx: RequestContext, held: Held, percent: number): Promise<boolean> {
  return withTransaction(ctx, (tx) => updateHeld(tx, ctx, held, { progress: percent }));
}

async function stateOf(ctx: RequestContext, { executionId }: Held): Promise<{ state: ExecutionState }> {
  const { state } = await withTransaction(ctx, (tx) =>
    tx.reportExecution.findFirstOrThrow({
      where: { id: executionId, workspaceId: ctx.workspace.id },
      select: { state: true },
    }),
  );
  return { state: ExecutionState.parse(state) };
}
