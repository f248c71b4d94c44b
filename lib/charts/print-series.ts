import type { CartesianModel } from "@/lib/charts/types";
import { formatValue } from "@/lib/format/value";
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
