import type { CartesianModel, ChartPoint, ChartSeries } from "@/lib/charts/types";
import { formatChange, formatValue } from "@/lib/format/value";
import type { Unit } from "@/lib/format/units";

/** The unit a series is measured in: that of its axis. */
export function unitOfSeries(model: CartesianModel, key: string): Unit {
  const series = model.series.find((candidate) => candidate.key === key);
  return series?.onRight && model.right ? model.right.unit : model.unit;
}

/** A value of a series as people read it. The digits that were chosen are those of the left axis. */
export function printSeries(model: CartesianModel, key: string, value: number | null): string {
  const unit = unitOfSeries(model, key);
  const decimals = unit === model.unit ? model.decimals : undefined;
  return formatValue(value, unit, { locale: model.locale, decimals });
}

/** From the period compared with to the one shown, at one point: "+6.1 %"; null where it cannot be computed. */
export function changeAt(
  model: CartesianModel,
  point: ChartPoint,
  { key, compares }: ChartSeries,
): string | null {
  const [now, before] = [point.values[compares ?? ""] ?? null, point.values[key] ?? null];
  return formatChange(now, before, unitOfSeries(model, key), model);
}
