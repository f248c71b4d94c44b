import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type Prisma, withTransaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { readCursor, writeCursor } from "@/lib/queries/runs/run-cursor";
import { visibleRuns } from "@/lib/queries/runs/run-visibility";
import { ListRunsInput, type RunDetails, RunIdInput, type RunPage } from "@/lib/queries/runs/schemas";
import { RUN_FIELDS, type RunRow, serializeRuns } from "@/lib/queries/runs/serialize-run";

const DAY_MS = 86_400_000;
const SLOW_DAYS = 7;

/** The history, page by page: who asked what, how long it took and what came of it. */
export async function listRuns(
  ctx: RequestContext,
  input: z.input<typeof ListRunsInput> = {},
): Promise<RunPage> {
  requirePermission(ctx, "query:read");
  const { sort, cursor, limit, since, ...filter } = ListRunsInput.parse(input);
  const own: Prisma.QueryRunWhereInput = {
    ...filter,
    workspaceId: ctx.workspace.id,
    ...(since ? { createdAt: { gte: new Date(since) } } : {}),
  };
  const order = ORDERS[sort];
  return withTransaction(ctx, async (tx) => {
    const found = await tx.queryRun.findMany({
      where: { AND: [own, order.where, cursor ? order.after(cursor) : {}, await visibleRuns(tx, ctx)] },
      select: RUN_FIELDS,
      orderBy: order.by,
      take: limit + 1,
    });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      runs: await serializeRuns(tx, ctx, rows),
      nextCursor:
        last && found.length > limit ? writeCursor({ value: order.valueOf(last), id: last.id }) : null,
    };
  });
}

type Order = {
  by: Prisma.QueryRunOrderByWithRelationInput[];
  where: Prisma.QueryRunWhereInput;
  valueOf(row: RunRow): number;
  /** The bound alone is what the index is entered by; the rest tells equal values apart. */
  after(cursor: string): Prisma.QueryRunWhereInput;
};

const ORDERS = {
  newest: {
    by: [{ createdAt: "desc" }, { id: "desc" }],
    where: {},
    valueOf: (row) => row.createdAt.getTime(),
    after(cursor) {
      const { value, id } = readCursor(cursor);
      const createdAt = new Date(value);
      return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] };
    },
  },
  slowest: {
    by: [{ durationMs: "desc" }, { id: "desc" }],
    where: { fromCache: false, durationMs: { gte: 0 } },
    valueOf: (row) => row.durationMs ?? 0,
    after(cursor) {
      const { value, id } = readCursor(cursor);
      return { durationMs: { lte: value }, OR: [{ durationMs: { lt: value } }, { id: { lt: id } }] };
    },
  },
} as const satisfies Record<z.output<typeof ListRunsInput>["sort"], Order>;

/** What burdened the sources most in the last seven days. */
export function listSlowRuns(
  ctx: RequestContext,
  input: Pick<z.input<typeof ListRunsInput>, "queryId" | "dataSourceId" | "cursor" | "limit"> = {},
): Promise<RunPage> {
  const since = new Date(ctx.now().getTime() - SLOW_DAYS * DAY_MS).toISOString();
  return listRuns(ctx, { ...input, sort: "slowest", since });
}

/** Throws NotFoundError for a run that one may not see. */
export async function getRun(ctx: RequestContext, input: z.input<typeof RunIdInput>): Promise<RunDetails> {
  requirePermission(ctx, "query:read");
  const { runId } = RunIdInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    const row = await tx.queryRun.findFirst({
      where: { AND: [{ id: runId, workspaceId: ctx.workspace.id }, await visibleRuns(tx, ctx)] },
      select: { ...RUN_FIELDS, statement: true },
    });
    if (!row) throw new NotFoundError("run");
    const { statement, ...plain } = row;
    const [run] = await serializeRuns(tx, ctx, [plain]);
    if (!run) throw new NotFoundError("run");
    // What a query asks is seen by those who see the query, also when it was tried out of its editor.
    return { ...run, statement: run.isHiddenQuery ? null : statement, fullChecksum: row.checksum };
  });
}
