import type { ColumnType } from "@/lib/charts/types";
import type { Digits } from "@/lib/data-sources/files/detect-types";
import type { Relation } from "@/lib/data-sources/files/relations";
import type { ColumnFormat } from "@/lib/data-sources/files/schemas";
import { typedSql } from "@/lib/data-sources/files/typed-sql";

export type PlannedColumn = {
  /** Position in the file, from 0. */
  index: number;
  name: string;
  type: ColumnType;
  format: ColumnFormat | null;
  /** From the rows looked at; null when they were not measured in this format. */
  digits: Digits | null;
};

/** `text` is null when the value keeps the type it has in the file. */
export function columnSql(relation: Relation, column: PlannedColumn): { typed: string; text: string | null } {
  const source = relation.columns[column.index];
  if (!source) throw new Error(`there is no column ${column.index}`);
  if (source.native !== null && typeOfStorage(source.native) === column.type)
    return { typed: source.value, text: null };
  const text = source.native === null ? source.value : `CAST(${source.value} AS VARCHAR)`;
  const digits = column.digits ?? { integer: 0, fraction: 0, hasExponent: true };
  return { typed: typedSql({ text, type: column.type, format: column.format, digits }), text };
}

export function typeOfStorage(storage: string): ColumnType {
  if (storage === "BOOLEAN") return "boolean";
  if (storage === "DATE") return "date";
  return storage.startsWith("TIMESTAMP") ? "timestamp" : "number";
}
