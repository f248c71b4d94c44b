import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type Prisma, withTransaction } from "@/lib/db";
import { findQuery } from "@/lib/queries/find-query";
import {
  ListQueriesInput,
  QueryDefinition,
  type QueryDto,
  QueryIdInput,
  type QuerySummary,
  type QueryVersionDto,
} from "@/lib/queries/schemas";
import { SUMMARY_FIELDS, serializeQuery, serializeSummary } from "@/lib/queries/serialize";

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
  const rows = await withTransaction(ctx, (tx) =>
    tx.query.findMany({ where, select: SUMMARY_FIELDS, orderBy: { name: "asc" } }),
  );
  return rows.map(serializeSummary);
}

export async function getQuery(ctx: RequestContext, input: z.input<typeof QueryIdInput>): Promise<QueryDto> {
  requirePermission(ctx, "query:read");
  const { queryId } = QueryIdInput.parse(input);
  return withTransaction(ctx, async (tx) => serializeQuery(await findQuery(tx, ctx, queryId)));
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
    const authorIds = [...new Set(rows.flatMap((row) => row.authorId ?? []))];
    const people = await tx.user.findMany({
      where: { id: { in: authorIds } },
      select: { id: true, name: true },
    });
    const names = new Map(people.map((person) => [person.id, person.name]));
    return rows.map((row) => ({
      number: row.number,
      definition: QueryDefinition.parse(row.definition),
      changeNote: row.changeNote,
      authorName: names.get(row.authorId ?? "") ?? "",
      createdAt: row.createdAt.toISOString(),
    }));
  });
}
