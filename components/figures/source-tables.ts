/** What is likely meant among the tables and columns a source offers. Pure. */
import type { SchemaTable, SourceSchema } from "@/lib/data-sources/schemas";

/** The source has tables in several schemas, so that people must see which. */
export const hasSchemas = (schema: SourceSchema | undefined): boolean =>
  new Set(schema?.tables.map((table) => table.schema)).size > 1;

/** Tells which columns name a row, of this table or of another one; sources without keys say it by the column's name. */
export function keysOf({
  primaryKey,
  foreignKeys,
}: Pick<SchemaTable, "primaryKey" | "foreignKeys">): (column: string) => boolean {
  const keys = new Set([...primaryKey, ...foreignKeys.flatMap(({ columns }) => columns)]);
  return (column) => keys.has(column) || /(^|_)id$/i.test(column);
}

/**
 * How likely people begin with a table: rows of facts that point at others, with many rows; tables nothing
 * points at or from, and the software's own bookkeeping, come last.
 */
export function likelyFirst(tables: readonly SchemaTable[]): SchemaTable[] {
  const pointedAt = new Map<string, number>();
  for (const { foreignKeys } of tables)
    for (const key of foreignKeys) {
      const name = `${key.schema}.${key.table}`;
      pointedAt.set(name, (pointedAt.get(name) ?? 0) + 1);
    }
  const score = (table: SchemaTable) =>
    table.foreignKeys.length * 3 +
    Math.min(pointedAt.get(`${table.schema}.${table.name}`) ?? 0, 3) +
    Math.log10((table.rowEstimate ?? 0) + 1) -
    (/^_|migration|^schema_|^pg_/.test(table.name) ? 100 : 0);
  return [...tables].sort((one, other) => score(other) - score(one) || one.name.localeCompare(other.name));
}
