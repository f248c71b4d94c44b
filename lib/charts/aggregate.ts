import type { z } from "zod";
import { findColumn, findNumberColumn, readNumber } from "@/lib/charts/columns";
import type { AggregateSchema } from "@/lib/charts/spec-parts";
import { sumNumbers } from "@/lib/charts/sum";
import type { Cell, ResultSet } from "@/lib/charts/types";

export type Aggregate = z.infer<typeof AggregateSchema>;

export type RowMeasure = {
  value: string;
  aggregate: Aggregate;
  /** The sum of `value` divided by the sum of this column: a rate stays right whatever the rows weigh. */
  denominator?: string;
};

/**
 * One number from some rows of a result; null when they hold none. Throws InvalidInputError for a column that is
 * missing or holds no numbers.
 */
export function measureRows(
  result: ResultSet,
  rows: readonly (readonly Cell[])[],
  measure: RowMeasure,
): number | null {
  if (measure.denominator !== undefined) {
    const below = aggregateNumbers(numbersOf(result, rows, measure.denominator), "sum");
    const above = aggregateNumbers(numbersOf(result, rows, measure.value), "sum");
    return above === null || below === null || below === 0 ? null : above / below;
  }
  if (measure.aggregate === "count" || measure.aggregate === "distinct") {
    const { index } = findColumn(result, measure.value);
    const present = rows.map((row) => row[index] ?? null).filter((cell) => cell !== null);
    return measure.aggregate === "count" ? present.length : new Set(present).size;
  }
  return aggregateNumbers(numbersOf(result, rows, measure.value), measure.aggregate);
}

function numbersOf(result: ResultSet, rows: readonly (readonly Cell[])[], name: string): (number | null)[] {
  const column = findNumberColumn(result, name);
  return rows.map((row) => readNumber(row[column.index], column));
}

function aggregateNumbers(
  values: readonly (number | null)[],
  how: Exclude<Aggregate, "count" | "distinct">,
): number | null {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return null;
  switch (how) {
    case "sum":
      return sumNumbers(present);
    case "avg":
      return sumNumbers(present) / present.length;
    case "min":
      return present.reduce((low, value) => Math.min(low, value));
    case "max":
      return present.reduce((high, value) => Math.max(high, value));
    // The first row's own value, missing or not: the value before it would be an older truth.
    case "first":
      return values[0] ?? null;
    case "last":
      return values.at(-1) ?? null;
  }
}

export function aggregateSum(values: readonly (number | null)[]): number | null {
  return aggregateNumbers(values, "sum");
}
