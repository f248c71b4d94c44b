import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { tryQuery } from "@/lib/queries";
import type { ResultSet } from "@/lib/charts/types";
import { fillChosen } from "./chosen-template";
import { previewWidgets } from "./preview-widgets";
import { PreviewTemplateInput, type PreviewWidget } from "./schemas";

/** A template over the chosen columns, with the source's own rows; saves nothing. Throws as `createDashboardFromTemplate`. */
export async function previewDashboardTemplate(
  ctx: RequestContext,
  input: PreviewTemplateInput,
): Promise<PreviewWidget[]> {
  requirePermission(ctx, "dashboard:create");
  const parsed = PreviewTemplateInput.parse(input);
  const { template, filled } = await fillChosen(ctx, parsed);
  const range = { kind: "relative" as const, name: template.range };
  const answers = new Map<string, ResultSet>();
  for (const { id, definition } of filled.queries) {
    const { dataSourceId } = parsed;
    answers.set(id, await tryQuery(ctx, { dataSourceId, definition, values: {}, range }));
    if (ctx.signal?.aborted) throw new AppError("cancelled", "The preview is no longer needed.");
  }
  return previewWidgets(filled, (query) => answers.get(query) ?? null, ctx.workspace);
}
