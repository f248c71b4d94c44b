/**
 * What is written about runs without anybody waiting for it: runs that were answered from what was kept, hits of
 * the cache, uses of queries. Collected in memory and written once a second, and before the process ends in order.
 */
import { type Tx, withWorkspace } from "@/lib/db";
import { log } from "@/lib/log";
import type { QueryPurpose } from "@/lib/queries/schemas";

export type RunNote = {
  id: string;
  dataSourceId: string;
  queryId: string | null;
  actorUserId: string | null;
  purpose: QueryPurpose;
  parameters: unknown;
  state: "COMPLETED" | "FAILED" | "CANCELLED";
  rows: number | null;
  durationMs: number;
  fromCache: boolean;
  checksum: string | null;
  error: string | null;
  createdAt: Date;
};

type Count = { count: number; at: Date };
type Page = { runs: RunNote[]; hits: Map<string, Count>; uses: Map<string, Count> };

type Book = {
  pages: Map<string, Page>;
  timer: NodeJS.Timeout | null;
  /** Writing that goes on: rows that are completed after the answer was given, and the book itself. */
  open: Set<Promise<unknown>>;
  /** For whoever ends the process and cannot import this module. */
  settle: () => Promise<void>;
};

const FLUSH_MS = 1_000;
/** Of one workspace; beyond it, a database that cannot be written must not fill the memory. */
const HELD_RUNS = 10_000;

// On globalThis, because the bundler may load this module more than once in one process.
const holder = globalThis as typeof globalThis & { broadsheetRunBook?: Book };

function book(): Book {
  holder.broadsheetRunBook ??= { pages: new Map(), timer: null, open: new Set(), settle: settleRuns };
  return holder.broadsheetRunBook;
}

/** A run that ended without asking a source. */
export function noteRun(workspaceId: string, run: RunNote): void {
  const { runs } = pageOf(workspaceId);
  if (runs.length < HELD_RUNS) runs.push(run);
}

/** An answer that was kept and used again. */
export function noteHit(workspaceId: string, entryId: string, at: Date): void {
  count(pageOf(workspaceId).hits, entryId, { count: 1, at });
}

/** A saved query that was asked. */
export function noteUse(workspaceId: string, queryId: string, at: Date): void {
  count(pageOf(workspaceId).uses, queryId, { count: 1, at });
}

/** Work that `settleRuns` waits for. Its failure is told in the log. */
export function settleLater(work: Promise<unknown>): void {
  const { open } = book();
  const ended = work
    .catch((error: unknown) => log.warn("A run could not be recorded.", {}, error))
    .finally(() => open.delete(ended));
  open.add(ended);
}

/** Resolves when everything that is known about runs so far stands in the database, or could not be written. */
export async function settleRuns(): Promise<void> {
  const { open } = book();
  while (open.size > 0) await Promise.all(open);
  await flush();
}

function pageOf(workspaceId: string): Page {
  const { pages } = book();
  const page = pages.get(workspaceId) ?? { runs: [], hits: new Map(), uses: new Map() };
  pages.set(workspaceId, page);
  // Not `unref`: a process that has nothing else to do writes its book before it ends.
  book().timer ??= setTimeout(() => settleLater(flush()), FLUSH_MS);
  return page;
}

function count(counts: Map<string, Count>, id: string, more: Count): void {
  const before = counts.get(id);
  const at = before && before.at > more.at ? before.at : more.at;
  counts.set(id, { count: (before?.count ?? 0) + more.count, at });
}

async function flush(): Promise<void> {
  const held = book();
  clearTimeout(held.timer ?? undefined);
  held.timer = null;
  const pages = [...held.pages];
  held.pages.clear();
  for (const [workspaceId, page] of pages) {
    try {
      await withWorkspace(workspaceId, (tx) => writePage(tx, workspaceId, page));
    } catch (error) {
      log.warn("The history of runs could not be written; it is tried again.", { workspaceId }, error);
      putBack(workspaceId, page);
    }
  }
}

function putBack(workspaceId: string, { runs, hits, uses }: Page): void {
  const page = pageOf(workspaceId);
  page.runs.unshift(...runs.slice(0, HELD_RUNS - page.runs.length));
  for (const [id, more] of hits) count(page.hits, id, more);
  for (const [id, more] of uses) count(page.uses, id, more);
}

async function writePage(tx: Tx, workspaceId: string, { runs, hits, uses }: Page): Promise<void> {
  if (runs.length > 0)
    await tx.$executeRaw`
      INSERT INTO query_runs (id, workspace_id, data_source_id, query_id, actor_user_id, purpose, parameters, state,
        rows, duration_ms, from_cache, checksum, error, created_at)
      SELECT r.id, ${workspaceId}::uuid, r."dataSourceId", r."queryId", r."actorUserId", r.purpose, r.parameters, r.state,
        r.rows, r."durationMs", r."fromCache", r.checksum, r.error, r."createdAt"
      FROM jsonb_to_recordset(${JSON.stringify(runs)}::jsonb) AS r(id uuid, "dataSourceId" uuid, "queryId" uuid,
        "actorUserId" uuid, purpose text, parameters jsonb, state text, rows integer, "durationMs" integer,
        "fromCache" boolean, checksum text, error text, "createdAt" timestamptz)`;
  // Rows are locked in one order: two processes may write the same ones at the same time.
  if (hits.size > 0)
    await tx.$executeRaw`
      WITH counted AS (SELECT * FROM jsonb_to_recordset(${rowsOf(hits)}::jsonb) AS c(id uuid, count integer, at timestamptz)),
        locked AS (SELECT id FROM analytics_cache WHERE workspace_id = ${workspaceId}::uuid AND id IN (SELECT id FROM counted)
          ORDER BY id FOR UPDATE)
      UPDATE analytics_cache a SET hits = a.hits + c.count, last_hit_at = greatest(a.last_hit_at, c.at)
      FROM counted c JOIN locked USING (id) WHERE a.id = c.id`;
  if (uses.size > 0)
    await tx.$executeRaw`
      WITH counted AS (SELECT * FROM jsonb_to_recordset(${rowsOf(uses)}::jsonb) AS c(id uuid, count integer, at timestamptz)),
        locked AS (SELECT id FROM queries WHERE workspace_id = ${workspaceId}::uuid AND id IN (SELECT id FROM counted)
          ORDER BY id FOR NO KEY UPDATE)
      UPDATE queries q SET usage_count = q.usage_count + c.count, last_run_at = greatest(q.last_run_at, c.at)
      FROM counted c JOIN locked USING (id) WHERE q.id = c.id`;
}

const rowsOf = (counts: Map<string, Count>): string =>
  JSON.stringify([...counts].map(([id, { count, at }]) => ({ id, count, at })));
