import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { QueryDefinition } from "@/lib/queries/schemas";
import { TEMPLATES } from "./catalogue";
import { fillTemplate, type TemplateColumns } from "./fill-template";
import { previewWidgets } from "./preview-widgets";
import { sampleResult } from "./sample-rows";
import type { TemplateSummary } from "./schemas";
import type { DashboardTemplate } from "./template";

/** What comes with the product, each drawn from sample rows. */
export async function listDashboardTemplates(ctx: RequestContext): Promise<TemplateSummary[]> {
  requirePermission(ctx, "dashboard:create");
  return TEMPLATES.map((template) => {
    const { id, name, description, category, slots } = template;
    return { id, name, description, category, slots, preview: samplePreview(template, ctx.workspace) };
  });
}

function samplePreview(template: DashboardTemplate, place: { locale: string; zone: string }) {
  const filled = fillTemplate(template, { schema: "", name: "sample" }, sampleColumns(template));
  const rows = new Map(
    filled.queries.map(({ id, definition }) => {
      const parsed = QueryDefinition.parse(definition);
      if (parsed.kind !== "builder") throw new Error(`The query ${id} is not one of the builder.`);
      return [id, sampleResult(parsed.builder)];
    }),
  );
  return previewWidgets(filled, (query) => rows.get(query) ?? null, place);
}

const sampleColumns = ({ slots }: DashboardTemplate): TemplateColumns =>
  Object.fromEntries(slots.map(({ name, label, types: [type = "text"] }) => [name, { name: label, type }]));
