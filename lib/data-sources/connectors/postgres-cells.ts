/** PostgreSQL's texts to cells. Results are read as text, so that no digit is lost on the way. */
import type { Cell, ColumnType, ResultColumn } from "@/lib/charts/types";
import { readDecimal, readFloat, resultColumns } from "./cells";
import { readDate, readTimestamp } from "./timestamps";

/** Object ids of the built-in types (pg_type.dat); every other type is printed as text. */
const TYPE_BY_OID: Record<number, { type: ColumnType; read: (text: string, zone: string) => Cell }> = {
  16: { type: "boolean", read: (text) => text === "t" },
  20: { type: "number", read: readDecimal },
  21: { type: "number", read: Number },
  23: { type: "number", read: Number },
  700: { type: "number", read: readFloat },
  701: { type: "number", read: readFloat },
  790: { type: "number", read: (text) => readDecimal(text.replace(/[$,]/g, "")) },
  1700: { type: "number", read: readDecimal },
  1082: { type: "date", read: readDate },
  1114: { type: "timestamp", read: readTimestamp },
  1184: { type: "timestamp", read: readTimestamp },
};

export const valueTypeOf = (oid: number): ColumnType => TYPE_BY_OID[oid]?.type ?? "text";

export function readColumns(fields: { name: string; dataTypeID: number }[]): ResultColumn[] {
  return resultColumns(fields.map(({ name, dataTypeID }) => ({ name, type: valueTypeOf(dataTypeID) })));
}

const asItIs = (text: string): Cell => text;

/** From the server's text of a type to the cell; NULL has no text. */
export function cellReader(oid: number, zone: string): (text: string) => Cell {
  const read = TYPE_BY_OID[oid]?.read;
  if (!read) return asItIs;
  // A function that asks for no zone is called as it is.
  return read.length < 2 ? (read as (text: string) => Cell) : (text) => read(text, zone);
}
