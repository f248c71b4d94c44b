import type { SchemaTable } from "@/lib/data-sources/schemas";

/** Tables as they are read from a catalogue, one row a column. */
export class TableList {
  private readonly tables = new Map<string, SchemaTable>();

  /** The table of a row; the first row of a table adds it. */
  at(schema: string, name: string, about: Pick<SchemaTable, "comment" | "rowEstimate">): SchemaTable {
    const present = this.find(schema, name);
    if (present) return present;
    const table = { schema, name, ...about, columns: [], primaryKey: [], foreignKeys: [] };
    this.tables.set(JSON.stringify([schema, name]), table);
    return table;
  }

  find(schema: string, name: string): SchemaTable | undefined {
    return this.tables.get(JSON.stringify([schema, name]));
  }

  list(): SchemaTable[] {
    return [...this.tables.values()];
  }
}

/** Keys are there to be followed: one with a column that cannot be read leads nowhere. */
export function keepReachableKeys(tables: SchemaTable[]): SchemaTable[] {
  const key = (schema: string, name: string) => JSON.stringify([schema, name]);
  const readable = new Map(
    tables.map((table) => [key(table.schema, table.name), new Set(table.columns.map(({ name }) => name))]),
  );
  const reads = (schema: string, name: string, columns: string[]) =>
    columns.every((column) => readable.get(key(schema, name))?.has(column));
  return tables.map((table) => ({
    ...table,
    primaryKey: reads(table.schema, table.name, table.primaryKey) ? table.primaryKey : [],
    foreignKeys: table.foreignKeys.filter(
      (to) => reads(table.schema, table.name, to.columns) && reads(to.schema, to.table, to.referencedColumns),
    ),
  }));
}
