/**
 * The prepared models: the only thing a renderer may draw. They are plain JSON, so they cross from the
 * server to the browser and into the render workers unchanged; every text in them is already formatted.
 */
import type { Stacking } from "@/lib/charts/chart-spec";
import type { TimeGrain } from "@/lib/charts/time-grain";
import type { DateStyle } from "@/lib/format/dates";
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
export type Notice = {
  kind: "truncated" | "downsampled" | "merged" | "unfiltered" | "own_period";
  text: string;
};

export type ChartSeries = {
  /** Key into `ChartPoint.values`. */
  key: string;
  name: string;
  /** Index into the categorical palette, 0-based; the renderer owns the colours. */
  color: number;
  /** In a chart of bars and lines: drawn as a line. */
  asLine?: boolean;
  /** Measured on the right axis. */
  onRight?: boolean;
  /** Key of the series whose earlier period it is: drawn quieter, in the same colour. */
  compares?: string;
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
  /** The time in the period compared with that stands at this place, complete; left out where there is none. */
  comparedLabel?: string;
};

/** A line across the plot at one value. */
export type ReferenceModel = { value: number; text: string };

/** Words at one point of the x axis. */
export type AnnotationModel = { index: number; text: string };

/** The second axis of a chart whose lines are measured otherwise than its bars. */
export type RightAxis = {
  unit: Unit;
  yTicks: { value: number; label: string }[];
  unitLabel: string;
};

export type CartesianModel = {
  kind: "line" | "bar" | "area" | "combo";
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
  /** Ends of the value axis, where they are not its outer ticks: what lies beyond is cut off. */
  yDomain?: [number, number];
  yScale?: "log";
  right?: RightAxis;
  references?: ReferenceModel[];
  annotations?: AnnotationModel[];
  /** Lines and areas run on over a missing value. */
  connects?: boolean;
  /** Above the plot when left out. */
  legend?: "bottom" | "hidden";
} & ModelBase;

export type PieModel = {
  kind: "pie";
  title: string;
  /** The query's name of the column whose values are the parts. */
  column: string;
  unit: Unit;
  /** A ring with its total in the middle when left out. */
  shape?: "disc";
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

/** One axis of a plot of dots. */
export type DotAxis = {
  name: string;
  unit: Unit;
  ticks: { value: number; label: string }[];
  unitLabel: string;
  domain: [number, number];
  scale?: "log";
};

export type Dot = {
  x: number;
  y: number;
  /** 0–1, of the largest area; null when dots are all of one size. */
  size: number | null;
  /** Key of its series. */
  series: string;
  name: string;
  xText: string;
  yText: string;
  sizeText: string | null;
  raw?: Cell;
};

export type ScatterModel = {
  kind: "scatter";
  title: string;
  /** The query's name of the column that names a dot; without it dots filter nothing. */
  column?: string;
  x: DotAxis;
  y: DotAxis;
  sizeName: string | null;
  /** One for each colour; a single one when dots are not told apart. */
  series: ChartSeries[];
  dots: Dot[];
  references?: ReferenceModel[];
  legend?: "bottom" | "hidden";
} & ModelBase;

export type FunnelStage = {
  name: string;
  value: number | null;
  valueText: string;
  /** Of the first stage; more than 1 where a later stage is larger. null when it cannot be computed. */
  share: number | null;
  shareText: string;
  /** Of the stage before; null for the first. */
  conversionText: string | null;
  raw?: Cell;
};

export type FunnelModel = {
  kind: "funnel";
  title: string;
  column?: string;
  unit: Unit;
  stages: FunnelStage[];
  /** "24.1 % from Booked to Paid"; null with fewer than two stages. */
  overallText: string | null;
} & ModelBase;

export type HeatLabel = { label: string; raw?: Cell };

export type HeatmapModel = {
  kind: "heatmap";
  title: string;
  xName: string;
  yName: string;
  valueName: string;
  /** Left out where a label is a weekday or an hour: many times, not one value of the column. */
  xColumn?: string;
  yColumn?: string;
  columns: HeatLabel[];
  rows: HeatLabel[];
  /** Row by row; null where nothing was measured. */
  cells: { value: number | null; text: string; shade: number }[][];
  unit: Unit;
  /** `diverging` when values lie on both sides of zero: shades then run from -1 to 1, else from 0 to 1. */
  ramp: "sequential" | "diverging";
  /** Printed at the ends of the ramp. */
  lowText: string;
  highText: string;
} & ModelBase;

export type GaugeModel = {
  kind: "gauge";
  title: string;
  value: number | null;
  unit: Unit;
  text: string;
  min: { value: number; text: string };
  max: { value: number; text: string };
  target: { value: number; text: string; reached: boolean } | null;
  /** Ascending, without gaps, from `min` to `max`; empty when no ranges were chosen. */
  ranges: { from: number; to: number; tone: GaugeTone; text: string }[];
  /** How the value is judged by the range it lies in; null without ranges. */
  tone: GaugeTone | null;
} & ModelBase;

export type GaugeTone = "bad" | "fair" | "good";

export type ChartModel = CartesianModel | PieModel | ScatterModel | FunnelModel | HeatmapModel | GaugeModel;

/** The rows in which a column holds a value. */
export type Condition = {
  /** The query's name of the column. */
  column: string;
  /** As the query answered it: null where the category is missing. */
  value: Cell;
  /** As people read it. */
  label: string;
};

export type TableColumn = {
  key: string;
  name: string;
  /** The query's name of a column whose cells can be chosen: what a selection filters by. */
  column?: string;
  /**
   * Of a pivot's values: what the column stands for; empty for all of them together, left out where it stands for
   * several and filters nothing.
   */
  stands?: Condition[];
  type: ColumnType;
  unit?: Unit;
  /** Of dates and times: how their days are printed. */
  dates?: DateStyle;
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

/**
 * `raw` feeds workbooks and sorting, `text` is what people read; `value` is the query's own where `raw` is not, which a
 * selection filters by.
 */
export type TableCell = { raw: Cell; text: string; value?: Cell; look?: CellLook };

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
  /** Of a day or a time: the query's cell, whose epoch milliseconds are `value`. */
  moment?: { type: "date" | "timestamp"; cell: string; dates?: DateStyle };
  /** Exactly the string shown on the screen, in the PDF and in the mail. */
  text: string;
  comparison: {
    /** e.g. "vs previous 30 days" */
    label: string;
    previous: number | null;
    previousText: string;
    /** Change as printed: "+6.1 %" or "+0.9 pt" for percent units; null when it cannot be computed. */
    changeText: string | null;
    /** The same as an amount: "+€10,819". Left out where the change is one already, or cannot be computed. */
    differenceText?: string;
    direction: "up" | "down" | "flat";
    /** Judged by the metric's direction; neutral when none was chosen. */
    tone: "good" | "bad" | "neutral";
  } | null;
  /** `progress` is the part of it that is reached, 0–1 and its text; left out where less is better. */
  target: {
    value: number;
    text: string;
    reached: boolean;
    progress?: { share: number; text: string };
  } | null;
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
