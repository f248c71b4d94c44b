/** ClickHouse's JSON to cells. Types: ClickHouse documentation, "Data types". */
import type { Cell, ColumnType } from "@/lib/charts/types";
import { readDecimal, readFloat } from "./cells";
import { readDate, readTimestamp } from "./timestamps";

type Reader = { type: ColumnType; read: (value: unknown) => Cell };

const TEXT: Reader = { type: "text", read: readText };
const READERS: [RegExp, Reader][] = [
  [/^U?Int\d+$/, { type: "number", read: (value) => readDecimal(String(value)) }],
  [/^Decimal/, { type: "number", read: (value) => readDecimal(String(value)) }],
  [/^B?Float\d+$/, { type: "number", read: (value) => readFloat(String(value)) }],
  [/^Bool$/, { type: "boolean", read: Boolean }],
  [/^Date(32)?$/, { type: "date", read: (value) => readDate(String(value)) }],
  [/^DateTime/, { type: "timestamp", read: readInstant }],
];

function readerOf(type: string): Reader {
  const plain = valueOf(type);
  return READERS.find(([pattern]) => pattern.test(plain))?.[1] ?? TEXT;
}

/** LowCardinality, Nullable and aggregated values are printed as the values in them. */
function valueOf(type: string): string {
  const inner = /^(?:LowCardinality|Nullable)\((.*)\)$/.exec(type)?.[1];
  if (inner !== undefined) return valueOf(inner);
  const simple = /^SimpleAggregateFunction\([^,]+, (.*)\)$/.exec(type)?.[1];
  return simple === undefined ? type : valueOf(simple);
}

export const isNullable = (type: string): boolean => /^(LowCardinality\()?Nullable\(/.test(type);
export const valueTypeOf = (type: string): ColumnType => readerOf(type).type;

/** One reader a column, from the parsed JSON to the cell. */
export function cellReaders(types: readonly string[]): ((value: unknown) => Cell)[] {
  return types.map((type) => {
    const { read } = readerOf(type);
    return (value) => (value === null || value === undefined ? null : read(value));
  });
}

/** `2026-02-28T10:34:56.789Z`, with up to nine decimals. */
function readInstant(value: unknown): string | null {
  const text = String(value)
    .replace("T", " ")
    .replace(/(\.\d{6})\d+/, "$1")
    .replace(/Z$/, "+00");
  return readTimestamp(text, "UTC");
}

/** Arrays, maps and tuples as JSON. */
function readText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
