/** One sentence a figure: read by screen readers and by mail with images off. */
import type {
  CartesianModel,
  FunnelModel,
  GaugeModel,
  HeatmapModel,
  MetricModel,
  PieModel,
  ScatterModel,
} from "@/lib/charts/types";
import { printSeries } from "@/lib/charts/print-series";

/** Naming more series than this makes no sentence. */
const MAX_NAMED = 3;
const MAX_STAGES_NAMED = 6;

export function summarizeCartesian(model: CartesianModel): string {
  const subject = model.title || `${listNames(model)} by ${model.xName.toLowerCase()}`;
  if (model.empty) return `${subject}: no data.`;
  if (model.yTicks.length === 0) return `${subject}: no values.`;
  const shown = model.series.filter((series) => !series.compares);
  const compared = model.series.find((series) => series.compares);
  if (shown.length > 1) {
    const parts = shown
      .slice(0, MAX_NAMED)
      .map((series) => `${series.name} ${describeSeries(model, series.key)}`);
    const more = shown.length - parts.length;
    const rest = more > 0 ? [`and ${more} more series`] : [];
    return `${subject}: ${[...parts, ...rest].join("; ")}.`;
  }
  const beside = compared
    ? `; drawn beside it: ${compared.name.charAt(0).toLowerCase()}${compared.name.slice(1)}`
    : "";
  return `${subject}: ${describeSeries(model, shown[0]?.key ?? "")}${beside}.`;
}

function listNames(model: CartesianModel): string {
  const shown = model.series.filter((series) => !series.compares);
  const names = shown.slice(0, MAX_NAMED).map((series) => series.name);
  const more = shown.length - names.length;
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
  const print = (reading: Reading) => `${printSeries(model, key, reading.value)} (${reading.label})`;
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

export function summarizeScatter(model: ScatterModel): string {
  const subject = model.title || `${model.y.name} by ${model.x.name.toLowerCase()}`;
  if (model.empty) return `${subject}: no data.`;
  const [first] = model.dots;
  if (!first) return `${subject}: no values.`;
  const top = model.dots.reduce((best, dot) => (dot.y > best.y ? dot : best), first);
  const low = model.dots.reduce((least, dot) => (dot.y < least.y ? dot : least), first);
  const count = model.dots.length;
  if (count === 1) return `${subject}: one dot, ${describeDot(model, first)}.`;
  return `${subject}: ${count} dots; highest ${describeDot(model, top)}, lowest ${describeDot(model, low)}.`;
}

function describeDot(model: ScatterModel, dot: ScatterModel["dots"][number]): string {
  const place = `${model.y.name.toLowerCase()} ${dot.yText} at ${model.x.name.toLowerCase()} ${dot.xText}`;
  return dot.name === "" ? place : `${dot.name} (${place})`;
}

export function summarizeFunnel(model: FunnelModel): string {
  const subject = model.title || "Stages";
  if (model.empty) return `${subject}: no data.`;
  const measured = model.stages.filter((stage) => stage.value !== null);
  if (measured.length === 0) return `${subject}: no values.`;
  const stages = model.stages
    .slice(0, MAX_STAGES_NAMED)
    .map(({ name, valueText, conversionText }) =>
      conversionText === null ? `${name} ${valueText}` : `${name} ${valueText} (${conversionText})`,
    );
  const more = model.stages.length - stages.length;
  const rest = more > 0 ? ` and ${more} more` : "";
  return `${subject}: ${stages.join(", ")}${rest}${model.overallText ? `; ${model.overallText}` : ""}.`;
}

export function summarizeHeatmap(model: HeatmapModel): string {
  const subject =
    model.title || `${model.valueName} by ${model.xName.toLowerCase()} and ${model.yName.toLowerCase()}`;
  if (model.empty) return `${subject}: no data.`;
  const cells = model.cells.flatMap((line, row) =>
    line.flatMap((cell, column) =>
      cell.value === null
        ? []
        : [
            {
              value: cell.value,
              text: `${cell.text} (${model.columns[column]?.label}, ${model.rows[row]?.label})`,
            },
          ],
    ),
  );
  const [first] = cells;
  if (!first) return `${subject}: no values.`;
  const high = cells.reduce((best, cell) => (cell.value > best.value ? cell : best), first);
  const low = cells.reduce((least, cell) => (cell.value < least.value ? cell : least), first);
  return cells.length === 1
    ? `${subject}: ${first.text}.`
    : `${subject}: highest ${high.text}, lowest ${low.text}.`;
}

export function summarizeGauge(model: GaugeModel): string {
  const subject = model.title || "Value";
  if (model.value === null) return `${subject}: no data.`;
  const parts = [`${model.text} on a scale from ${model.min.text} to ${model.max.text}`];
  if (model.target)
    parts.push(`target ${model.target.text} ${model.target.reached ? "reached" : "not reached"}`);
  if (model.tone) parts.push(`in the ${model.tone} range`);
  return `${subject}: ${parts.join(", ")}.`;
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
