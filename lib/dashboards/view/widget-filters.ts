import type { RequestContext } from "@/lib/context";
import type { StoredWidget } from "@/lib/dashboards/find-figures";
import { isFigure } from "@/lib/dashboards/widgets";
import type { CrossFilter, DashboardFilters, DashboardView, WidgetDto } from "@/lib/dashboards/schemas";
import { withTransaction } from "@/lib/db";
import { type ColumnOrigin, type FigureFilter, findColumnOrigin, findSeenQueries } from "@/lib/queries";
import { drawsColumn } from "./drawn-columns";
import { effectiveView, filterLabel, type SetFilter } from "./effective-view";

type Clicked = CrossFilter & { origin: ColumnOrigin | undefined; vouchedById: string | null };

/** A view as the widgets of one dashboard are asked for it. */
export type WidgetQuestion = Pick<ReturnType<typeof effectiveView>, "range" | "comparison"> & {
  filtersOf: (widget: StoredWidget) => FigureFilter[];
};

export async function readView(
  ctx: RequestContext,
  dashboard: { filters: DashboardFilters; widgets: readonly StoredWidget[] },
  view: DashboardView,
): Promise<WidgetQuestion> {
  const { filters, ...period } = effectiveView(dashboard.filters, view);
  const clicked = await findClicked(ctx, dashboard.widgets, view.cross);
  const narrows = clicked.length > 0 ? await narrowing(ctx, dashboard.widgets) : () => false;
  return {
    ...period,
    filtersOf: (widget) => [
      ...lockedFirst(filters).map((set) => dashboardFilter(set, widget.options.bindings)),
      // The widget that was clicked goes on showing everything.
      ...clicked.filter((one) => one.widgetKey !== widget.key && narrows(one, widget)).map(crossFilter),
    ],
  };
}

/**
 * A figure whose query the reader does not see is narrowed only by figures of the same voucher: otherwise somebody else
 * could put a column beside it and learn, click by click, what it was never meant to tell.
 */
async function narrowing(
  ctx: RequestContext,
  widgets: readonly StoredWidget[],
): Promise<(clicked: Clicked, widget: StoredWidget) => boolean> {
  const ids = widgets.flatMap(({ queryId }) => queryId ?? []);
  const seen = await withTransaction(ctx, (tx) => findSeenQueries(tx, ctx, ids));
  return ({ vouchedById }, widget) =>
    widget.vouchedById === vouchedById || (widget.queryId !== null && seen.has(widget.queryId));
}

/** Where several reach one parameter, the first holds it. */
export const lockedFirst = (filters: readonly SetFilter[]): SetFilter[] =>
  [...filters].sort((a, b) => Number(b.filter.isLocked) - Number(a.filter.isLocked));

/** A filter that is set, on its way to a widget of these bindings. */
export function dashboardFilter(
  { filter, value }: SetFilter,
  bindings: WidgetDto["options"]["bindings"],
): FigureFilter {
  const aim = Object.hasOwn(bindings, filter.name) ? bindings[filter.name] : undefined;
  return {
    label: filterLabel(filter),
    type: filter.type,
    value,
    aim: aim ?? { kind: "same_name", name: filter.name },
  };
}

function crossFilter({ column, value, origin }: Clicked): FigureFilter {
  const type = typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "text";
  return { label: column, type, value, aim: { kind: "same_name", name: column }, origin, isClicked: true };
}

function findClicked(
  ctx: RequestContext,
  widgets: readonly StoredWidget[],
  cross: readonly CrossFilter[],
): Promise<Clicked[]> {
  const drawn = cross.flatMap((filter) => {
    const widget = widgets.find(({ key }) => key === filter.widgetKey);
    if (!widget || !isFigure(widget) || !drawsColumn(widget.visual, filter.column)) return [];
    return [{ ...filter, queryId: widget.queryId, vouchedById: widget.vouchedById }];
  });
  return Promise.all(
    drawn.map(async ({ queryId, ...filter }) => ({
      ...filter,
      origin: await findColumnOrigin(ctx, {
        queryId,
        column: filter.column,
        vouchedBy: filter.vouchedById,
      }),
    })),
  );
}
