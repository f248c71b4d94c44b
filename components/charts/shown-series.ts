import type { ChartSeries } from "@/lib/charts/types";

/** The series that nobody switched off. The axis stays as it is, so that nothing moves but what was asked for. */
export function shownSeries<Series extends ChartSeries>(
  model: { series: Series[] },
  hidden: ReadonlySet<string> | undefined,
): Series[] {
  return hidden?.size ? model.series.filter((series) => !hidden.has(series.key)) : model.series;
}
