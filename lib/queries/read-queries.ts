import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type Prisma, withTransaction } from "@/lib/db";
import { findQuery, namesOf, toQueryDto } from "@/lib/queries/find-query";
import {
  ListQueriesInput,
  QueryDefinition,
  type QueryDto,
  QueryIdInput,
  type QuerySummary,
  type QueryVersionDto,
} from "@/lib/queries/schemas";
import { serializeSummary, summaryFields } from "@/lib/queries/serialize";
import { visibleTo } from "@/lib/sharing";

/** The library by name, without the texts. */
export async function listQueries(
  ctx: RequestContext,
  input: z.input<typeof ListQueriesInput> = {},
): Promise<QuerySummary[]> {
  requirePermission(ctx, "query:read");
  const { search, category, dataSourceId } = ListQueriesInput.parse(input);
  // `contains` is a pattern to the database: what people type is meant literally.
  const literal = search.replace(/[\\%_]/g, "\\$&");
  const contains = { contains: literal, mode: "insensitive" } as const;
  const where: Prisma.QueryWhereInput = {
    workspaceId: ctx.workspace.id,
    deletedAt: null,
    category,
    dataSourceId,
    ...(search
      ? {
          OR: [
            { name: contains },
            { description: contains },
            { category: contains },
            { tags: { has: search } },
          ],
        }
      : {}),
  };
  return withTransaction(ctx, async (tx) => {
    const rows = await tx.query.findMany({
      where: { AND: [where, await visibleTo(tx, ctx)] },
      select: summaryFields(ctx),
      orderBy: { name: "asc" },
    });
    const names = await namesOf(
      tx,
      rows.map((row) => row.ownerId),
    );
    return rows.map((row) => serializeSummary(row, names));
  });
}

export async function getQuery(ctx: RequestContext, input: z.input<typeof QueryIdInput>): Promise<QueryDto> {
  requirePermission(ctx, "query:read");
  const { queryId } = QueryIdInput.parse(input);
  return withTransaction(ctx, async (tx) => toQueryDto(tx, await findQuery(tx, ctx, queryId)));
}

/** Every saved definition, newest first. */
export async function listQueryVersions(
  ctx: RequestContext,
  input: z.input<typeof QueryIdInput>,
): Promise<QueryVersionDto[]> {
  requirePermission(ctx, "query:read");
  const { queryId } = QueryIdInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    await findQuery(tx, ctx, queryId);
    const rows = await tx.queryVersion.findMany({
      where: { workspaceId: ctx.workspace.id, queryId },
      select: { number: true, definition: true, changeNote: true, authorId: true, createdAt: true },
      orderBy: { number: "desc" },
    });
    const names = await namesOf(
      tx,
      rows.map((row) => row.authorId),
    );
    return rows.map((row) => ({
      number: row.number,
      definition: QueryDefinition.parse(row.definition),
      changeNote: row.changeNote,
      authorName: names.get(row.authorId ?? "") ?? "",
      createdAt: row.createdAt.toISOString(),
    }));
  });
}
