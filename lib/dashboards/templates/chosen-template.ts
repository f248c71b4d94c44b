import type { RequestContext } from "@/lib/context";
import { describeDataSource } from "@/lib/data-sources";
import { InvalidInputError, NotFoundError } from "@/lib/errors";
import { TEMPLATES } from "./catalogue";
import { fillTemplate, type FilledTemplate, missingSlots } from "./fill-template";
import type { DashboardTemplate } from "./template";

type Chosen = {
  templateId: string;
  dataSourceId: string;
  schema: string;
  table: string;
  columns: Readonly<Record<string, string>>;
};

/**
 * A template with the chosen columns, their types read from the source. Throws NotFoundError for an unknown template,
 * source or table, InvalidInputError beside each slot whose column is missing or does not fit.
 */
export async function fillChosen(
  ctx: RequestContext,
  { templateId, dataSourceId, schema, table: name, columns }: Chosen,
): Promise<{ template: DashboardTemplate; filled: FilledTemplate }> {
  const template = TEMPLATES.find(({ id }) => id === templateId);
  if (!template) throw new NotFoundError("template");
  const { tables } = await describeDataSource(ctx, { dataSourceId });
  const table = tables.find((entry) => entry.schema === schema && entry.name === name);
  if (!table) throw new NotFoundError("table");
  const chosen = Object.fromEntries(
    template.slots.map(({ name: slot }) => {
      const column = Object.hasOwn(columns, slot) ? columns[slot] : undefined;
      const found = table.columns.find((entry) => entry.name === column);
      return [slot, found && { name: found.name, type: found.valueType }];
    }),
  );
  const missing = missingSlots(template, chosen);
  if (missing.length > 0)
    throw new InvalidInputError("Some columns are missing or do not fit.", {
      fields: Object.fromEntries(
        missing.map(({ name: slot, label, types }) => [
          `columns.${slot}`,
          `Choose a column for “${label}”; it must hold ${types.join(" or ")} values.`,
        ]),
      ),
    });
  return { template, filled: fillTemplate(template, { schema, name }, chosen) };
}
