/** Bars and shades: where a value stands among the values of its column. */
import type { CellFormat } from "@/lib/charts/cell-format-spec";
import type { CellBar } from "@/lib/charts/types";

/** Steps of each ramp; the renderer owns the colours. A diverging ramp has its middle at step 3. */
export const RAMP_STEPS = { sequential: 5, diverging: 7 } as const;

export type Extent = { low: number; high: number };

/** null when a column holds no number. */
export function extentOf(values: readonly (number | null)[]): Extent | null {
  let extent: Extent | null = null;
  for (const value of values) {
    if (value === null) continue;
    extent = extent
      ? { low: Math.min(extent.low, value), high: Math.max(extent.high, value) }
      : { low: value, high: value };
  }
  return extent;
}

/** A bar from zero to the value, on one scale for the whole column: half the value is half the length. */
export function barOf(value: number | null, extent: Extent | null): CellBar | undefined {
  if (value === null || !extent) return undefined;
  const low = Math.min(0, extent.low);
  const span = Math.max(0, extent.high) - low;
  if (span === 0) return undefined;
  const place = (at: number) => round((at - low) / span);
  return { from: place(Math.min(0, value)), to: place(Math.max(0, value)), negative: value < 0 };
}

/** Equal steps between the smallest and the largest value; to both sides of the middle, equally wide. */
export function shadeOf(
  value: number | null,
  extent: Extent | null,
  scale: NonNullable<CellFormat["scale"]>,
): number | undefined {
  if (value === null || !extent) return undefined;
  const steps = RAMP_STEPS[scale.ramp];
  if (scale.ramp === "sequential") {
    const span = extent.high - extent.low;
    return span === 0 ? 0 : Math.min(steps - 1, Math.floor(((value - extent.low) / span) * steps));
  }
  const reach = Math.max(Math.abs(extent.high - scale.middle), Math.abs(extent.low - scale.middle));
  const half = (steps - 1) / 2;
  return reach === 0 ? half : half + Math.round(((value - scale.middle) / reach) * half);
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
