import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { InvalidInputError } from "@/lib/errors";
import { findSeenQueries } from "@/lib/queries";
import { findFigures, type StoredWidget } from "./find-figures";
import type { DashboardFilters, WidgetDto } from "./schemas";
import { bentFilter, figureText, withoutNewFilters } from "./sharing/vouch";

type Content = { filters: DashboardFilters; widgets: readonly WidgetDto[] };

/**
 * Makes the stored widgets of a dashboard equal to `after.widgets`: known keys are changed, new ones added, the others
 * deleted. Whoever writes vouches for the figures whose queries they see; the others stay as they are. Throws
 * InvalidInputError naming the widget whose query is not there or not seen.
 */
export async function writeWidgets(
  tx: Tx,
  ctx: RequestContext,
  dashboardId: string,
  before: DashboardFilters,
  after: Content,
): Promise<void> {
  const scope = { workspaceId: ctx.workspace.id, dashboardId };
  const stored = await findFigures(tx, ctx, dashboardId);
  const widgets = await vouchFor(tx, ctx, { filters: before, widgets: stored }, after);

  await tx.widget.deleteMany({ where: { ...scope, key: { notIn: widgets.map((widget) => widget.key) } } });
  for (const { key, layout, ...widget } of widgets) {
    const data = { ...widget, ...layout };
    await tx.widget.upsert({
      where: { dashboardId_key: { dashboardId, key }, workspaceId: ctx.workspace.id },
      create: { ...scope, key, ...data },
      update: data,
      select: { id: true },
    });
  }
}

async function vouchFor(
  tx: Tx,
  ctx: RequestContext,
  before: { filters: DashboardFilters; widgets: readonly StoredWidget[] },
  after: Content,
): Promise<StoredWidget[]> {
  const ids = after.widgets.flatMap((widget) => widget.queryId ?? []);
  const seen = await findSeenQueries(tx, ctx, ids);
  const me = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const vouched = new Map(before.widgets.map((widget) => [figureText(widget), widget.vouchedById]));
  const isUnseen = ({ queryId }: WidgetDto) => queryId !== null && !seen.has(queryId);
  const unseen = after.widgets.filter(isUnseen);
  // One whose query was deleted since must not keep the rest of the dashboard from being saved.
  const bent = unseen.find((widget) => !vouched.has(figureText(widget)));
  if (bent) throw unseenError(bent, before.widgets, after.widgets);
  const filter = bentFilter(before.filters, after.filters, unseen);
  if (filter)
    throw new InvalidInputError(
      `The filter "${filter}" decides what "${titleOf(unseen[0])}" shows, whose query is not shared with you. Leave the filter as it is; you may add others.`,
    );
  return after.widgets.map((widget) =>
    isUnseen(widget)
      ? {
          ...withoutNewFilters(widget, before.filters, after.filters),
          vouchedById: vouched.get(figureText(widget)) ?? null,
        }
      : { ...widget, vouchedById: widget.queryId === null ? null : me },
  );
}

function unseenError(
  widget: WidgetDto,
  before: readonly StoredWidget[],
  widgets: readonly WidgetDto[],
): InvalidInputError {
  const was = before.some(({ key, queryId }) => key === widget.key && queryId === widget.queryId);
  const message = was
    ? `The query of "${titleOf(widget)}" was deleted or is not shared with you. Leave the figure as it was, or choose another query.`
    : `The query of "${titleOf(widget)}" does not exist, or you cannot see it. Choose another query.`;
  const field = `widgets.${widgets.indexOf(widget)}.queryId`;
  return new InvalidInputError(message, { fields: { [field]: message }, widgetKey: widget.key });
}

const titleOf = (widget: WidgetDto | undefined): string => widget?.visual.title || widget?.key || "";
