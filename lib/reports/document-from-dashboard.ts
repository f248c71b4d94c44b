import { isChart } from "@/lib/charts/chart-spec";
import type { DashboardDto, WidgetDto } from "@/lib/dashboards/schemas";
import { assertNever } from "@/lib/errors";
import { type ReportBlock, ReportDocument } from "./schemas";

const METRICS_PER_ROW = 4;

/**
 * A dashboard read like a page: top to bottom, then left to right. Metric cards that follow one another
 * become rows of up to four; every other widget becomes a block of its own.
 */
export function documentFromDashboard(dashboard: DashboardDto): ReportDocument {
  const inReadingOrder = [...dashboard.widgets].sort(
    (a, b) => a.layout.y - b.layout.y || a.layout.x - b.layout.x,
  );
  const blocks: ReportBlock[] = [];
  for (const widget of inReadingOrder) addWidget(blocks, widget);
  return ReportDocument.parse({ range: dashboard.filters.range, blocks });
}

function addWidget(blocks: ReportBlock[], widget: WidgetDto): void {
  const { key: id, queryId, parameters, visual } = widget;
  if (queryId === null) return;
  if (isChart(visual)) {
    blocks.push({ id, kind: "chart", queryId, parameters, visual });
    return;
  }
  switch (visual.kind) {
    case "metric": {
      const item = { id, queryId, parameters, visual };
      const last = blocks.at(-1);
      if (last?.kind === "metrics" && last.items.length < METRICS_PER_ROW) last.items.push(item);
      else blocks.push({ id: `row-${id}`.slice(0, 40), kind: "metrics", items: [item] });
      return;
    }
    case "table":
    case "pivot":
      blocks.push({ id, kind: "table", queryId, parameters, visual });
      return;
    default:
      assertNever(visual);
  }
}
