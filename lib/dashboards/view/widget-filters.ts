import type { RequestContext } from "@/lib/context";
import {
  type CrossFilter,
  type DashboardDto,
  type DashboardView,
  isFigure,
  type WidgetDto,
} from "@/lib/dashboards/schemas";
import { type ColumnOrigin, type FigureFilter, findColumnOrigin } from "@/lib/queries";
import { drawsColumn } from "./drawn-columns";
import { effectiveView, filterLabel, type SetFilter } from "./effective-view";

type Clicked = CrossFilter & { origin: ColumnOrigin | undefined };

/** A view as the widgets of one dashboard are asked for it. */
export type WidgetQuestion = Pick<ReturnType<typeof effectiveView>, "range" | "comparison"> & {
  filtersOf: (widget: WidgetDto) => FigureFilter[];
};

export async function readView(
  ctx: RequestContext,
  dashboard: Pick<DashboardDto, "filters" | "widgets">,
  view: DashboardView,
): Promise<WidgetQuestion> {
  const { filters, ...period } = effectiveView(dashboard.filters, view);
  const clicked = await findClicked(ctx, dashboard.widgets, view.cross);
  return {
    ...period,
    filtersOf: (widget) => [
      ...filters.map((set) => dashboardFilter(set, widget)),
      // The widget that was clicked goes on showing everything.
      ...clicked.filter(({ widgetKey }) => widgetKey !== widget.key).map(crossFilter),
    ],
  };
}

function dashboardFilter({ filter, value }: SetFilter, { options }: WidgetDto): FigureFilter {
  const aim = Object.hasOwn(options.bindings, filter.name) ? options.bindings[filter.name] : undefined;
  return {
    label: filterLabel(filter),
    type: filter.type,
    value,
    aim: aim ?? { kind: "same_name", name: filter.name },
  };
}

function crossFilter({ column, value, origin }: Clicked): FigureFilter {
  const type = typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "text";
  return { label: column, type, value, aim: { kind: "same_name", name: column }, origin };
}

function findClicked(
  ctx: RequestContext,
  widgets: readonly WidgetDto[],
  cross: readonly CrossFilter[],
): Promise<Clicked[]> {
  const drawn = cross.flatMap((filter) => {
    const widget = widgets.find(({ key }) => key === filter.widgetKey);
    if (!widget || !isFigure(widget) || !drawsColumn(widget.visual, filter.column)) return [];
    return [{ ...filter, queryId: widget.queryId }];
  });
  return Promise.all(
    drawn.map(async ({ queryId, ...filter }) => ({
      ...filter,
      origin: await findColumnOrigin(ctx, { queryId, column: filter.column }),
    })),
  );
}
