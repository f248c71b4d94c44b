/** The charts: kinds of figure that are drawn from rows. Their schemas, and the list of them. Client-safe. */
import { z } from "zod";
import { columnName, common } from "@/lib/charts/spec-parts";

/** Series on one x: side by side, on top of each other, or as shares of their sum. */
export const StackingSchema = z.enum(["none", "stacked", "percent"]);
export type Stacking = z.infer<typeof StackingSchema>;

const cartesian = {
  ...common,
  x: columnName,
  /** One or more measures; with `series`, exactly the first is used. */
  y: z.array(columnName).min(1, "Choose at least one value.").max(50),
  /** Column whose values become series. */
  series: columnName.optional(),
  stacking: StackingSchema.optional(),
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

export const PieSpec = z.object({
  kind: z.literal("pie"),
  ...common,
  category: columnName,
  value: columnName,
});

/** In the order in which they are offered. */
export const CHART_KINDS = ["line", "bar", "area", "pie"] as const;

export const ChartSpec = z.discriminatedUnion("kind", [LineSpec, BarSpec, AreaSpec, PieSpec]);
export type ChartSpec = z.infer<typeof ChartSpec>;
export type ChartKind = ChartSpec["kind"];

export type PieSpec = z.infer<typeof PieSpec>;
export type CartesianSpec = z.infer<typeof LineSpec> | z.infer<typeof BarSpec> | z.infer<typeof AreaSpec>;

const KIND_NAMES: ReadonlySet<string> = new Set(CHART_KINDS satisfies readonly ChartKind[]);

/** Is it drawn from rows as a chart? Holds for specs and for prepared models alike. */
export function isChart<Figure extends { kind: string }>(
  figure: Figure,
): figure is Extract<Figure, { kind: ChartKind }> {
  return KIND_NAMES.has(figure.kind);
}
