import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { READER } from "@/lib/queries/placeholders";
import { mayCancelRun, maySeeAllRuns } from "@/lib/queries/runs/run-visibility";
import type { RunDto, RunState } from "@/lib/queries/runs/schemas";
import type { QueryPurpose } from "@/lib/queries/schemas";
import { visibleTo } from "@/lib/sharing";

export const RUN_FIELDS = {
  id: true,
  state: true,
  purpose: true,
  queryId: true,
  dataSourceId: true,
  actorUserId: true,
  parameters: true,
  rows: true,
  durationMs: true,
  fromCache: true,
  checksum: true,
  error: true,
  cancelRequestedAt: true,
  createdAt: true,
} as const satisfies Prisma.QueryRunSelect;

export type RunRow = Prisma.QueryRunGetPayload<{ select: typeof RUN_FIELDS }>;

/** With the names of what they are of, and whether their rows are others than the time before. */
export async function serializeRuns(tx: Tx, ctx: RequestContext, rows: RunRow[]): Promise<RunDto[]> {
  const queries = await queryNames(tx, ctx, rows);
  const sources = await sourceNames(tx, ctx, rows);
  const people = await actorNames(tx, rows);
  const changed = await changedRuns(tx, ctx, rows);
  return rows.map(({ cancelRequestedAt, createdAt, checksum, queryId, ...row }) => ({
    ...row,
    state: row.state as RunState,
    purpose: row.purpose as QueryPurpose,
    parameters: shownParameters(ctx, row),
    queryId: queryId !== null && queries.has(queryId) ? queryId : null,
    queryName: queries.get(queryId ?? "") ?? null,
    isHiddenQuery: queryId !== null && !queries.has(queryId),
    dataSourceName: sources.get(row.dataSourceId) ?? "",
    actorName: row.actorUserId === null ? null : (people.get(row.actorUserId) ?? ""),
    checksum: checksum?.slice(0, 12) ?? null,
    isChanged: changed.has(row.id),
    isCancelling: row.state === "RUNNING" && cancelRequestedAt !== null,
    mayCancel: row.state === "RUNNING" && cancelRequestedAt === null && mayCancelRun(ctx, row),
    createdAt: createdAt.toISOString(),
  }));
}

/** What is known of the person who read is told to them and to admins, not to others who see the query. */
function shownParameters(
  ctx: RequestContext,
  { actorUserId, parameters }: Pick<RunRow, "actorUserId" | "parameters">,
): Record<string, unknown> {
  const entries = Object.entries(parameters as Record<string, unknown>);
  const isOwn = ctx.actor.kind === "user" && ctx.actor.userId === actorUserId;
  if (isOwn || maySeeAllRuns(ctx)) return Object.fromEntries(entries);
  return Object.fromEntries(entries.filter(([name]) => !name.startsWith(`${READER}.`)));
}

const distinct = (ids: (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))];
const byId = (named: { id: string; name: string }[]) => new Map(named.map(({ id, name }) => [id, name]));

/** Deleted ones keep their name here: the history is of what was. */
async function queryNames(tx: Tx, ctx: RequestContext, rows: RunRow[]): Promise<Map<string, string>> {
  const ids = distinct(rows.map(({ queryId }) => queryId));
  if (ids.length === 0) return new Map();
  const mine = { workspaceId: ctx.workspace.id, id: { in: ids } };
  return byId(
    await tx.query.findMany({
      where: { AND: [mine, await visibleTo(tx, ctx)] },
      select: { id: true, name: true },
    }),
  );
}

async function sourceNames(tx: Tx, ctx: RequestContext, rows: RunRow[]): Promise<Map<string, string>> {
  const ids = distinct(rows.map(({ dataSourceId }) => dataSourceId));
  return byId(
    await tx.dataSource.findMany({
      where: { workspaceId: ctx.workspace.id, id: { in: ids } },
      select: { id: true, name: true },
    }),
  );
}

async function actorNames(tx: Tx, rows: RunRow[]): Promise<Map<string, string>> {
  const ids = distinct(rows.map(({ actorUserId }) => actorUserId));
  if (ids.length === 0) return new Map();
  return byId(await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }));
}

/** How far back the run before is looked for, in runs of the same query. */
const LOOK_BACK = 200;

async function changedRuns(tx: Tx, ctx: RequestContext, rows: RunRow[]): Promise<Set<string>> {
  const ids = rows.flatMap(({ id, queryId, checksum }) => (queryId && checksum ? id : []));
  if (ids.length === 0) return new Set();
  const changed = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM query_runs r CROSS JOIN LATERAL (
      SELECT b.checksum FROM (
        SELECT created_at, id, parameters, checksum FROM query_runs
        WHERE workspace_id = r.workspace_id AND query_id = r.query_id
          AND created_at <= r.created_at AND (created_at, id) < (r.created_at, r.id)
        ORDER BY created_at DESC LIMIT ${LOOK_BACK}) b
      WHERE b.checksum IS NOT NULL AND b.parameters = r.parameters
      ORDER BY b.created_at DESC, b.id DESC LIMIT 1) before
    WHERE r.workspace_id = ${ctx.workspace.id}::uuid AND r.id = ANY(${ids}::uuid[]) AND r.checksum <> before.checksum`;
  return new Set(changed.map(({ id }) => id));
}
