import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { InvalidInputError } from "@/lib/errors";
import { findSeenQueries } from "@/lib/queries";
import type { WidgetDto } from "./schemas";

/**
 * Makes the stored widgets of a dashboard equal to `widgets`: known keys are changed, new ones added, the
 * others deleted. Throws InvalidInputError naming the widget whose query is not in this workspace.
 */
export async function writeWidgets(
  tx: Tx,
  ctx: RequestContext,
  dashboardId: string,
  widgets: readonly WidgetDto[],
): Promise<void> {
  const scope = { workspaceId: ctx.workspace.id, dashboardId };
  const stored = await tx.widget.findMany({ where: scope, select: { key: true, queryId: true } });
  await requireQueries(tx, ctx, widgets, new Map(stored.map((widget) => [widget.key, widget.queryId])));

  await tx.widget.deleteMany({ where: { ...scope, key: { notIn: widgets.map((widget) => widget.key) } } });
  for (const { key, queryId, visual, parameters, section, layout, options } of widgets) {
    const data = { queryId, visual, parameters, section, options, ...layout };
    await tx.widget.upsert({
      where: { dashboardId_key: { dashboardId, key }, workspaceId: ctx.workspace.id },
      create: { ...scope, key, ...data },
      update: data,
      select: { id: true },
    });
  }
}

async function requireQueries(
  tx: Tx,
  ctx: RequestContext,
  widgets: readonly WidgetDto[],
  storedQueries: ReadonlyMap<string, string | null>,
): Promise<void> {
  // A widget whose query was deleted since must not keep the rest of the dashboard from being saved.
  const chosen = widgets.filter((widget) => storedQueries.get(widget.key) !== widget.queryId);
  const known = await findSeenQueries(
    tx,
    ctx,
    chosen.flatMap((widget) => widget.queryId ?? []),
  );
  const missing = chosen.find((widget) => widget.queryId !== null && !known.has(widget.queryId));
  if (!missing) return;
  const message = `The query of "${missing.visual.title || missing.key}" does not exist, or you cannot see it. Choose another query.`;
  const field = `widgets.${widgets.indexOf(missing)}.queryId`;
  throw new InvalidInputError(message, { fields: { [field]: message }, widgetKey: missing.key });
}
