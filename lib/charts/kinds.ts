/** The kinds of what can be drawn, told apart without their schemas: pages that only draw do not load those. */
import type { ChartKind } from "@/lib/charts/chart-spec";
import type { ContentKind } from "@/lib/charts/content-spec";
import type { TabularSpec, VisualSpec, WidgetSpec } from "@/lib/charts/spec";

/** In the order in which they are offered. */
export const CHART_KINDS = [
  "line",
  "bar",
  "area",
  "combo",
  "pie",
  "scatter",
  "funnel",
  "heatmap",
  "gauge",
] as const satisfies readonly ChartKind[];

const IS_CONTENT: Record<ContentKind, true> = {
  text: true,
  image: true,
  insight: true,
  prediction: true,
  alerts: true,
};
const CHARTS: ReadonlySet<string> = new Set(CHART_KINDS);

/** Is it drawn from rows as a chart? Holds for specs and for prepared models alike. */
export function isChart<Figure extends { kind: string }>(
  figure: Figure,
): figure is Extract<Figure, { kind: ChartKind }> {
  return CHARTS.has(figure.kind);
}

export function isTabular(spec: VisualSpec): spec is TabularSpec {
  return spec.kind === "table" || spec.kind === "pivot";
}

export function needsQuery(spec: WidgetSpec): spec is VisualSpec {
  return !Object.hasOwn(IS_CONTENT, spec.kind);
}
