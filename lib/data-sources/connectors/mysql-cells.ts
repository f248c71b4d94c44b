/** The values of MySQL's binary protocol to cells. */
import mysql, { type FieldPacket } from "mysql2";

const { Types } = mysql;
import type { Cell, ColumnType } from "@/lib/charts/types";
import { readDecimal } from "./cells";
import { readDate, readTimestamp } from "./timestamps";

export type Field = Pick<FieldPacket, "name" | "columnType" | "columnLength" | "flags">;

/** Source: MySQL's field flags, "binary". */
const BINARY_FLAG = 128;

/** `zone` is how wall times are read, `sessionZone` the zone or offset in which the server prints instants. */
type Zones = { zone: string; sessionZone: string };
type Reader = { type: ColumnType; read: (value: unknown, zones: Zones) => Cell };

const TEXT: Reader = { type: "text", read: readText };
const NUMBER: Reader = { type: "number", read: (value) => readDecimal(String(value)) };
const FLAG: Reader = { type: "boolean", read: (value) => Number(value) !== 0 };

const BY_TYPE: Record<number, Reader> = {
  [Types.TINY]: NUMBER,
  [Types.SHORT]: NUMBER,
  [Types.INT24]: NUMBER,
  [Types.LONG]: NUMBER,
  [Types.LONGLONG]: NUMBER,
  [Types.YEAR]: NUMBER,
  [Types.DECIMAL]: NUMBER,
  [Types.NEWDECIMAL]: NUMBER,
  [Types.FLOAT]: { type: "number", read: (value) => shortestFloat(Number(value)) },
  [Types.DOUBLE]: { type: "number", read: (value) => (Number.isFinite(value) ? Number(value) : null) },
  [Types.DATE]: { type: "date", read: (value) => (isZeroDate(value) ? null : readDate(String(value))) },
  [Types.NEWDATE]: { type: "date", read: (value) => (isZeroDate(value) ? null : readDate(String(value))) },
  [Types.DATETIME]: {
    type: "timestamp",
    read: (value, { zone }) => (isZeroDate(value) ? null : readTimestamp(String(value), zone)),
  },
  [Types.TIMESTAMP]: { type: "timestamp", read: readInstant },
};

function readerOf(field: Field): Reader {
  const { columnType } = field;
  const isFlag = field.columnLength === 1 && (columnType === Types.TINY || columnType === Types.BIT);
  if (columnType !== Types.BIT) return isFlag ? FLAG : (BY_TYPE[columnType ?? -1] ?? TEXT);
  // Of an expression, MariaDB sends digits where of a column it sends bytes.
  const mayBeDigits = (Number(field.flags) & BINARY_FLAG) !== 0;
  const read = (value: unknown) => readBits(value, mayBeDigits);
  return isFlag
    ? { type: "boolean", read: (value) => read(value) !== 0n }
    : { type: "number", read: (value) => readDecimal(String(read(value))) };
}

export const valueTypeOf = (field: Field): ColumnType => readerOf(field).type;

/** One reader a column, from what the driver read to the cell. */
export function cellReaders(fields: readonly Field[], zones: Zones): ((value: unknown) => Cell)[] {
  return fields.map((field) => {
    const { read } = readerOf(field);
    return (value) => (value === null || value === undefined ? null : read(value, zones));
  });
}

/** What a declared type, e.g. `tinyint(1)`, becomes. Source: information_schema.columns.column_type. */
export function declaredValueType(declared: string): ColumnType {
  const [name = ""] = declared.toLowerCase().split(/[\s(]/);
  if (/^(tinyint|bit)\(1\)/i.test(declared)) return "boolean";
  if (/^(tinyint|smallint|mediumint|int|bigint|decimal|float|double|year|bit)$/.test(name)) return "number";
  if (name === "date") return "date";
  return name === "datetime" || name === "timestamp" ? "timestamp" : "text";
}

/** A timestamp comes as the wall time of the session. */
function readInstant(value: unknown, { sessionZone }: Zones): string | null {
  if (isZeroDate(value)) return null;
  const text = String(value);
  return /^[+-]/.test(sessionZone)
    ? readTimestamp(text + sessionZone, "UTC")
    : readTimestamp(text, sessionZone);
}

/** 0000-00-00, and dates of which only a part is known. */
const isZeroDate = (value: unknown): boolean => /^0000-|^\d{4}-00|^\d{4}-\d{2}-00/.test(String(value));

/** Bits come as bytes, the highest first. */
function readBits(value: unknown, mayBeDigits: boolean): bigint {
  if (!Buffer.isBuffer(value)) return BigInt(Number(value));
  const text = value.toString("latin1");
  if (mayBeDigits && /^\d+$/.test(text)) return BigInt(text);
  return value.length === 0 ? 0n : BigInt(`0x${value.toString("hex")}`);
}

/** The shortest decimal that is this single-precision number: 0.1, and not 0.10000000149. */
function shortestFloat(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  for (let digits = 6; digits < 9; digits += 1) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return rounded;
  }
  return Number(value.toPrecision(9));
}

/** Bytes as PostgreSQL prints them; what the driver reads as a structure (geometry, vector) as JSON. */
function readText(value: unknown): string {
  if (typeof value === "string") return value;
  if (Buffer.isBuffer(value)) return `\\x${value.toString("hex")}`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
