import type { SchemaTable } from "@/lib/data-sources/schemas";

export type Reference = { target: { schema: string; name: string }; column: string };

/** What a column points at; one that is part of several keys points at several. */
export function referencesOf(table: SchemaTable, column: string): Reference[] {
  return table.foreignKeys.flatMap((key) => {
    const referenced = key.referencedColumns[key.columns.indexOf(column)];
    if (referenced === undefined) return [];
    return [{ target: { schema: key.schema, name: key.table }, column: referenced }];
  });
}
