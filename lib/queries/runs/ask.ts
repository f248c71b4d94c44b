/** One question to one source: answered by what is kept, by somebody else's run, or by asking. */
import type { RequestContext } from "@/lib/context";
import type { QuerySource } from "@/lib/data-sources";
import { withTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Answer } from "@/lib/queries/cache/serialize-answer";
import { serializeAnswer } from "@/lib/queries/cache/serialize-answer";
import { awaitFlight, claimFlight, keepLease, releaseFlight } from "@/lib/queries/cache/shared-flight";
import { CACHE_LIMIT_BYTES, type KeptAnswer, readCache, writeCache } from "@/lib/queries/result-cache";
import { watchRun } from "@/lib/queries/runs/cancel-watch";
import {
  elapsedMs,
  finishRun,
  insertRun,
  noteOutcome,
  type RunFacts,
  type RunOutcome,
  writeOutcome,
} from "@/lib/queries/runs/record-run";
import { noteHit, noteUse, settleLater } from "@/lib/queries/runs/run-book";
import { type Flights, joinFlight } from "@/lib/queries/single-flight";

export type Question = {
  source: QuerySource;
  statement: { text: string; values: (string | null)[]; zone: string };
  key: string;
  /** How long the answer is kept; 0 keeps none. */
  keepSeconds: number;
  /** Asks the source even when an answer is kept. */
  isFresh: boolean;
  run: RunFacts;
};

type Landed = {
  answer: Answer;
  /** The kept entry that answered; null when the source did. */
  entryId: string | null;
  /** Known a moment after the answer. Rejects when the run could not be recorded. */
  checksum: () => Promise<string>;
};

// On globalThis, because the bundler may load this module more than once in one process.
const holder = globalThis as typeof globalThis & { broadsheetQueryFlights?: Flights<Landed> };

/**
 * `kept` is the answer that was kept a moment ago, when there was one. Throws the source's AppErrors, and `cancelled`
 * with the words of whoever cancelled the run.
 */
export async function ask(
  ctx: RequestContext,
  question: Question,
  kept: KeptAnswer | null,
): Promise<{ answer: Answer; fromCache: boolean }> {
  const { run, key, isFresh } = question;
  if (run.queryId) noteUse(ctx.workspace.id, run.queryId, run.askedAt);
  if (kept) return { answer: await reuse(ctx, run, fromKept(kept)), fromCache: true };
  holder.broadsheetQueryFlights ??= new Map();
  let hasRow = false;
  const { promise, joined } = joinFlight(
    holder.broadsheetQueryFlights,
    `${ctx.workspace.id}:${key}:${isFresh}`,
    ctx.signal,
    (signal) => lead(ctx, question, signal, () => (hasRow = true)),
  );
  try {
    const landed = await promise;
    if (joined || landed.entryId) await reuse(ctx, run, landed);
    return { answer: landed.answer, fromCache: landed.entryId !== null };
  } catch (error) {
    if (joined || !hasRow) noteOutcome(ctx, run, { error });
    throw error;
  }
}

/** Records that somebody got an answer that was there, or was on its way, already. */
async function reuse(ctx: RequestContext, run: RunFacts, landed: Landed): Promise<Answer> {
  if (landed.entryId) noteHit(ctx.workspace.id, landed.entryId, run.askedAt);
  const outcome = async (): Promise<RunOutcome> => ({
    rows: landed.answer.rows.length,
    checksum: await landed.checksum(),
    fromCache: true,
  });
  if (run.purpose === "REPORT") {
    const known = await outcome();
    await withTransaction(ctx, (tx) => writeOutcome(tx, ctx, run, known));
  } else settleLater(outcome().then((known) => noteOutcome(ctx, run, known)));
  return landed.answer;
}

async function lead(
  ctx: RequestContext,
  question: Question,
  signal: AbortSignal,
  onRow: () => void,
): Promise<Landed> {
  const { key, run, isFresh, keepSeconds } = question;
  while (keepSeconds > 0 && !isFresh) {
    const turn = await takeTurn(ctx, question);
    if (turn.isMine) {
      onRow();
      return askSource(ctx, question, signal, { row: Promise.resolve(), isLeased: true });
    }
    if (turn.kept) return fromKept(turn.kept);
    if ((await awaitFlight(ctx, key, signal)) === "gone") break;
  }
  onRow();
  const row = withTransaction(ctx, (tx) => insertRun(tx, ctx, run));
  return askSource(ctx, question, signal, { row, isLeased: false });
}

const fromKept = ({ entryId, answer, checksum }: KeptAnswer): Landed => ({
  answer,
  entryId,
  checksum: () => Promise.resolve(checksum),
});

type Turn = { kept: KeptAnswer | null; isMine: boolean };

/** The kept answer, or the right to ask, with the run's row already there: one transaction. */
function takeTurn(ctx: RequestContext, { key, run }: Question): Promise<Turn> {
  return withTransaction(ctx, async (tx) => {
    const kept = await readCache(tx, ctx, key);
    const isMine = !kept && (await claimFlight(tx, ctx, key, run.id));
    if (isMine) await insertRun(tx, ctx, run);
    return { kept, isMine };
  });
}

/** `row` is the run's row on its way into the database: the source need not wait for it. */
async function askSource(
  ctx: RequestContext,
  question: Question,
  signal: AbortSignal,
  { row, isLeased }: { row: Promise<void>; isLeased: boolean },
): Promise<Landed> {
  const { source, statement, run } = question;
  const stop = new AbortController();
  const endWatch = watchRun(run.id, {
    workspaceId: ctx.workspace.id,
    cancel: (reason) => stop.abort(new AppError("cancelled", reason)),
  });
  const endLease = isLeased ? keepLease(ctx, question.key, run.id) : () => undefined;
  // It is waited for below; until then nobody listens.
  row.catch(() => undefined);
  const asked = source
    .run(statement, AbortSignal.any([signal, stop.signal]))
    .catch(async (error: unknown) => {
      const told = stop.signal.aborted ? stop.signal.reason : error;
      const kept = signal.aborted && !stop.signal.aborted ? NOBODY_WAITED : told;
      await recorded(end(ctx, question, { error: kept }, { row, isLeased })).catch(() => undefined);
      throw told;
    })
    .finally(endWatch);
  // The source is still being stopped after the last one has left.
  signal.addEventListener("abort", () => settleLater(asked.catch(() => undefined)), { once: true });
  const result = await asked;
  const answer = { ...result, asOf: ctx.now().toISOString() };
  const checksum = keep(ctx, question, answer, { row, isLeased });
  await recorded(checksum);
  return { answer, entryId: null, checksum: () => checksum };

  /** Nobody waits for the history, but where it proves a report's numbers. */
  async function recorded(work: Promise<unknown>): Promise<void> {
    const ended = work.finally(endLease);
    settleLater(ended);
    if (run.purpose === "REPORT") await ended;
  }
}

const NOBODY_WAITED = new AppError("cancelled", "Nobody waited for the answer any longer.");

/** Writes down what the source answered. Returns the checksum. */
async function keep(
  ctx: RequestContext,
  question: Question,
  answer: Answer,
  { row, isLeased }: { row: Promise<void>; isLeased: boolean },
): Promise<string> {
  const { run, keepSeconds, key } = question;
  const durationMs = elapsedMs(run);
  const serialized = await serializeAnswer(answer, keepSeconds > 0 ? CACHE_LIMIT_BYTES : 0);
  const { dataSourceId, queryId } = run;
  await writeCache(ctx, { key, dataSourceId, queryId, keepSeconds }, answer, serialized);
  const { checksum } = serialized;
  const outcome = { rows: answer.rows.length, checksum, fromCache: false };
  await end(ctx, question, outcome, { row, isLeased }, durationMs);
  return checksum;
}

async function end(
  ctx: RequestContext,
  { run, key }: Question,
  outcome: RunOutcome,
  { row, isLeased }: { row: Promise<void>; isLeased: boolean },
  durationMs = elapsedMs(run),
): Promise<void> {
  await row;
  await withTransaction(ctx, async (tx) => {
    await finishRun(tx, ctx, run, { ...outcome, durationMs });
    if (isLeased) await releaseFlight(tx, ctx, key, run.id);
  });
}
