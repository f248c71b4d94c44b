import { columnLabel, isAdditive, unitOf } from "@/lib/charts/columns";
import { DAY_MS, readTime } from "@/lib/charts/local-time";
import type { CartesianSpec } from "@/lib/charts/chart-spec";
import type { VisualSpec } from "@/lib/charts/spec";
import type { ResultColumn, ResultSet } from "@/lib/charts/types";

const HOUR_MS = 3_600_000;
/** A line chart with more lines than this is a thicket. */
const MAX_LINES = 12;
const MAX_BARS = 40;
/** More columns than this do not fit beside one another. */
const MAX_ACROSS = 12;
/** Longer names are read more easily beside a bar than under it. */
const LONG_NAME = 12;

/**
 * A sensible first picture of a result: a line over time, or weekdays and hours where it is many hours; bars over
 * categories, a funnel of stages, a heat map or a pivot of two categories, dots of two measures, one number alone as a
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
  const clock = measures.length === 1 && time === undefined ? weekdayAndHour(result, dimensions) : null;
  if (clock) return heatmap(clock.weekday, clock.hour, measure);
  if (time) {
    if (dimensions.length === 0 && measures.length === 1 && isManyHours(result, time))
      return hourMap(time, measure);
    if (dimensions.length === 0) return cartesian("line", time, comparable);
    const fits = dimensions.length === 1 && dimension && distinct(result, dimension) <= MAX_LINES;
    return fits ? cartesian("line", time, [measure.name], { series: dimension.name }) : table();
  }
  const second = dimensions[1];
  if (dimension && second && dimensions.length === 2 && fillsGrid(result, dimension, second))
    return heatmap(dimension, second, measure);
  if (dimensions.length === 0 && measures[1] && result.rows.length > MIN_DOTS)
    return scatter(measure, measures[1]);
  if (dimension && dimensions.length === 1 && isStages(result, dimension, measure))
    return funnel(dimension, measure);
  if (dimension && dimensions.length === 1 && distinct(result, dimension) <= MAX_BARS) {
    return cartesian("bar", dimension, comparable, { horizontal: hasLongNames(result, dimension) });
  }
  const crossed = dimensions.length === 2 && dimensions.every((column) => distinct(result, column) > 1);
  return crossed ? pivot(result, dimensions, measure) : table();
}

/** Two dimensions and a measure: the one with fewer values along the top. */
function pivot(result: ResultSet, dimensions: ResultColumn[], measure: ResultColumn): VisualSpec {
  const [across, down] = [...dimensions].sort((a, b) => distinct(result, a) - distinct(result, b));
  if (!across || !down || distinct(result, across) > MAX_ACROSS) return table();
  const adds = isAdditive(measure.name, unitOf(measure, undefined));
  return {
    kind: "pivot",
    title: `${columnLabel(measure.name)} by ${columnLabel(down.name).toLowerCase()} and ${columnLabel(across.name).toLowerCase()}`,
    rows: [down.name],
    columns: [across.name],
    measures: [{ value: measure.name, aggregate: adds ? "sum" : "avg" }],
    totals: true,
    sortBy: "name",
    maxColumns: 12,
    maxRows: 1000,
  };
}

/** Two measures say something about each other from some rows on. */
const MIN_DOTS = 4;
const MAX_GRID_SIDE = 31;

/** Each pair once, and most pairs there: that is a grid. */
function fillsGrid(result: ResultSet, first: ResultColumn, second: ResultColumn): boolean {
  const [across, down] = [distinct(result, first), distinct(result, second)];
  const sides = across > 1 && down > 1 && across <= MAX_GRID_SIDE && down <= MAX_GRID_SIDE;
  return sides && result.rows.length > (across * down) / 2 && result.rows.length <= across * down;
}

const WEEKDAY_NAME = /(^|[_\s])(week_?day|day_of_week|dow)([_\s]|$)/i;
const HOUR_NAME = /(^|[_\s])hours?([_\s]|$)/i;

/** Named as weekday and hour, and no more of each than there are: a picture of the week, however sparse. */
function weekdayAndHour(result: ResultSet, dimensions: ResultColumn[]) {
  const weekday = dimensions.find((column) => WEEKDAY_NAME.test(column.name));
  const hour = dimensions.find((column) => column !== weekday && HOUR_NAME.test(column.name));
  if (!weekday || !hour || dimensions.length !== 2) return null;
  const isClock = distinct(result, weekday) <= 7 && distinct(result, hour) <= 24;
  return isClock && distinct(result, weekday) > 1 && distinct(result, hour) > 1 ? { weekday, hour } : null;
}

/** Hours of more days than these are a comb as a line, and a pattern by weekday and hour. */
const LEAST_DAYS = 14;
const LEAST_HOURS = 6;

/** Whole hours, several of a day, over weeks. */
function isManyHours(result: ResultSet, time: ResultColumn): boolean {
  if (time.type !== "timestamp") return false;
  const index = result.columns.indexOf(time);
  const epochs = result.rows.flatMap((row) => readTime(row[index], time) ?? []);
  const [days, hours] = [DAY_MS, HOUR_MS].map(
    (step) => new Set(epochs.map((epoch) => Math.floor(epoch / step))),
  );
  const clock = new Set(epochs.map((epoch) => epoch % DAY_MS));
  return (
    epochs.every((epoch) => epoch % HOUR_MS === 0) &&
    clock.size >= LEAST_HOURS &&
    (days?.size ?? 0) >= LEAST_DAYS &&
    (hours?.size ?? 0) === epochs.length
  );
}

const STAGE_NAME = /(^|[_\s])(stage|step|phase|funnel)s?([_\s]|$)/i;
const MAX_STAGES = 8;

/** Named as stages, and each at most as large as the one before. */
function isStages(result: ResultSet, dimension: ResultColumn, measure: ResultColumn): boolean {
  const index = result.columns.indexOf(measure);
  const count = result.rows.length;
  if (!STAGE_NAME.test(dimension.name) || count < 2 || count > MAX_STAGES) return false;
  const values = result.rows.map((row) => Number(row[index] ?? 0));
  return values.every((value, place) => place === 0 || value <= (values[place - 1] ?? 0));
}

function heatmap(y: ResultColumn, x: ResultColumn, value: ResultColumn): VisualSpec {
  const title = `${columnLabel(value.name)} by ${columnLabel(y.name).toLowerCase()} and ${columnLabel(x.name).toLowerCase()}`;
  const parts = { xPart: "value", yPart: "value" } as const;
  return { kind: "heatmap", title, x: x.name, y: y.name, value: value.name, ...parts };
}

function hourMap(time: ResultColumn, value: ResultColumn): VisualSpec {
  const title = `${columnLabel(value.name)} by weekday and hour`;
  return {
    kind: "heatmap",
    title,
    x: time.name,
    xPart: "hour",
    y: time.name,
    yPart: "weekday",
    value: value.name,
  };
}

function scatter(x: ResultColumn, y: ResultColumn): VisualSpec {
  const title = `${columnLabel(y.name)} by ${columnLabel(x.name).toLowerCase()}`;
  return { kind: "scatter", title, x: x.name, y: y.name };
}

function funnel(stage: ResultColumn, value: ResultColumn): VisualSpec {
  const title = `${columnLabel(value.name)} by ${columnLabel(stage.name).toLowerCase()}`;
  return { kind: "funnel", title, category: stage.name, values: [value.name] };
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
