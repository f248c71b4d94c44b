/** A dashboard read like a page, with the figures of one view: what the renderers of documents are given. Pure. */
import { fillMarkdown, fillVariables, type VariableValues } from "@/lib/charts/variables";
import type { Notice, PreparedModel } from "@/lib/charts/types";
import { GRID_COLUMNS, inReadingOrder } from "@/lib/dashboards";
import type { DashboardDto, DashboardTab, WidgetDto } from "@/lib/dashboards/schemas";
import type { WidgetAnswer } from "@/lib/dashboards/view/schemas";
import type { PreparedBlock } from "@/lib/reports/document";
import type { Pictures } from "./collect-pictures";
import type { Figures } from "./collect-figures";

type DocumentParts = {
  dashboard: Pick<DashboardDto, "settings">;
  /** Those that were asked for. */
  widgets: readonly WidgetDto[];
  figures: Figures;
  pictures: Pictures;
  variables: VariableValues;
  /** How many numbers stand in one row: one where each is a table of its own. */
  metricsPerRow: number;
};

/** Tab by tab, each on a new page, section by section, top to bottom, then left to right. */
export function dashboardBlocks(parts: DocumentParts): PreparedBlock[] {
  const { tabs } = parts.dashboard.settings;
  const blocks: PreparedBlock[] = [];
  for (const tab of tabs) {
    const inside = tabBlocks(tab, parts);
    if (inside.length === 0) continue;
    if (blocks.length > 0) blocks.push({ id: `break-${tab.key}`, kind: "page_break" });
    if (tabs.length > 1 && tab.name)
      blocks.push({ id: `tab-${tab.key}`, kind: "heading", level: 1, text: tab.name });
    blocks.push(...inside);
  }
  return blocks;
}

function tabBlocks(tab: DashboardTab, parts: DocumentParts): PreparedBlock[] {
  return tab.sections.flatMap(({ key, name }) => {
    const widgets = inReadingOrder(parts.widgets.filter(({ section }) => section === key));
    const blocks: PreparedBlock[] = [];
    for (const widget of widgets) addWidget(blocks, widget, parts);
    if (blocks.length === 0 || !name) return blocks;
    return [{ id: `section-${key}`, kind: "heading" as const, level: 2 as const, text: name }, ...blocks];
  });
}

function addWidget(blocks: PreparedBlock[], widget: WidgetDto, parts: DocumentParts): void {
  const { key: id, queryId, visual } = widget;
  const title = fillVariables(visual.title, parts.variables);
  if (queryId === null) {
    blocks.push(...contentBlocks(widget, title, parts));
    return;
  }
  const answer = parts.figures.get(id);
  if (!answer?.data) {
    const message = answer?.error?.message ?? "It was not answered.";
    blocks.push({ id, kind: "error", title: title || "This figure", message });
    return;
  }
  addModel(blocks, id, drawnModel(answer.data, title), parts.metricsPerRow);
}

/** What the workspace finds out by itself stands on the screen alone. */
function contentBlocks(
  { key, visual, layout }: WidgetDto,
  title: string,
  { variables, pictures }: DocumentParts,
): PreparedBlock[] {
  if (visual.kind === "image") {
    const { alt, pictureId } = visual;
    const picture = pictures.get(pictureId) ?? null;
    return [{ id: key, kind: "picture", title, alt, picture, share: layout.w / GRID_COLUMNS }];
  }
  if (visual.kind !== "text") return [];
  const heading = title
    ? [{ id: `${key}-title`, kind: "heading" as const, level: 2 as const, text: title }]
    : [];
  return [...heading, { id: key, kind: "text", markdown: fillMarkdown(visual.markdown, variables) }];
}

function addModel(blocks: PreparedBlock[], id: string, model: PreparedModel, metricsPerRow: number): void {
  switch (model.kind) {
    case "metric": {
      const last = blocks.at(-1);
      if (last?.kind === "metrics" && last.items.length < metricsPerRow) last.items.push(model);
      else blocks.push({ id, kind: "metrics", items: [model] });
      return;
    }
    case "table":
      blocks.push({ id, kind: "table", model });
      return;
    default:
      blocks.push({ id, kind: "chart", model });
  }
}

/** With its title in words, and honest remarks where the period or a filter, printed above, does not reach it. */
export function drawnModel(
  { model, followsPeriod, notFiltered }: NonNullable<WidgetAnswer["data"]>,
  title: string,
): PreparedModel {
  const remarks: Notice[] = [];
  if (!followsPeriod) remarks.push({ kind: "own_period", text: "Does not show the chosen period." });
  if (notFiltered.length > 0)
    remarks.push({ kind: "unfiltered", text: `Not filtered by ${notFiltered.join(", ")}.` });
  return { ...model, title, notices: [...model.notices, ...remarks] };
}
