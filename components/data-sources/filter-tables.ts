import type { SchemaTable } from "@/lib/data-sources/schemas";

/** `columns`: names of the columns that match; empty when the table matches by its own name or comment. */
export type FoundTable = { table: SchemaTable; columns: string[] };

/** Tables whose name or comment holds every word, and tables with columns that do. */
export function filterTables(tables: readonly SchemaTable[], filter: string): FoundTable[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return tables.flatMap((table) => {
    if (holds(`${table.schema}.${table.name} ${table.comment ?? ""}`)) return [{ table, columns: [] }];
    const columns = table.columns
      .filter((column) => holds(`${column.name} ${column.comment ?? ""}`))
      .map((column) => column.name);
    return columns.length > 0 ? [{ table, columns }] : [];
  });
}
