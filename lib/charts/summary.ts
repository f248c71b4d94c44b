/** One sentence a figure: read by screen readers and by mail with images off. */
import type { CartesianModel, MetricModel, PieModel } from "@/lib/charts/types";
import { formatValue } from "@/lib/format/value";

/** Naming more series than this makes no sentence. */
const MAX_NAMED = 3;

export function summarizeCartesian(model: CartesianModel): string {
  const subject = model.title || `${listNames(model)} by ${model.xName.toLowerCase()}`;
  if (model.empty) return `${subject}: no data.`;
  if (model.yTicks.length === 0) return `${subject}: no values.`;
  if (model.series.length > 1) {
    const parts = model.series
      .slice(0, MAX_NAMED)
      .map((series) => `${series.name} ${describeSeries(model, series.key)}`);
    const more = model.series.length - parts.length;
    const rest = more > 0 ? [`and ${more} more series`] : [];
    return `${subject}: ${[...parts, ...rest].join("; ")}.`;
  }
  return `${subject}: ${describeSeries(model, model.series[0]?.key ?? "")}.`;
}

function listNames(model: CartesianModel): string {
  const names = model.series.slice(0, MAX_NAMED).map((series) => series.name);
  const more = model.series.length - names.length;
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ") || "Chart";
}

type Reading = { label: string; value: number };

/** Time tells a course, categories tell the extremes. */
function describeSeries(model: CartesianModel, key: string): string {
  const readings = model.points.flatMap((point): Reading[] => {
    const value = point.values[key] ?? null;
    return value === null ? [] : [{ label: point.label, value }];
  });
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) return "has no values";
  const print = (reading: Reading) =>
    `${formatValue(reading.value, model.unit, { locale: model.locale, decimals: model.decimals })} (${reading.label})`;
  if (readings.length === 1) return print(first);
  const high = readings.reduce((best, reading) => (reading.value > best.value ? reading : best));
  const low = readings.reduce((best, reading) => (reading.value < best.value ? reading : best));
  const extremes = `highest ${print(high)}, lowest ${print(low)}`;
  return model.xType === "time" ? `from ${print(first)} to ${print(last)}, ${extremes}` : extremes;
}

export function summarizePie(model: PieModel): string {
  const subject = model.title || "Shares";
  if (model.empty) return `${subject}: no data.`;
  const parts = model.slices.slice(0, MAX_NAMED).map((slice) => `${slice.name} ${slice.shareText}`);
  if (parts.length === 0) return `${subject}: no values.`;
  const more = model.slices.length - parts.length;
  return `${subject}: ${parts.join(", ")}${more > 0 ? ` and ${more} more` : ""}, ${model.totalText} in all.`;
}

export function summarizeMetric(model: MetricModel): string {
  const { comparison, target } = model;
  const parts = [model.value === null ? "no data" : model.text];
  if (comparison?.changeText)
    parts.push(
      `${comparison.changeText} ${comparison.label} (${comparison.previousText})`.replace(/ {2,}/g, " "),
    );
  if (target) parts.push(`target ${target.text} ${target.reached ? "reached" : "not reached"}`);
  return `${model.title || "Metric"}: ${parts.join(", ")}.`;
}
