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

/** One reader a column, from the server's text to the cell. */
export function cellReaders(
  fields: { dataTypeID: number }[],
  zone: string,
): ((text: string | null) => Cell)[] {
  return fields.map((field) => {
    const known = TYPE_BY_OID[field.dataTypeID];
    return (text) => (text === null ? null : known ? known.read(text, zone) : text);
  });
}
