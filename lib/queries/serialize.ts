import type { Prisma } from "@/lib/db";
import { QueryDefinition, type QueryDto, type QuerySummary } from "@/lib/queries/schemas";

export const SUMMARY_FIELDS = {
  id: true,
  name: true,
  description: true,
  category: true,
  tags: true,
  dataSourceId: true,
  dataSource: { select: { name: true } },
  updatedAt: true,
} as const satisfies Prisma.QuerySelect;

export const QUERY_FIELDS = {
  ...SUMMARY_FIELDS,
  definition: true,
  version: true,
} as const satisfies Prisma.QuerySelect;

export type QueryRow = Prisma.QueryGetPayload<{ select: typeof QUERY_FIELDS }>;
type SummaryRow = Prisma.QueryGetPayload<{ select: typeof SUMMARY_FIELDS }>;

export function serializeSummary(row: SummaryRow): QuerySummary {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    category: row.category,
    tags: row.tags,
    dataSourceId: row.dataSourceId,
    dataSourceName: row.dataSource.name,
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function serializeQuery(row: QueryRow): QueryDto {
  return {
    ...serializeSummary(row),
    definition: QueryDefinition.parse(row.definition),
    version: row.version,
  };
}
