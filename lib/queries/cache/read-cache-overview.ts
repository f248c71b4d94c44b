import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { env } from "@/lib/env";
import type { CacheOverview, CacheSource, HeavyQuestion } from "@/lib/queries/cache/schemas";
import { visibleTo } from "@/lib/sharing";

const DAY_MS = 86_400_000;
const HEAVY_DAYS = 7;
const HEAVIEST = 10;

/** What is kept, what it saved, and which questions burden the sources. */
export async function readCacheOverview(ctx: RequestContext): Promise<CacheOverview> {
  requirePermission(ctx, "cache:read");
  return withTransaction(ctx, async (tx) => {
    const sources = await readSources(tx, ctx);
    const questions = await readQuestions(tx, ctx);
    const [saved] = await tx.$queryRaw<{ ms: number }[]>`
      SELECT coalesce(sum(hits::bigint * duration_ms), 0)::float8 AS ms FROM analytics_cache
      WHERE workspace_id = ${ctx.workspace.id}::uuid`;
    const sum = (of: (source: CacheSource) => number) => sources.reduce((total, one) => total + of(one), 0);
    return {
      asked: sum(({ asked }) => asked),
      reused: sum(({ reused }) => reused),
      entries: sum(({ entries }) => entries),
      bytes: sum(({ bytes }) => bytes),
      maxBytes: env().cacheMaxBytes,
      savedMs: saved?.ms ?? 0,
      sources: sources.filter(({ asked, entries }) => asked > 0 || entries > 0),
      ...questions,
    };
  });
}

async function readSources(tx: Tx, ctx: RequestContext): Promise<CacheSource[]> {
  const since = new Date(ctx.now().getTime() - DAY_MS);
  return tx.$queryRaw<CacheSource[]>`
    WITH kept AS (
      SELECT data_source_id, count(*)::int AS entries, sum(bytes)::float8 AS bytes FROM analytics_cache
      WHERE workspace_id = ${ctx.workspace.id}::uuid GROUP BY data_source_id),
    ran AS (
      SELECT data_source_id, count(*)::int AS asked, count(*) FILTER (WHERE from_cache)::int AS reused FROM query_runs
      WHERE workspace_id = ${ctx.workspace.id}::uuid AND created_at > ${since} AND state = 'COMPLETED' GROUP BY data_source_id)
    SELECT s.id AS "dataSourceId", s.name, s.cache_seconds AS "cacheSeconds", coalesce(k.entries, 0) AS entries,
      coalesce(k.bytes, 0) AS bytes, coalesce(r.asked, 0) AS asked, coalesce(r.reused, 0) AS reused
    FROM data_sources s LEFT JOIN kept k ON k.data_source_id = s.id LEFT JOIN ran r ON r.data_source_id = s.id
    WHERE s.workspace_id = ${ctx.workspace.id}::uuid ORDER BY coalesce(k.bytes, 0) DESC, s.name`;
}

type Burden = {
  queryId: string | null;
  dataSourceName: string | null;
  asked: number;
  sourceMs: number;
  entries: number;
  bytes: number;
};

async function readQuestions(
  tx: Tx,
  ctx: RequestContext,
): Promise<Pick<CacheOverview, "slowest" | "largest">> {
  const since = new Date(ctx.now().getTime() - HEAVY_DAYS * DAY_MS);
  const burdens = await tx.$queryRaw<Burden[]>`
    WITH burdens AS (
      SELECT query_id, data_source_id, sum(asked)::int AS asked, sum(ms) AS ms, sum(entries)::int AS entries,
        sum(bytes) AS bytes, row_number() OVER (ORDER BY sum(ms) DESC) AS by_ms,
        row_number() OVER (ORDER BY sum(bytes) DESC) AS by_bytes
      FROM (
        SELECT query_id, data_source_id, count(*) AS asked, sum(duration_ms)::float8 AS ms, 0 AS entries, 0::float8 AS bytes
        FROM query_runs WHERE workspace_id = ${ctx.workspace.id}::uuid AND created_at > ${since} AND NOT from_cache
          AND duration_ms IS NOT NULL GROUP BY query_id, data_source_id
        UNION ALL
        SELECT query_id, data_source_id, 0, 0, count(*), sum(bytes)::float8
        FROM analytics_cache WHERE workspace_id = ${ctx.workspace.id}::uuid GROUP BY query_id, data_source_id) parts
      GROUP BY query_id, data_source_id)
    SELECT b.query_id AS "queryId", s.name AS "dataSourceName", b.asked, b.ms AS "sourceMs", b.entries, b.bytes
    FROM burdens b LEFT JOIN data_sources s ON s.workspace_id = ${ctx.workspace.id}::uuid AND s.id = b.data_source_id
    WHERE b.by_ms <= ${HEAVIEST} OR b.by_bytes <= ${HEAVIEST}`;
  const names = await visibleNames(
    tx,
    ctx,
    burdens.flatMap(({ queryId }) => queryId ?? []),
  );
  const questions = burdens.map((burden): HeavyQuestion => {
    const name = names.get(burden.queryId ?? "") ?? null;
    const queryId = name === null ? null : burden.queryId;
    return { ...burden, dataSourceName: burden.dataSourceName ?? "", queryId, queryName: name };
  });
  const top = (of: (question: HeavyQuestion) => number) =>
    questions
      .filter((question) => of(question) > 0)
      .sort((a, b) => of(b) - of(a))
      .slice(0, HEAVIEST);
  return { slowest: top(({ sourceMs }) => sourceMs), largest: top(({ bytes }) => bytes) };
}

async function visibleNames(tx: Tx, ctx: RequestContext, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.query.findMany({
    where: {
      AND: [{ workspaceId: ctx.workspace.id, id: { in: ids }, deletedAt: null }, await visibleTo(tx, ctx)],
    },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
