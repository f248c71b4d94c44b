/** Texts to typed values in DuckDB's SQL. A text that does not fit its column's type becomes NULL, never another value. */
import type { ColumnType } from "@/lib/charts/types";
import type { Digits } from "@/lib/data-sources/files/detect-types";
import type {
  ColumnFormat,
  DateFormat,
  NumberFormat,
  TimestampFormat,
} from "@/lib/data-sources/files/schemas";
import {
  BOOLEAN_PAIRS,
  DATE_SHAPES,
  EXPONENT,
  NUMBER_SHAPES,
  SIGNS_AFTER,
  SIGNS_BEFORE,
  TIMESTAMP_SHAPES,
  timestampPattern,
} from "@/lib/data-sources/files/value-kinds";

export type TypedColumn = {
  /** SQL of the text: NULL is empty. */
  text: string;
  type: ColumnType;
  format: ColumnFormat | null;
  /** Of a number: what must have room. */
  digits: Digits;
};

export const quoteText = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const matches = (sql: string, pattern: string): string => `regexp_full_match(${sql}, ${quoteText(pattern)})`;

/** 18 digits fit eight bytes. */
const NARROW = 18;
const WIDE = 38;

/** Exact wherever 38 digits are enough. */
export function numberStorage({ integer, fraction, hasExponent }: Digits): {
  sql: string;
  integer: number;
  fraction: number;
} | null {
  if (hasExponent || integer + fraction > WIDE) return null;
  if (fraction === 0 && integer <= NARROW) return { sql: "BIGINT", integer: NARROW, fraction: 0 };
  const width = integer + fraction <= NARROW ? NARROW : WIDE;
  return { sql: `DECIMAL(${width}, ${fraction})`, integer: width - fraction, fraction };
}

export function typedSql(column: TypedColumn): string {
  const { text, type, format } = column;
  switch (type) {
    case "text":
      return text;
    case "boolean":
      return booleanSql(text);
    case "number":
      return numberSql(column, (format ?? "1,234.56") as NumberFormat);
    case "date":
      return dateSql(text, (format ?? "YYYY-MM-DD") as DateFormat);
    case "timestamp":
      return timestampSql(text, (format ?? "YYYY-MM-DD HH:MM:SS") as TimestampFormat);
  }
}

/** True where there is a text that is more than spaces and no value came of it. */
export const misfitSql = (text: string, typed: string): string =>
  `(${typed} IS NULL AND ${text} IS NOT NULL AND trim(${text}) <> '')`;

function booleanSql(text: string): string {
  // Expressions, not IN: DuckDB makes a join of a long list, which every row goes through.
  const isWord = (index: 0 | 1) =>
    matches(`lower(trim(${text}))`, BOOLEAN_PAIRS.map((pair) => pair[index]).join("|"));
  return `CASE WHEN ${text} IS NULL THEN NULL WHEN ${text} = 'true' THEN true WHEN ${text} = 'false' THEN false WHEN ${isWord(0)} THEN true WHEN ${isWord(1)} THEN false END`;
}

/** A number without its signs, spaces and groups, with a decimal point; NULL when it is none. */
export function bareNumberSql(text: string, format: NumberFormat): string {
  const { group, decimal, pattern } = NUMBER_SHAPES[format];
  const before = `regexp_replace(${text}, ${quoteText(SIGNS_AFTER)}, '')`;
  const bare = `replace(regexp_replace(${before}, ${quoteText(SIGNS_BEFORE)}, '\\1'), '\u2212', '-')`;
  const ungrouped = `regexp_replace(${bare}, ${quoteText(group)}, '', 'g')`;
  const dotted = decimal === "," ? `replace(${ungrouped}, ',', '.')` : ungrouped;
  const exponent = `WHEN ${matches(bare, EXPONENT)} THEN replace(${bare}, ',', '.')`;
  return `CASE WHEN ${matches(bare, pattern)} THEN ${dotted} ${exponent} END`;
}

function numberSql({ text, digits }: TypedColumn, format: NumberFormat): string {
  const storage = numberStorage(digits);
  const bare = bareNumberSql(text, format);
  if (!storage) return `CAST(nullif(TRY_CAST(${bare} AS DOUBLE), 'Infinity'::DOUBLE) AS DOUBLE)`;
  // DuckDB would round what has more digits than there is room for: such a text is left to the exact way.
  // Zeros at either end take no room: 007 and 987.00 are what they are without them.
  const fraction = storage.fraction > 0 ? `(\\.\\d{1,${storage.fraction}}0*)?` : "(\\.0+)?";
  const room = `-?0*\\d{1,${storage.integer}}${fraction}`;
  const slow = `CASE WHEN ${matches(bare, room)} THEN CAST(${bare} AS ${storage.sql}) END`;
  return `CASE WHEN ${text} IS NULL THEN NULL WHEN ${isPlain(text, storage, format, room)} THEN CAST(${text} AS ${storage.sql}) ELSE ${slow} END`;
}

/** Most numbers are written plainly: they need no search for signs and groups. */
function isPlain(
  text: string,
  storage: NonNullable<ReturnType<typeof numberStorage>>,
  format: NumberFormat,
  room: string,
): string {
  // What is printed as it was written is that number; it costs half of an expression.
  if (storage.fraction === 0) return `CAST(TRY_CAST(${text} AS ${storage.sql}) AS VARCHAR) = ${text}`;
  return matches(text, NUMBER_SHAPES[format].decimal === "." ? room : `-?\\d{1,${storage.integer}}`);
}

function dateSql(text: string, format: DateFormat): string {
  const { pattern, strptime } = DATE_SHAPES[format];
  const slow = `CASE WHEN ${matches(`trim(${text})`, pattern)} THEN CAST(try_strptime(trim(${text}), ${quoteText(strptime)}) AS DATE) END`;
  if (format !== "YYYY-MM-DD") return slow;
  return `CASE WHEN ${text} IS NULL THEN NULL WHEN ${text} LIKE '____-__-__' THEN TRY_CAST(${text} AS DATE) ELSE ${slow} END`;
}

function timestampSql(text: string, format: TimestampFormat): string {
  const { date, hasOffset } = TIMESTAMP_SHAPES[format];
  const trimmed = `trim(${text})`;
  const isOne = matches(trimmed, timestampPattern(format));
  if (hasOffset) return `CASE WHEN ${isOne} THEN TRY_CAST(${trimmed} AS TIMESTAMPTZ) END`;
  const { strptime } = DATE_SHAPES[date];
  if (date === "YYYY-MM-DD")
    // The pattern is a fifth of the whole load; this shape leaves no room for an offset.
    return `CASE WHEN ${text} IS NULL THEN NULL WHEN ${text} LIKE '____-__-__ __:__:__' THEN TRY_CAST(${text} AS TIMESTAMP) WHEN ${isOne} THEN TRY_CAST(${trimmed} AS TIMESTAMP) END`;
  const ways = [" %H:%M:%S", " %H:%M:%S.%f", " %H:%M", ""].map((time) => quoteText(`${strptime}${time}`));
  return `CASE WHEN ${isOne} THEN CAST(try_strptime(replace(${trimmed}, 'T', ' '), [${ways.join(", ")}]) AS TIMESTAMP) END`;
}
