/** Shades of a heat map: one colour over the surface, so that the same ramp works in both themes and on paper. */
import { type ChartTheme, seriesColor } from "@/lib/charts/palette";
import type { HeatmapModel } from "@/lib/charts/types";

const PALEST = 0.06;
/** Any stronger, and the ink of the values could not be read on it. */
const STRONGEST = 0.6;

/** Beside each other, blue and orange are told apart by every reader. */
export function heatPaint(theme: ChartTheme, ramp: HeatmapModel["ramp"], shade: number): string {
  return seriesColor(theme, ramp === "diverging" && shade < 0 ? 1 : 0);
}

export function heatOpacity(shade: number): number {
  return Math.round((PALEST + (STRONGEST - PALEST) * Math.abs(shade)) * 1000) / 1000;
}
