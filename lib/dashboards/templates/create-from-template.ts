import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { insertDashboard } from "@/lib/dashboards/create-dashboard";
import { CreateDashboardInput, type DashboardDto } from "@/lib/dashboards/schemas";
import { withTransaction } from "@/lib/db";
import { insertQuery } from "@/lib/queries";
import { fillChosen } from "./chosen-template";
import { CHOICE_COLUMN, type FilledTemplate } from "./fill-template";
import { DashboardFromTemplateInput } from "./schemas";
import type { DashboardTemplate } from "./template";

/**
 * Makes a dashboard of a template with the queries it shows, all or nothing. Throws NotFoundError for an unknown
 * template, source or table, InvalidInputError beside the slots, ConflictError when a name is taken.
 */
export async function createDashboardFromTemplate(
  ctx: RequestContext,
  input: DashboardFromTemplateInput,
): Promise<DashboardDto> {
  requirePermission(ctx, "dashboard:create");
  requirePermission(ctx, "query:create");
  const chosen = DashboardFromTemplateInput.parse(input);
  const { dataSourceId, name } = chosen;
  const { template, filled } = await fillChosen(ctx, chosen);

  return withTransaction(ctx, async (tx) => {
    const save = async (query: { name: string; definition: FilledTemplate["choices"]["definition"] }) => {
      const fields = { name: `${name}: ${query.name}`, dataSourceId, definition: query.definition };
      return (await insertQuery(tx, ctx, fields)).id;
    };
    const choicesId = await save(filled.choices);
    const ids = new Map<string, string>();
    for (const query of filled.queries) ids.set(query.id, await save(query));
    return insertDashboard(tx, ctx, dashboardOf(name, template, filled, { choicesId, ids }));
  });
}

function dashboardOf(
  name: string,
  template: DashboardTemplate,
  { widgets, filter }: FilledTemplate,
  { choicesId, ids }: { choicesId: string; ids: ReadonlyMap<string, string> },
) {
  return CreateDashboardInput.parse({
    name,
    description: template.description,
    filters: {
      range: { kind: "relative", name: template.range },
      fields: [
        {
          ...filter,
          type: "text",
          isList: true,
          options: { kind: "query", queryId: choicesId, valueColumn: CHOICE_COLUMN },
        },
      ],
    },
    widgets: widgets.map(({ query, visual, layout }, index) => ({
      key: `${template.id}-${index + 1}`,
      queryId: ids.get(query),
      visual,
      layout,
    })),
  });
}
