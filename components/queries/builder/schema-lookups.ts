/** Finding tables, columns and their relations in what a source offers. Pure. */
import { keysOf } from "@/components/figures/source-tables";
import type { SchemaColumn, SchemaTable, SourceSchema } from "@/lib/data-sources/schemas";
import type { ColumnType } from "@/lib/charts/types";
import type { BuilderQuery, BuilderTable, FieldRef } from "@/lib/queries/builder/schema";
import type { TableName } from "./builder-state";

export function findTable(
  schema: SourceSchema | undefined,
  { schema: schemaName, name }: TableName,
): SchemaTable | undefined {
  return schema?.tables.find((table) => table.schema === schemaName && table.name === name);
}

/** How a table of the query is called: its name, with a number when it is there more than once. */
export function tableLabel(query: BuilderQuery, table: BuilderTable): string {
  const same = query.tables.filter((other) => other.name === table.name);
  const at = same.indexOf(table);
  return at > 0 ? `${table.name} (${at + 1})` : table.name;
}

export type TableColumns = {
  table: BuilderTable;
  label: string;
  columns: SchemaColumn[];
  isKey: (column: string) => boolean;
};

/**
 * The columns to choose from, by table, keys last: people count and group by what things are called. A table the
 * source no longer has offers none.
 */
export function columnsByTable(query: BuilderQuery, schema: SourceSchema | undefined): TableColumns[] {
  return query.tables.map((table) => {
    const found = findTable(schema, table);
    const isKey = found ? keysOf(found) : () => false;
    return { table, label: tableLabel(query, table), columns: keysLast(found, isKey), isKey };
  });
}

function keysLast(table: SchemaTable | undefined, isKey: (column: string) => boolean): SchemaColumn[] {
  if (!table) return [];
  const rank = ({ name }: SchemaColumn) => Number(isKey(name));
  return [...table.columns].sort((one, other) => rank(one) - rank(other));
}

export const columnField = (table: BuilderTable, column: SchemaColumn): FieldRef => ({
  kind: "column",
  table: table.id,
  column: column.name,
  type: column.valueType,
});

export const sameField = (one: FieldRef, other: FieldRef): boolean =>
  one.kind === "column"
    ? other.kind === "column" && one.table === other.table && one.column === other.column
    : other.kind === "calculated" && one.id === other.id;

/** The kinds of values two columns must share to be matched. */
export const fitsTogether = (one: ColumnType, other: ColumnType): boolean => one === other;

/** Matching a table by a column of one's own choice: the first pair whose names and kinds agree, else none. */
export function likelyMatch(from: SchemaTable, to: SchemaTable): { left: string; right: string } | undefined {
  for (const left of from.columns)
    for (const right of to.columns) {
      const isSameName = left.name === right.name && !/^(id|name|created_at|updated_at)$/.test(left.name);
      if (isSameName && fitsTogether(left.valueType, right.valueType))
        return { left: left.name, right: right.name };
    }
  return undefined;
}
