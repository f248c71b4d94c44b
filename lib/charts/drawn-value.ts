import type { ChartPoint } from "@/lib/charts/types";

/** Where a series stands at a point: its value, unless the chart draws shares, a logarithm, or a stand-in. */
export function drawnValue(point: ChartPoint, key: string): number | null {
  return (point.drawn ?? point.values)[key] ?? null;
}
