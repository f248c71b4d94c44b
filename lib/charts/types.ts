/**
 * The prepared models: the only thing a renderer may draw. They are plain JSON, so they cross from the
 * server to the browser and into the render workers unchanged; every text in them is already formatted.
 */
import type { Stacking } from "@/lib/charts/chart-spec";
import type { TimeGrain } from "@/lib/charts/time-grain";
import type { Unit } from "@/lib/format/units";

export type ColumnType = "text" | "number" | "boolean" | "date" | "timestamp";
/** Dates are `YYYY-MM-DD`, timestamps ISO 8601 in UTC. A number too long for a double stays a decimal string. */
export type Cell = string | number | boolean | null;

export type ResultColumn = {
  name: string;
  type: ColumnType;
  role: "dimension" | "measure" | "time";
  unit?: Unit;
};

export type ResultSet = {
  columns: ResultColumn[];
  rows: Cell[][];
  /** ISO 8601: when the source answered. A cached result keeps the time of the first answer. */
  asOf: string;
  /** True when the row cap cut the result. */
  truncated: boolean;
  durationMs: number;
  fromCache: boolean;
};

/** Honest remarks shown beside the figure, e.g. "Showing the first 5,000 rows." */
export type Notice = { kind: "truncated" | "downsampled" | "merged"; text: string };

export type ChartSeries = {
  /** Key into `ChartPoint.values`. */
  key: string;
  name: string;
  /** Index into the categorical palette, 0-based; the renderer owns the colours. */
  color: number;
  /** The value of `splitColumn` it stands for; left out where it stands for none, or for several. */
  raw?: Cell;
};

export type ChartPoint = {
  /** Formatted category or time, complete: "5 Oct 2026". Read in tables and tooltips. */
  label: string;
  /** Shorter form for the axis when the other points supply the rest: "5 Oct". `label` when left out. */
  axisLabel?: string;
  /** Place on the axis: epoch ms for time, the text for a category. */
  x: number | string;
  /** The cell of the query it was read from; left out where it stands for several. What a selection filters by. */
  raw?: Cell;
  /** null is a gap; zero is a measurement. */
  values: Record<string, number | null>;
  /** Where the series stand, when that is not at their values: shares of a stack, for example. */
  drawn?: Record<string, number | null>;
};

export type CartesianModel = {
  kind: "line" | "bar" | "area";
  title: string;
  xName: string;
  /** The query's name of the x column, and of the column that was split into series. */
  xColumn: string;
  splitColumn?: string;
  xType: "time" | "category";
  stacking: Stacking;
  horizontal: boolean;
  series: ChartSeries[];
  points: ChartPoint[];
  /**
   * For time: sets of point indices that fall on round dates, densest first. A renderer labels the first set
   * that fits its width. Left out for categories.
   */
  xTickSets?: number[][];
  /** For time: the period a point stands for, and the zone its clock is read in. */
  time?: { grain: TimeGrain; zone: string };
  unit: Unit;
  /** Digits after the point, when the person chose them. */
  decimals?: number;
  /** BCP 47: tooltips and tables print the values of `points` in it. */
  locale: string;
  /** Axis ticks chosen by prepare ("nice" numbers), with their printed form. */
  yTicks: { value: number; label: string }[];
  /** Printed above the axis, e.g. "€ thousand"; empty when the unit needs no words. */
  unitLabel: string;
} & ModelBase;

export type PieModel = {
  kind: "pie";
  title: string;
  /** The query's name of the column whose values are the parts. */
  column: string;
  unit: Unit;
  /** Never negative; `label` printed beside the slice, `share` 0–1. */
  slices: {
    name: string;
    value: number;
    valueText: string;
    share: number;
    shareText: string;
    color: number;
    /** The cell of the query; left out where it stands for several, as in "Other". */
    raw?: Cell;
  }[];
  /** Formatted total, drawn in the middle. */
  totalText: string;
} & ModelBase;

export type ChartModel = CartesianModel | PieModel;

export type TableColumn = {
  key: string;
  name: string;
  type: ColumnType;
  unit?: Unit;
  align: "left" | "right";
  /** Its name under a band that says the rest. */
  shortName?: string;
  /** Of the shades its cells wear. */
  ramp?: "sequential" | "diverging";
  /** What the marks in its cells mean, in the order in which they are tried. */
  legend?: { mark: string; tone: MarkTone; text: string }[];
};

export type MarkTone = "good" | "warn" | "bad" | "note" | "neutral";
export type CellArrow = { direction: "up" | "down" | "flat"; tone: "good" | "bad" | "neutral" };
/** Ends of a bar, 0–1 of the column's scale; one of them is its zero. */
export type CellBar = { from: number; to: number; negative: boolean };

/** Everything about a cell beyond its text, already decided: a renderer only draws it. */
export type CellLook = {
  tone?: Exclude<MarkTone, "neutral">;
  arrow?: CellArrow;
  /** Step of the column's ramp, 0 the lightest or lowest. */
  shade?: number;
  bar?: CellBar;
  /** Oldest first; null is a gap. */
  spark?: (number | null)[];
  /** http, https, mailto, or a path of the application that begins with one "/". */
  href?: string;
};

/** `raw` feeds workbooks and sorting, `text` is what people read. */
export type TableCell = { raw: Cell; text: string; look?: CellLook };

export type TableModel = {
  kind: "table";
  title: string;
  columns: TableColumn[];
  rows: TableCell[][];
  /** Sums of additive measures, when asked for. */
  totals: (TableCell | null)[] | null;
  /** Of a pivot: for each row how deep it stands, 0 outermost, and whether the rows below it are its parts. */
  outline?: { depth: number; isGroup: boolean }[];
  /** Of a pivot: how many columns, from the first, name the rows. */
  headings?: number;
  /** Heads above the heads of the columns that follow the headings. */
  bands?: { name: string; span: number }[];
} & ModelBase;

export type MetricModel = {
  kind: "metric";
  title: string;
  /** null when there is no data; `text` is then an en dash. */
  value: number | null;
  unit: Unit;
  /** Exactly the string shown on the screen, in the PDF and in the mail. */
  text: string;
  comparison: {
    /** e.g. "vs previous 30 days" */
    label: string;
    previous: number | null;
    previousText: string;
    /** Change as printed: "+6.1 %" or "+0.9 pt" for percent units; null when it cannot be computed. */
    changeText: string | null;
    direction: "up" | "down" | "flat";
    /** Judged by the metric's direction; neutral when none was chosen. */
    tone: "good" | "bad" | "neutral";
  } | null;
  target: { value: number; text: string; reached: boolean } | null;
  /** Oldest first; null is a gap; empty when there is no series. */
  sparkline: (number | null)[];
} & ModelBase;

type ModelBase = {
  /** No rows at all: renderers show an "empty" state, never a blank. */
  empty: boolean;
  notices: Notice[];
  /** One sentence for screen readers and for mail with images off. */
  summary: string;
  /** ISO 8601. */
  asOf: string;
};

export type PreparedModel = ChartModel | TableModel | MetricModel;
