/** Reading a result set: which column is meant, and what its cells say as numbers or categories. */
import type { Cell, ResultColumn, ResultSet } from "@/lib/charts/types";
import { InvalidInputError } from "@/lib/errors";
import { formatCell } from "@/lib/format/cell";
import type { Unit } from "@/lib/format/units";

/** Printed where a category is missing or empty. */
export const NO_CATEGORY = "(none)";

export type FoundColumn = ResultColumn & { index: number };

/** Throws InvalidInputError naming the column and the columns there are. */
export function findColumn(result: ResultSet, name: string): FoundColumn {
  const index = result.columns.findIndex((column) => column.name === name);
  const column = result.columns[index];
  if (!column) {
    throw new InvalidInputError(
      `There is no column "${name}" in this result. Choose one of: ${listColumns(result.columns)}.`,
      { column: name },
    );
  }
  return { ...column, index };
}

/** Like `findColumn`, for a column whose values are measured. Throws InvalidInputError when it holds no numbers. */
export function findNumberColumn(result: ResultSet, name: string): FoundColumn {
  const column = findColumn(result, name);
  if (column.type === "number") return column;
  const numeric = result.columns.filter((candidate) => candidate.type === "number");
  const advice =
    numeric.length > 0 ? `Choose one of: ${listColumns(numeric)}.` : "This result has no column of numbers.";
  throw new InvalidInputError(`The column "${name}" holds ${CONTENTS[column.type]}, not numbers. ${advice}`, {
    column: name,
  });
}

const CONTENTS = {
  text: "text",
  number: "numbers",
  boolean: "yes or no",
  date: "dates",
  timestamp: "times",
} as const satisfies Record<ResultColumn["type"], string>;

function listColumns(columns: ResultColumn[]): string {
  return columns.length === 0
    ? "none, the result has no columns"
    : columns.map((column) => `"${column.name}"`).join(", ");
}

/**
 * A cell of a number column as a double; null stays null. Decimal strings are rounded to 15–17 digits, which
 * is more than any drawing shows. Throws InvalidInputError on a text that is no number.
 */
export function readNumber(cell: Cell | undefined, column: ResultColumn): number | null {
  if (cell === null || cell === undefined || cell === "") return null;
  const value = typeof cell === "boolean" ? Number.NaN : Number(cell);
  if (Number.isNaN(value)) {
    throw new InvalidInputError(
      `The column "${column.name}" holds "${String(cell)}", which is not a number.`,
      { column: column.name },
    );
  }
  // Databases know infinity; no axis does.
  return Number.isFinite(value) ? value : null;
}

/** A category as printed; missing and empty ones read "(none)". */
export function readCategory(
  cell: Cell | undefined,
  column: ResultColumn,
  format: { locale: string; zone: string },
): string {
  if (cell === null || cell === undefined || cell === "") return NO_CATEGORY;
  return formatCell(cell, { type: column.type, role: "dimension", unit: column.unit }, format);
}

/** "kept_appointments" reads "Kept appointments"; a name somebody wrote with care is left alone. */
export function columnLabel(name: string): string {
  if (/[A-Z\s]/.test(name)) return name;
  const words = name.replace(/[_-]+/g, " ").trim();
  return words === "" ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

export function unitOf(column: ResultColumn, chosen: Unit | undefined): Unit {
  return chosen ?? column.unit ?? "number";
}

const NOT_ADDITIVE_NAME =
  /(^|[_\s])(avg|average|mean|median|rate|ratio|share|pct|percent|percentage|min|max|p\d{2})([_\s]|$)/i;

/**
 * May values of this measure be added up? Rates and scores may not. A name such as "avg_wait" tells what the
 * unit cannot.
 */
export function isAdditive(name: string, unit: Unit): boolean {
  return unit !== "percent" && unit !== "score" && !NOT_ADDITIVE_NAME.test(name);
}
