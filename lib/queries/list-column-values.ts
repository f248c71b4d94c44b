import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { emptyBuilder } from "@/lib/queries/builder/model";
import type { BuilderQuery } from "@/lib/queries/builder/schema";
import { executeDefinition } from "@/lib/queries/execute-definition";
import { BuilderDefinition, ColumnValuesInput } from "@/lib/queries/schemas";

/** More are no longer chosen from but written. */
const MOST_VALUES = 200;

/**
 * The distinct values of a column as texts, the most frequent first, without empty ones; at most 200. Kept like
 * any answer. Throws NotFoundError and what asking the source throws.
 */
export async function listColumnValues(
  ctx: RequestContext,
  input: z.input<typeof ColumnValuesInput>,
): Promise<{ values: string[] }> {
  requirePermission(ctx, "query:run");
  const { dataSourceId, ...column } = ColumnValuesInput.parse(input);
  const result = await executeDefinition(ctx, {
    dataSourceId,
    queryId: null,
    definition: BuilderDefinition.parse({ kind: "builder", builder: valuesByFrequency(column) }),
    values: {},
    purpose: "OPTIONS",
  });
  return { values: result.rows.map(([value]) => String(value ?? "")) };
}

function valuesByFrequency(column: Omit<z.output<typeof ColumnValuesInput>, "dataSourceId">): BuilderQuery {
  const query = emptyBuilder({ schema: column.schema, name: column.table });
  const field = {
    kind: "column" as const,
    table: query.tables[0]?.id ?? "",
    column: column.column,
    type: column.type,
  };
  return {
    ...query,
    dimensions: [{ id: "value_of_column", name: "value", field, grain: null }],
    measures: [{ id: "rows_with_value", name: "rows", kind: "count" }],
    filters: {
      kind: "group",
      match: "all",
      items: [{ kind: "filter", field, operator: "is_not_empty", value: null }],
    },
    sort: [
      { by: "rows_with_value", direction: "descending" },
      { by: "value_of_column", direction: "ascending" },
    ],
    limit: MOST_VALUES,
  };
}
