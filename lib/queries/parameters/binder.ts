/** How each dialect is handed a value. Values stay beside the statement, whatever they hold. Pure and client-safe. */
import type { Dialect } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";
import type { BoundValue, ScalarType } from "@/lib/queries/bind-value";
import { exactNumber } from "@/lib/queries/parameters/exact-number";

export type Binder = {
  /**
   * What to write where the value belongs: a placeholder that brings its type. The same key is bound once where
   * the dialect allows. Throws InvalidInputError for a number or day the dialect cannot hold exactly.
   */
  bind(key: string, type: ScalarType, value: BoundValue): string;
  /** So far, in the order of the placeholders. */
  values: BoundValue[];
};

// Servers count placeholders in two bytes.
const MOST_VALUES = 65_535;

type Written = { text: (placeholder: number) => string; value: BoundValue };

export function createBinder(dialect: Dialect): Binder {
  const values: BoundValue[] = [];
  const known = new Map<string, string>();
  return {
    values,
    bind(key, type, value) {
      const before = known.get(key);
      if (before !== undefined) return before;
      if (values.length >= MOST_VALUES)
        throw new InvalidInputError(
          `The query would be given more than ${MOST_VALUES} values. Give its lists fewer.`,
        );
      const written = WRITERS[dialect](key, type, value);
      values.push(written.value);
      const text = written.text(values.length);
      // `?` has no number: each one takes the next value.
      if (dialect !== "mysql") known.set(key, text);
      return text;
    },
  };
}

const WRITERS: Record<Dialect, (key: string, type: ScalarType, value: BoundValue) => Written> = {
  postgresql: (_key, type, value) => {
    const names = { text: "text", number: "numeric", boolean: "boolean", date: "date" } as const;
    // In parentheses, so that what follows in the text can never be read as part of the type.
    return { text: (n) => `($${n}::${names[type]})`, value };
  },
  duckdb: (key, type, value) => {
    if (type === "number") return duckdbNumber(key, value);
    const names = { text: "VARCHAR", boolean: "BOOLEAN", date: "DATE" } as const;
    return { text: (n) => `($${n}::${names[type]})`, value };
  },
  mysql: (key, type, value) => {
    // Bare, because a cast would bring its own collation, which the server refuses to compare with a column's.
    if (type === "text") return { text: () => "?", value };
    if (type === "date") return { text: () => "CAST(? AS DATE)", value };
    if (type === "number") return mysqlNumber(key, value);
    return { text: () => "CAST(? AS SIGNED)", value: value === null ? null : value === "true" ? "1" : "0" };
  },
  clickhouse: (key, type, value) => {
    const name = clickhouseType(key, type, value);
    const full = value === null ? `Nullable(${name})` : name;
    return { text: (n) => `{p${n}:${full}}`, value: type === "number" && value ? plain(key, value) : value };
  },
};

// A number has the type that the same digits written into the text would have: adding days to a date, dividing
// and limiting then work as people expect of the dialect, and nothing is rounded.
function duckdbNumber(key: string, value: BoundValue): Written {
  if (value === null) return { text: (n) => `($${n}::INTEGER)`, value };
  const number = exactNumber(key, value, { digits: 38, scale: 38 });
  const type = number.scale > 0 ? `DECIMAL(${number.digits},${number.scale})` : integerType(number.text);
  return { text: (n) => `($${n}::${type})`, value: number.text };
}

function integerType(text: string): string {
  const size = BigInt(text) < 0n ? -BigInt(text) : BigInt(text);
  if (size < 2n ** 31n) return "INTEGER";
  return size < 2n ** 63n ? "BIGINT" : "HUGEINT";
}

function mysqlNumber(key: string, value: BoundValue): Written {
  if (value === null) return { text: () => "CAST(? AS SIGNED)", value };
  const number = exactNumber(key, value, { digits: 65, scale: 30 });
  const isWhole = number.scale === 0 && number.digits < 19;
  const type = isWhole ? "SIGNED" : `DECIMAL(${number.digits},${number.scale})`;
  return { text: () => `CAST(? AS ${type})`, value: number.text };
}

const plain = (key: string, value: string): string => exactNumber(key, value, { digits: 76, scale: 76 }).text;

function clickhouseType(key: string, type: ScalarType, value: BoundValue): string {
  if (type === "text") return "String";
  if (type === "boolean") return "Bool";
  if (type === "date") return clickhouseDay(key, value);
  if (value === null) return "Int64";
  const { digits, scale } = exactNumber(key, value, { digits: 76, scale: 76 });
  if (scale === 0 && digits < 19) return "Int64";
  // Fifteen digits are exact in a double, which is what the dialect makes of a number with a point.
  return scale > 0 && digits <= 15 ? "Float64" : `Decimal(${digits},${scale})`;
}

/** `Date` is what columns and their indexes are made of; `Date32` holds the years around it. */
function clickhouseDay(key: string, value: BoundValue): string {
  if (value === null) return "Date";
  const year = Number(value.slice(0, 4));
  if (year < 1900 || year > 2299)
    throw new InvalidInputError(
      `The parameter ${key} is ${value}. ClickHouse knows the days from 1900 to 2299: give one of these.`,
      { parameter: key },
    );
  return year >= 1970 && year < 2149 ? "Date" : "Date32";
}
