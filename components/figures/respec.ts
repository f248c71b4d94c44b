/** Specs made from the columns of a query: the first one, and the same figure as another kind. Pure. */
import { columnLabel, isAdditive, unitOf } from "@/lib/charts/columns";
import type { CartesianSpec } from "@/lib/charts/chart-spec";
import type { PivotSpec } from "@/lib/charts/pivot-spec";
import { isTabular } from "@/lib/charts/kinds";
import type { VisualKind, VisualSpec } from "@/lib/charts/spec";
import type { ResultColumn } from "@/lib/charts/types";
import { assertNever } from "@/lib/errors";

/** What a figure of any kind shows: how a spec survives a change of its kind. */
type Shown = {
  across?: string;
  values: string[];
  series?: string;
};

/**
 * A first spec that fits the columns: a line over time, bars over categories, one number when there is
 * nothing to compare, else a table. With rows at hand, `suggestSpec` of lib/charts judges better.
 */
export function specFromColumns(columns: readonly ResultColumn[]): VisualSpec {
  const [measure] = measuresOf(columns);
  if (!measure) return makeSpec("table", columns, { values: [] }, "");
  const across = acrossOf(columns);
  const kind: VisualKind = !across ? "metric" : across.role === "time" ? "line" : "bar";
  const title = across
    ? `${columnLabel(measure.name)} by ${columnLabel(across.name).toLowerCase()}`
    : columnLabel(measure.name);
  return makeSpec(kind, columns, { across: across?.name, values: [measure.name] }, title);
}

/** The same columns as another kind of figure; title, unit and decimals stay. */
export function changeKind(
  visual: VisualSpec,
  kind: VisualKind,
  columns: readonly ResultColumn[],
): VisualSpec {
  if (visual.kind === kind) return visual;
  const { unit, decimals } = isTabular(visual) ? {} : visual;
  const changed = makeSpec(kind, columns, shownBy(visual), visual.title);
  return isTabular(changed) ? changed : { ...changed, unit, decimals };
}

function shownBy(visual: VisualSpec): Shown {
  switch (visual.kind) {
    case "metric":
      return { across: visual.sparklineBy, values: [visual.value] };
    case "line":
    case "bar":
    case "area":
      return { across: visual.x, values: visual.y, series: visual.series };
    case "combo":
      return { across: visual.x, values: [...visual.y, ...visual.lines] };
    case "pie":
      return { across: visual.category, values: [visual.value] };
    case "scatter":
      return { across: visual.label, values: [visual.x, visual.y], series: visual.color };
    case "funnel":
      return { across: visual.category, values: visual.values };
    case "heatmap":
      return { across: visual.x, values: [visual.value], series: visual.y };
    case "gauge":
      return { values: [visual.value] };
    case "table":
      return { values: visual.columns.map((column) => column.name) };
    case "pivot":
      return {
        across: visual.columns[0] ?? visual.rows[0],
        values: visual.measures.map((measure) => measure.value),
        series: visual.columns.length > 0 ? visual.rows[0] : undefined,
      };
    default:
      return assertNever(visual);
  }
}

function makeSpec(
  kind: VisualKind,
  columns: readonly ResultColumn[],
  shown: Shown,
  title: string,
): VisualSpec {
  const measures = measuresOf(columns).map((column) => column.name);
  const chosen = shown.values.filter((name) => measures.includes(name));
  const values = chosen.length > 0 ? chosen : measures.slice(0, 1);
  const [value = ""] = values;
  const across = shown.across ?? acrossOf(columns)?.name ?? "";
  switch (kind) {
    case "metric":
      return {
        kind,
        title,
        value,
        aggregate: adds(value, columns) ? "sum" : "avg",
        sparklineBy: timeOf(columns)?.name,
        compare: "none",
        direction: "none",
      };
    case "line":
    case "bar":
    case "area":
      return cartesian(kind, title, { ...shown, across, values });
    case "combo":
      return combo(title, across, values, measures);
    case "pie":
      return { kind, title, category: dimensionOf(columns)?.name ?? across, value };
    case "scatter": {
      const [x = "", y = ""] = [...values, ...measures.filter((name) => !values.includes(name))];
      return {
        kind,
        title,
        x,
        y: y || x,
        ...(dimensionOf(columns) ? { label: dimensionOf(columns)?.name } : {}),
      };
    }
    case "funnel": {
      const category = dimensionOf(columns)?.name;
      return category === undefined
        ? { kind, title, values: measures }
        : { kind, title, category, values: [value] };
    }
    case "heatmap":
      return heatmap(title, value, columns);
    case "gauge":
      return { kind, title, value, aggregate: adds(value, columns) ? "sum" : "avg", direction: "higher" };
    case "table":
      return { kind, title, columns: [], totals: false, maxRows: 1000 };
    case "pivot":
      return pivot(title, columns, values);
    default:
      return assertNever(kind);
  }
}

/** The first dimension down the side, time or the second one along the top. */
function pivot(title: string, columns: readonly ResultColumn[], values: readonly string[]): PivotSpec {
  const [first, second] = columns.filter((column) => column.role === "dimension");
  const time = timeOf(columns);
  const [down, along] = first ? [first, time ?? second] : [time, undefined];
  return {
    kind: "pivot",
    title,
    rows: down ? [down.name] : [],
    columns: along ? [along.name] : [],
    measures: values.map((value) => ({ value, aggregate: adds(value, columns) ? "sum" : "avg" })),
    totals: true,
    sortBy: "name",
    maxColumns: 12,
    maxRows: 1000,
  };
}

/** Bars of the first value, a line of the next one: a rate, if there is one. */
function combo(title: string, x: string, values: string[], measures: string[]): VisualSpec {
  const [bars = "", ...others] = values;
  const line = others[0] ?? measures.find((name) => name !== bars) ?? bars;
  return { kind: "combo", title, x, y: [bars], lines: [line], linesAxis: "right", stacking: "none" };
}

/** Two categories; a time alone becomes its weekdays and hours. */
function heatmap(title: string, value: string, columns: readonly ResultColumn[]): VisualSpec {
  const dimensions = columns.filter((column) => column.role === "dimension").map((column) => column.name);
  const time = timeOf(columns);
  const kind = "heatmap";
  const [first = "", second] = dimensions;
  if (second !== undefined)
    return { kind, title, x: second, xPart: "value", y: first, yPart: "value", value };
  if (!time) return { kind, title, x: first, xPart: "value", y: first, yPart: "value", value };
  if (first !== "") return { kind, title, x: time.name, xPart: "value", y: first, yPart: "value", value };
  const xPart = time.type === "timestamp" ? "hour" : "month";
  return { kind, title, x: time.name, xPart, y: time.name, yPart: "weekday", value };
}

/** Rates and scores must not be summed over rows. */
function adds(name: string, columns: readonly ResultColumn[]): boolean {
  const column = columns.find((candidate) => candidate.name === name);
  return column === undefined || isAdditive(name, unitOf(column, undefined));
}

function cartesian(
  kind: CartesianSpec["kind"],
  title: string,
  shown: Shown & { across: string },
): CartesianSpec {
  const { across, values, series } = shown;
  return {
    kind,
    title,
    x: across,
    y: values,
    ...(series ? { series } : {}),
    stacking: kind === "area" && series !== undefined ? "stacked" : "none",
    horizontal: false,
  };
}

export function measuresOf(columns: readonly ResultColumn[]): ResultColumn[] {
  const measures = columns.filter((column) => column.role === "measure" && column.type === "number");
  return measures.length > 0 ? measures : columns.filter((column) => column.type === "number");
}

export const timeOf = (columns: readonly ResultColumn[]) => columns.find((column) => column.role === "time");
export const dimensionOf = (columns: readonly ResultColumn[]) =>
  columns.find((column) => column.role === "dimension");
const acrossOf = (columns: readonly ResultColumn[]) => timeOf(columns) ?? dimensionOf(columns);
