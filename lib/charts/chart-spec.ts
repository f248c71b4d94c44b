/** The charts: kinds of figure that are drawn from rows. Their schemas. Client-safe. */
import { z } from "zod";
import { AggregateSchema, columnName, common } from "@/lib/charts/spec-parts";

/** Series on one x: side by side, on top of each other, or as shares of their sum. */
export const StackingSchema = z.enum(["none", "stacked", "percent"]);
export type Stacking = z.infer<typeof StackingSchema>;

/** A line across the plot: a value somebody wrote down, or the average of what is drawn. */
export const ReferenceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("value"), value: z.number(), label: z.string().max(60).optional() }),
  z.object({
    kind: z.literal("average"),
    column: columnName.optional(),
    label: z.string().max(60).optional(),
  }),
]);
export type ReferenceSpec = z.infer<typeof ReferenceSchema>;

/** Words at one place of the x axis: a date as `YYYY-MM-DD`, or a category as it is printed. */
export const AnnotationSchema = z.object({
  at: z.string().min(1, "Say where the note stands.").max(200),
  text: z.string().min(1, "Write the note.").max(80, "A note has at most 80 characters."),
});

export const AxisSchema = z.object({
  min: z.number().optional(),
  max: z.number().optional(),
  scale: z.enum(["linear", "log"]).optional(),
  title: z.string().max(60, "The title of an axis has at most 60 characters.").optional(),
});
export type AxisSpec = z.infer<typeof AxisSchema>;

/** Series or category, as printed, to a place in the theme's palette (0–9). */
const colors = z.record(z.string().max(200), z.number().int().min(0).max(9));
const legend = z.enum(["auto", "bottom", "hidden"]);
export const SortSchema = z.enum(["query", "largest", "smallest", "name"]);

const plot = {
  ...common,
  x: columnName,
  stacking: StackingSchema.optional(),
  references: z.array(ReferenceSchema).max(10).optional(),
  annotations: z.array(AnnotationSchema).max(20).optional(),
  axis: AxisSchema.optional(),
  colors: colors.optional(),
  /** What is drawn where a value is missing. A bar that is missing is never drawn either way. */
  missing: z.enum(["gap", "zero", "connect"]).optional(),
  /** Of categories; time is always in its own order. */
  sort: SortSchema.optional(),
  /** The largest of the categories are shown, the others become "Other". */
  top: z.number().int().min(1).max(100).optional(),
  legend: legend.optional(),
};

const values = z.array(columnName).min(1, "Choose at least one value.").max(50);

const cartesian = {
  ...plot,
  /** One or more measures; with `series`, exactly the first is used. */
  y: values,
  /** Column whose values become series. */
  series: columnName.optional(),
  horizontal: z.boolean().default(false),
  /** Documents written before there were shares say `stacked` instead of `stacking`. */
  stacked: z.boolean().optional(),
};

type Stackable = { stacking?: Stacking | undefined; stacked?: boolean | undefined };

function withStacking<Spec extends Stackable>({ stacked, ...spec }: Spec) {
  return { ...spec, stacking: spec.stacking ?? (stacked ? "stacked" : "none") } satisfies {
    stacking: Stacking;
  };
}

export const LineSpec = z.object({ kind: z.literal("line"), ...cartesian }).transform(withStacking);
export const BarSpec = z.object({ kind: z.literal("bar"), ...cartesian }).transform(withStacking);
export const AreaSpec = z.object({ kind: z.literal("area"), ...cartesian }).transform(withStacking);

/** Bars of `y`, and lines of `lines` over them, on an axis of their own when they are measured otherwise. */
export const ComboSpec = z.object({
  kind: z.literal("combo"),
  ...plot,
  /** Bars of shares would leave the lines without an axis. */
  stacking: z.enum(["none", "stacked"]).default("none"),
  y: values,
  lines: z.array(columnName).min(1, "Choose at least one value for the line.").max(20),
  linesAxis: z.enum(["left", "right"]).default("right"),
});

export const PieSpec = z.object({
  kind: z.literal("pie"),
  ...common,
  category: columnName,
  value: columnName,
  /** A ring with its total in the middle, when left out. */
  shape: z.enum(["ring", "disc"]).optional(),
  colors: colors.optional(),
  top: z.number().int().min(1).max(20).optional(),
});

export const ScatterSpec = z.object({
  kind: z.literal("scatter"),
  ...common,
  x: columnName,
  y: columnName,
  /** Measure that becomes the area of a dot: a bubble chart. */
  size: columnName.optional(),
  /** Category that becomes the colour of a dot. */
  color: columnName.optional(),
  /** Names a dot in its tooltip and table. */
  label: columnName.optional(),
  xAxis: AxisSchema.optional(),
  axis: AxisSchema.optional(),
  references: z.array(ReferenceSchema).max(10).optional(),
  colors: colors.optional(),
  legend: legend.optional(),
});

export const FunnelSpec = z.object({
  kind: z.literal("funnel"),
  ...common,
  /** Column that names the stages, one or more rows each; without it every one of `values` is a stage. */
  category: columnName.optional(),
  values: z.array(columnName).min(1, "Choose at least one value.").max(20),
  sort: z.enum(["query", "largest"]).optional(),
});

/** What of a column stands on an axis of a heat map: its value, or the weekday or hour of its time. */
export const HeatPartSchema = z.enum(["value", "weekday", "hour", "month"]);
export type HeatPart = z.infer<typeof HeatPartSchema>;

export const HeatmapSpec = z.object({
  kind: z.literal("heatmap"),
  ...common,
  x: columnName,
  xPart: HeatPartSchema.default("value"),
  y: columnName,
  yPart: HeatPartSchema.default("value"),
  value: columnName,
});

export const GaugeSpec = z.object({
  kind: z.literal("gauge"),
  ...common,
  value: columnName,
  aggregate: AggregateSchema.default("sum"),
  denominator: columnName.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  target: z.number().optional(),
  direction: z.enum(["higher", "lower", "none"]).default("higher"),
  /** Ends of the ranges, ascending; the last one reaches to the end of the scale. */
  ranges: z
    .array(z.object({ to: z.number(), tone: z.enum(["bad", "fair", "good"]) }))
    .max(6)
    .optional(),
});

export const ChartSpec = z.discriminatedUnion("kind", [
  LineSpec,
  BarSpec,
  AreaSpec,
  ComboSpec,
  PieSpec,
  ScatterSpec,
  FunnelSpec,
  HeatmapSpec,
  GaugeSpec,
]);
export type ChartSpec = z.infer<typeof ChartSpec>;
export type ChartKind = ChartSpec["kind"];

export type ComboSpec = z.infer<typeof ComboSpec>;
export type PieSpec = z.infer<typeof PieSpec>;
export type ScatterSpec = z.infer<typeof ScatterSpec>;
export type FunnelSpec = z.infer<typeof FunnelSpec>;
export type HeatmapSpec = z.infer<typeof HeatmapSpec>;
export type GaugeSpec = z.infer<typeof GaugeSpec>;
export type CartesianSpec = z.infer<typeof LineSpec> | z.infer<typeof BarSpec> | z.infer<typeof AreaSpec>;
