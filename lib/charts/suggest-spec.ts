import { columnLabel } from "@/lib/charts/columns";
import type { CartesianSpec } from "@/lib/charts/chart-spec";
import type { VisualSpec } from "@/lib/charts/spec";
import type { ResultColumn, ResultSet } from "@/lib/charts/types";

/** A line chart with more lines than this is a thicket. */
const MAX_LINES = 12;
const MAX_BARS = 40;
/** Longer names are read more easily beside a bar than under it. */
const LONG_NAME = 12;

/**
 * A sensible first picture of a result: a line over time, bars over categories, one number alone as a
 * metric, and a table for everything else.
 */
export function suggestSpec(result: ResultSet): VisualSpec {
  const time = result.columns.find((column) => column.role === "time" && distinct(result, column) > 1);
  const measures = result.columns.filter((column) => column.role === "measure" && column.type === "number");
  const dimensions = result.columns.filter((column) => column.role === "dimension");
  const [measure] = measures;
  if (!measure || result.rows.length === 0) return table();
  if (result.rows.length === 1 && dimensions.length === 0) return metric(measure);
  const comparable = measures
    .filter((candidate) => candidate.unit === measure.unit)
    .map((candidate) => candidate.name);
  const [dimension] = dimensions;
  if (time) {
    if (dimensions.length === 0) return cartesian("line", time, comparable);
    const fits = dimensions.length === 1 && dimension && distinct(result, dimension) <= MAX_LINES;
    return fits ? cartesian("line", time, [measure.name], { series: dimension.name }) : table();
  }
  if (dimension && dimensions.length === 1 && distinct(result, dimension) <= MAX_BARS) {
    return cartesian("bar", dimension, comparable, { horizontal: hasLongNames(result, dimension) });
  }
  return table();
}

function table(): VisualSpec {
  return { kind: "table", title: "", columns: [], totals: false, maxRows: 1000 };
}

function metric(measure: ResultColumn): VisualSpec {
  return {
    kind: "metric",
    title: columnLabel(measure.name),
    value: measure.name,
    aggregate: "sum",
    compare: "none",
    direction: "none",
  };
}

function cartesian(
  kind: "line" | "bar",
  x: ResultColumn,
  y: string[],
  more: Partial<Pick<CartesianSpec, "series" | "horizontal">> = {},
): VisualSpec {
  const title = `${y.slice(0, 2).map(columnLabel).join(" and ")} by ${columnLabel(more.series ?? x.name).toLowerCase()}`;
  return { kind, title, x: x.name, y: y.slice(0, MAX_LINES), stacking: "none", horizontal: false, ...more };
}

function distinct(result: ResultSet, column: ResultColumn): number {
  const index = result.columns.indexOf(column);
  return new Set(result.rows.map((row) => row[index])).size;
}

function hasLongNames(result: ResultSet, column: ResultColumn): boolean {
  const index = result.columns.indexOf(column);
  const lengths = result.rows.map((row) => String(row[index] ?? "").length);
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length > LONG_NAME;
}
