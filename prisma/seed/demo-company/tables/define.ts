/** A table as data: its DDL, its comments and its loader are all derived from this. */
export type ColumnType =
  | "integer"
  | "smallint"
  | "text"
  | "boolean"
  | "date"
  | "time"
  | "timestamptz"
  | "numeric(5,1)"
  | "numeric(10,2)"
  | "numeric(12,2)";

/** Dates are YYYY-MM-DD, times HH:MM, timestamps ISO 8601 in UTC; money is a number with two decimals. */
export type Value = string | number | boolean | null;

export type Column = {
  type: ColumnType;
  comment: string;
  nullable?: true;
  /** Table whose `id` this column points to. */
  references?: string;
  /** SQL condition that every row must meet. */
  check?: string;
};

export type Table = {
  name: string;
  comment: string;
  columns: Record<string, Column>;
  primaryKey: readonly string[];
  /** Further unique keys. */
  unique: readonly (readonly string[])[];
  /** Column lists, one for each index; an index may carry a condition after " where ". */
  indexes: readonly string[];
};

/** Ties a table to the type of its rows: a column without a field, or the reverse, does not compile. */
export function defineTable<Row extends Record<keyof Row, Value>>(table: {
  name: string;
  comment: string;
  columns: { [Name in keyof Row & string]: Column };
  primaryKey: readonly (keyof Row & string)[];
  unique?: readonly (readonly (keyof Row & string)[])[];
  indexes?: readonly string[];
}): Table {
  return { unique: [], indexes: [], ...table };
}

/** `check` clause for a closed set of words. */
export function oneOf(column: string, words: readonly string[]): string {
  return `${column} in (${words.map((word) => `'${word}'`).join(", ")})`;
}
