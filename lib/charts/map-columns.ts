/** The same figure over columns of other names. Pure and client-safe. */
import type { CellFormat, Comparand } from "@/lib/charts/cell-format-spec";
import { renameInLink } from "@/lib/charts/cell-link";
import type { ReferenceSpec } from "@/lib/charts/chart-spec";
import type { TableSpec, VisualSpec } from "@/lib/charts/spec";
import { assertNever } from "@/lib/errors";

/** `number` where only numbers can be drawn. */
export type ColumnRole = "number" | "any";
type Rename = (name: string, role: ColumnRole) => string;

/** Every place of a figure that names a column, asked once each. */
export function mapColumns(visual: VisualSpec, rename: Rename): VisualSpec {
  const any = (name: string) => rename(name, "any");
  const number = (name: string) => rename(name, "number");
  switch (visual.kind) {
    case "metric":
      return {
        ...visual,
        value: rename(visual.value, roleIn(visual.aggregate)),
        denominator: maybe(visual.denominator, number),
        sparklineBy: maybe(visual.sparklineBy, any),
      };
    case "gauge":
      return {
        ...visual,
        value: rename(visual.value, roleIn(visual.aggregate)),
        denominator: maybe(visual.denominator, number),
      };
    case "line":
    case "bar":
    case "area":
      return {
        ...visual,
        x: any(visual.x),
        y: visual.y.map(number),
        series: maybe(visual.series, any),
        references: mapReferences(visual.references, number),
      };
    case "combo":
      return {
        ...visual,
        x: any(visual.x),
        y: visual.y.map(number),
        lines: visual.lines.map(number),
        references: mapReferences(visual.references, number),
      };
    case "pie":
      return { ...visual, category: any(visual.category), value: number(visual.value) };
    case "scatter":
      return {
        ...visual,
        x: number(visual.x),
        y: number(visual.y),
        size: maybe(visual.size, number),
        color: maybe(visual.color, any),
        label: maybe(visual.label, any),
        references: mapReferences(visual.references, number),
      };
    case "funnel":
      return {
        ...visual,
        category: maybe(visual.category, any),
        values: visual.values.map(number),
      };
    case "heatmap":
      return { ...visual, x: any(visual.x), y: any(visual.y), value: number(visual.value) };
    case "pivot":
      return {
        ...visual,
        rows: visual.rows.map(any),
        columns: visual.columns.map(any),
        measures: visual.measures.map((measure) => ({
          ...measure,
          value: rename(measure.value, roleIn(measure.aggregate)),
          denominator: maybe(measure.denominator, number),
        })),
      };
    case "table":
      return {
        ...visual,
        columns: visual.columns.map((column) => mapTableColumn(column, any)),
        sort: visual.sort?.map(({ column, descending }) => ({ column: any(column), descending })),
      };
    default:
      return assertNever(visual);
  }
}

/** Only numbers are added up; anything can be counted, and is the first or the largest. */
const roleIn = (aggregate: string): ColumnRole =>
  aggregate === "sum" || aggregate === "avg" ? "number" : "any";

const maybe = (name: string | undefined, rename: (name: string) => string): string | undefined =>
  name === undefined ? undefined : rename(name);

const mapReferences = (
  references: ReferenceSpec[] | undefined,
  rename: (name: string) => string,
): ReferenceSpec[] | undefined =>
  references?.map((reference) =>
    reference.kind === "average" ? { ...reference, column: maybe(reference.column, rename) } : reference,
  );

function mapTableColumn(
  column: TableSpec["columns"][number],
  rename: (name: string) => string,
): TableSpec["columns"][number] {
  const { name, ...format } = column;
  return { ...mapFormat(format, rename), name: rename(name) };
}

function mapFormat<Format extends CellFormat>(format: Format, rename: (name: string) => string): Format {
  const than = (comparand: Comparand): Comparand =>
    "column" in comparand ? { column: rename(comparand.column) } : comparand;
  return {
    ...format,
    rules: format.rules?.map((rule) => ({ ...rule, than: than(rule.than) })),
    arrows: format.arrows && { ...format.arrows, than: than(format.arrows.than) },
    spark: format.spark && { ...format.spark, over: maybe(format.spark.over, rename) },
    link: maybe(format.link, (link) => renameInLink(link, rename)),
  };
}
