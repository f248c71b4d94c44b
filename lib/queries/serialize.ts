import type { RequestContext } from "@/lib/context";
import type { Prisma } from "@/lib/db";
import { QueryDefinition, type QueryDto, type QuerySummary } from "@/lib/queries/schemas";
import { Visibility } from "@/lib/sharing/schemas";

/** What leaves the server, without the definition; `favourites` are those of the person who asks. */
export const summaryFields = (ctx: RequestContext) =>
  ({
    id: true,
    name: true,
    description: true,
    category: true,
    tags: true,
    dataSourceId: true,
    dataSource: { select: { name: true } },
    definition: true,
    ownerId: true,
    visibility: true,
    departmentId: true,
    jobRoles: true,
    isTemplate: true,
    usageCount: true,
    lastRunAt: true,
    updatedAt: true,
    favourites: {
      where: { userId: ctx.actor.kind === "user" ? ctx.actor.userId : NOBODY },
      select: { userId: true },
    },
  }) as const satisfies Prisma.QuerySelect;

const NOBODY = "00000000-0000-0000-0000-000000000000";

export const queryFields = (ctx: RequestContext) =>
  ({ ...summaryFields(ctx), version: true }) as const satisfies Prisma.QuerySelect;

type SummaryRow = Prisma.QueryGetPayload<{ select: ReturnType<typeof summaryFields> }>;
export type QueryRow = Prisma.QueryGetPayload<{ select: ReturnType<typeof queryFields> }>;

/** `ownerNames` by user id; a person who is gone has none. */
export function serializeSummary(row: SummaryRow, ownerNames: ReadonlyMap<string, string>): QuerySummary {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    category: row.category,
    tags: row.tags,
    dataSourceId: row.dataSourceId,
    dataSourceName: row.dataSource.name,
    kind: QueryDefinition.parse(row.definition).kind,
    ownerId: row.ownerId,
    ownerName: ownerNames.get(row.ownerId ?? "") ?? "",
    visibility: Visibility.parse(row.visibility),
    departmentId: row.departmentId,
    jobRoles: row.jobRoles,
    isTemplate: row.isTemplate,
    isFavourite: row.favourites.length > 0,
    usageCount: row.usageCount,
    lastRunAt: row.lastRunAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function serializeQuery(row: QueryRow, ownerNames: ReadonlyMap<string, string>): QueryDto {
  return {
    ...serializeSummary(row, ownerNames),
    definition: QueryDefinition.parse(row.definition),
    version: row.version,
  };
}
