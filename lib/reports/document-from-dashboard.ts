import { isChart } from "@/lib/charts/kinds";
import { inReadingOrder, isFigure } from "@/lib/dashboards";
import type { DashboardDto, FigureWidget, WidgetDto } from "@/lib/dashboards/schemas";
import { assertNever } from "@/lib/errors";
import { type ReportBlock, ReportDocument } from "./schemas";

const METRICS_PER_ROW = 4;

/**
 * A dashboard read like a page: tab by tab, section by section, top to bottom, then left to right. Metric cards that
 * follow one another become rows of up to four; every other figure, text and picture becomes a block of its own. What
 * the workspace finds out by itself stands on the screen alone.
 */
export function documentFromDashboard({ filters, settings, widgets }: DashboardDto): ReportDocument {
  const blocks: ReportBlock[] = [];
  for (const tab of settings.tabs) {
    addHeading(blocks, tab.key, 1, settings.tabs.length > 1 ? tab.name : "");
    for (const section of tab.sections) {
      addHeading(blocks, section.key, 2, section.name);
      for (const widget of inReadingOrder(widgets.filter(({ section: key }) => key === section.key)))
        addWidget(blocks, widget);
    }
  }
  return ReportDocument.parse({ range: filters.range, blocks });
}

function addHeading(blocks: ReportBlock[], key: string, level: 1 | 2, text: string): void {
  if (text !== "") blocks.push({ id: `h${level}-${key}`.slice(0, 40), kind: "heading", level, text });
}

function addWidget(blocks: ReportBlock[], widget: WidgetDto): void {
  if (isFigure(widget)) return addFigure(blocks, widget);
  const { key: id, visual, layout } = widget;
  if (visual.kind === "image") {
    const { title, pictureId, alt } = visual;
    blocks.push({ id, kind: "image", title, pictureId, alt, width: layout.w });
    return;
  }
  if (visual.kind !== "text" || visual.markdown.trim() === "") return;
  const title = visual.title ? `**${visual.title}**\n\n` : "";
  blocks.push({ id, kind: "text", markdown: title + visual.markdown });
}

function addFigure(blocks: ReportBlock[], { key: id, queryId, parameters, visual }: FigureWidget): void {
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
