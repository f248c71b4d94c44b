import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { describeDataSource } from "@/lib/data-sources";
import { InvalidInputError, NotFoundError } from "@/lib/errors";
import { createQuery } from "@/lib/queries/create-query";
import { fillTemplate } from "@/lib/queries/library/templates";
import { type QueryDto, UseTemplateInput } from "@/lib/queries/schemas";

/**
 * Makes one's own query of a template that comes with the product, from a table and columns of the source. Throws
 * NotFoundError for an unknown template or table, InvalidInputError beside the slot whose column does not fit.
 */
export async function createFromTemplate(
  ctx: RequestContext,
  input: z.input<typeof UseTemplateInput>,
): Promise<QueryDto> {
  requirePermission(ctx, "query:create");
  const { templateId, name, dataSourceId, schema, table: tableName, columns } = UseTemplateInput.parse(input);
  const { tables } = await describeDataSource(ctx, { dataSourceId });
  const table = tables.find((entry) => entry.schema === schema && entry.name === tableName);
  if (!table) throw new NotFoundError("table");

  const chosen = Object.entries(columns).map(([slot, column]) => {
    const found = table.columns.find((entry) => entry.name === column);
    return [slot, found && { name: found.name, type: found.valueType }] as const;
  });
  const filled = fillTemplate(templateId, { schema, name: tableName }, Object.fromEntries(chosen));
  if (!filled) throw new NotFoundError("template");
  if ("missing" in filled) {
    const fields = filled.missing.map(({ name: slot, label, types }) => [
      `columns.${slot}`,
      `Choose a column for “${label}”; it must hold ${types.join(" or ")} values.`,
    ]);
    throw new InvalidInputError("Some columns are missing or do not fit.", {
      fields: Object.fromEntries(fields),
    });
  }
  return createQuery(ctx, {
    name,
    dataSourceId,
    definition: { kind: "builder", builder: filled.builder },
    visibility: "PRIVATE",
  });
}
