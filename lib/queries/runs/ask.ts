/** One question to one source: answered by what is kept, by somebody else's run, or by asking. */
import type { RequestContext } from "@/lib/context";
import type { QuerySource } from "@/lib/data-sources";
import { type Tx, withTransaction } from "@/lib/db";
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
  /** A kept answer that is older is asked for anew, by one for all. */
  maxAgeSeconds?: number;
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

function flights(): Flights<Landed> {
  holder.broadsheetQueryFlights ??= new Map();
  return holder.broadsheetQueryFlights;
}
const flightKey = (ctx: RequestContext, { key, isFresh }: Question) =>
  `${ctx.workspace.id}:${key}:${isFresh}`;

/** The kept answer, or the right to ask with the run's row already there, or neither: somebody else asks. */
export type Turn = { kept: KeptAnswer | null; isMine: boolean };

/** For the transaction that finds a question. Whoever gets the right to ask calls `ask` as soon as it has ended. */
export async function firstTurn(tx: Tx, ctx: RequestContext, question: Question): Promise<Turn> {
  if (!isShared(question)) return { kept: null, isMine: false };
  // What this process asks already is joined.
  return takeTurn(tx, ctx, question, { mayAsk: !flights().has(flightKey(ctx, question)) });
}

async function takeTurn(
  tx: Tx,
  ctx: RequestContext,
  { key, run, maxAgeSeconds }: Question,
  { mayAsk }: { mayAsk: boolean },
): Promise<Turn> {
  const kept = await readCache(tx, ctx, key, notBefore(run, maxAgeSeconds));
  const isMine = !kept && mayAsk && (await claimFlight(tx, ctx, key, run.id));
  if (isMine) await insertRun(tx, ctx, run);
  return { kept, isMine };
}

/** Counted from the moment the question was put: an answer that somebody else was waiting for meanwhile is young enough. */
const notBefore = ({ askedAt }: RunFacts, maxAgeSeconds: number | undefined): Date =>
  new Date(maxAgeSeconds === undefined ? 0 : askedAt.getTime() - maxAgeSeconds * 1000);

const isShared = ({ keepSeconds, isFresh }: Question): boolean => keepSeconds > 0 && !isFresh;

/** Throws the source's AppErrors, and `cancelled` with the words of whoever cancelled the run. */
export async function ask(
  ctx: RequestContext,
  question: Question,
  turn: Turn,
): Promise<{ answer: Answer; fromCache: boolean }> {
  const { run } = question;
  if (run.queryId) noteUse(ctx.workspace.id, run.queryId, run.askedAt);
  if (turn.kept) return { answer: await reuse(ctx, run, fromKept(turn.kept)), fromCache: true };
  // Others who began meanwhile wait for the one who has the right, who must not wait for them.
  if (turn.isMine) flights().delete(flightKey(ctx, question));
  let hasRow = false;
  const { promise, joined } = joinFlight(flights(), flightKey(ctx, question), ctx.signal, (signal) =>
    lead(ctx, question, signal, { isMine: turn.isMine, onRow: () => (hasRow = true) }),
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
  { isMine, onRow }: { isMine: boolean; onRow: () => void },
): Promise<Landed> {
  let isLeased = isMine;
  while (isShared(question) && !isLeased) {
    const turn = await withTransaction(ctx, (tx) => takeTurn(tx, ctx, question, { mayAsk: true }));
    if (turn.kept) return fromKept(turn.kept);
    isLeased = turn.isMine;
    if (!isLeased && (await awaitFlight(ctx, question.key, signal)) === "gone") break;
  }
  onRow();
  const row = isLeased ? Promise.resolve() : withTransaction(ctx, (tx) => insertRun(tx, ctx, question.run));
  return askSource(ctx, question, signal, { row, isLeased });
}

const fromKept = ({ entryId, answer, checksum }: KeptAnswer): Landed => ({
  answer,
  entryId,
  checksum: () => Promise.resolve(checksum),
});

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
