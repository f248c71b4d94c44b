import type pg from "pg";
import type { SchemaTable } from "@/lib/data-sources/schemas";

type ColumnRow = {
  schema: string;
  table: string;
  table_comment: string | null;
  row_estimate: number | null;
  column: string;
  type: string;
  nullable: boolean;
  column_comment: string | null;
};

/** What the signed-in user may read, without the system's own schemas. */
const COLUMNS = `
  SELECT n.nspname AS schema, c.relname AS "table", obj_description(c.oid, 'pg_class') AS table_comment,
    CASE WHEN c.relkind IN ('r', 'p', 'm') AND c.reltuples >= 0 THEN c.reltuples::float8 END AS row_estimate,
    a.attname AS "column", format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
    col_description(c.oid, a.attnum) AS column_comment
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
    AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    AND has_schema_privilege(n.oid, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
  ORDER BY n.nspname, c.relname, a.attnum
  LIMIT 50000`;

/** Tables and views with their columns, in alphabetical order of schema and table. */
export async function readTables(client: pg.Client): Promise<SchemaTable[]> {
  const { rows } = await client.query<ColumnRow>(COLUMNS);
  const tables = new Map<string, SchemaTable>();
  for (const row of rows) {
    const key = JSON.stringify([row.schema, row.table]);
    let table = tables.get(key);
    if (!table) {
      table = {
        schema: row.schema,
        name: row.table,
        comment: row.table_comment,
        rowEstimate: row.row_estimate,
        columns: [],
      };
      tables.set(key, table);
    }
    table.columns.push({
      name: row.column,
      type: row.type,
      nullable: row.nullable,
      comment: row.column_comment,
    });
  }
  return [...tables.values()];
}
