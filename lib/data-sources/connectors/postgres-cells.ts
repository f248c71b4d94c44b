/** PostgreSQL's texts to cells. Results are read as text, so that no digit is lost on the way. */
import type { Cell, ColumnType, ResultColumn } from "@/lib/charts/types";
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

const ROLE = {
  text: "dimension",
  boolean: "dimension",
  number: "measure",
  date: "time",
  timestamp: "time",
} as const satisfies Record<ColumnType, ResultColumn["role"]>;

/** Names are made unique: a second "id" is "id (2)", so that each column can be chosen. */
export function readColumns(fields: { name: string; dataTypeID: number }[]): ResultColumn[] {
  const taken = new Set<string>();
  return fields.map((field) => {
    let name = field.name;
    for (let count = 2; taken.has(name); count += 1) name = `${field.name} (${count})`;
    taken.add(name);
    const type = TYPE_BY_OID[field.dataTypeID]?.type ?? "text";
    return { name, type, role: ROLE[type] };
  });
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

/** Not-a-number and infinity have no place in JSON or on an axis: null. */
function readFloat(text: string): number | null {
  const value = Number(text.replace("Infinity", "x"));
  return Number.isNaN(value) ? null : value;
}

/**
 * A double holds every decimal of up to 15 significant digits; longer ones stay decimal strings, so that no
 * digit is lost in files and sums.
 */
function readDecimal(text: string): number | string | null {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return null;
  const trimmed = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  const significant = trimmed.replace(/[-.]/g, "").replace(/^0+/, "").replace(/0+$/, "");
  return significant.length <= 15 && Math.abs(Number(trimmed)) < 1e21 ? Number(trimmed) : trimmed;
}
