/** The ways to measure, in people's words. Pure. */
import { columnLabel } from "@/lib/charts/columns";
import type { ColumnType } from "@/lib/charts/types";
import type { BuilderQuery, Measure } from "@/lib/queries/builder/schema";

export type MeasureKind = Measure["kind"];
type WithoutName<T> = T extends unknown ? Omit<T, "id" | "name"> : never;
export type MeasureDraft = WithoutName<Measure>;

export type MeasureKindWords = {
  label: string;
  /** Before the name of the column: "Sum of amount". */
  prefix: string;
  /** What the column may hold; null where no column is measured. */
  fits: readonly ColumnType[] | null;
  /** Computed with: the number of an invoice is a number, and its sum says nothing. */
  withoutKeys?: true;
};

const NUMBERS = ["number"] as const;
const ORDERED = ["number", "date", "timestamp", "text"] as const;
const EVERYTHING = ["text", "number", "boolean", "date", "timestamp"] as const;

export const MEASURE_KINDS = {
  count: { label: "Count of rows", prefix: "Count", fits: null },
  sum: { label: "Sum", prefix: "Sum of", fits: NUMBERS, withoutKeys: true },
  average: { label: "Average", prefix: "Average of", fits: NUMBERS, withoutKeys: true },
  count_distinct: { label: "Number of different values", prefix: "Different", fits: EVERYTHING },
  min: { label: "Smallest", prefix: "Smallest", fits: ORDERED },
  max: { label: "Greatest", prefix: "Greatest", fits: ORDERED },
  median: { label: "Median", prefix: "Median of", fits: NUMBERS, withoutKeys: true },
  percentile: { label: "Percentile", prefix: "percentile of", fits: NUMBERS, withoutKeys: true },
  ratio: { label: "Ratio of two measures", prefix: "Ratio", fits: null },
} as const satisfies Record<MeasureKind, MeasureKindWords>;

export const MEASURE_ORDER = Object.keys(MEASURE_KINDS) as MeasureKind[];

/** The name of a measure until somebody writes one: "Sum of amount", "90th percentile of wait". */
export function measureName(query: BuilderQuery, measure: MeasureDraft): string {
  if (measure.kind === "count") return "Count";
  if (measure.kind === "ratio") {
    const nameOf = (id: string) => query.measures.find((entry) => entry.id === id)?.name ?? "…";
    return `${nameOf(measure.numerator)} per ${lowerFirst(nameOf(measure.denominator))}`;
  }
  const { field } = measure;
  const column =
    field.kind === "column"
      ? columnLabel(field.column)
      : (query.calculated.find(({ id }) => id === field.id)?.name ?? "…");
  const words = `${MEASURE_KINDS[measure.kind].prefix} ${lowerFirst(column)}`;
  return measure.kind === "percentile" ? `${ordinal(measure.percentile)} ${words}` : words;
}

/** "Amount" → "amount", but "VAT" stays. */
const lowerFirst = (name: string) =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** 1st, 2nd, 3rd, 11th, 90th; 99.5th. */
export function ordinal(number: number): string {
  const last = number % 10;
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  if (!Number.isInteger(number) || isTeen || last === 0 || last > 3) return `${number}th`;
  return `${number}${["st", "nd", "rd"][last - 1] ?? "th"}`;
}
