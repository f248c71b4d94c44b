import type pg from "pg";
import type { ForeignKey, SchemaTable } from "@/lib/data-sources/schemas";
import { keepReachableKeys, TableList } from "./table-list";
import { valueTypeOf } from "./postgres-cells";

type ColumnRow = {
  schema: string;
  table: string;
  table_comment: string | null;
  row_estimate: number | null;
  column: string;
  type: string;
  base_type: number;
  nullable: boolean;
  column_comment: string | null;
};

type KeyRow = { schema: string; table: string; columns: string[] } & (
  | { to_schema: null; to_table: null; to_columns: null }
  | { to_schema: string; to_table: string; to_columns: string[] }
);

/** A domain's values are those of the type below it. */
const BASE_TYPE = `CASE WHEN t.typtype <> 'd' THEN t.oid ELSE (
      WITH RECURSIVE base AS (
        SELECT t.oid, t.typtype, t.typbasetype
        UNION ALL SELECT b.oid, b.typtype, b.typbasetype FROM base JOIN pg_type b ON b.oid = base.typbasetype)
      SELECT base.oid FROM base WHERE base.typtype <> 'd') END::int`;

/** What the signed-in user may read, without the system's own schemas. */
const COLUMNS = `
  SELECT n.nspname AS schema, c.relname AS "table", obj_description(c.oid, 'pg_class') AS table_comment,
    CASE WHEN c.relkind IN ('r', 'p', 'm') AND c.reltuples >= 0 THEN c.reltuples::float8 END AS row_estimate,
    a.attname AS "column", format_type(a.atttypid, a.atttypmod) AS type, ${BASE_TYPE} AS base_type,
    NOT a.attnotnull AS nullable, col_description(c.oid, a.attnum) AS column_comment
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
    AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    AND has_schema_privilege(n.oid, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
  ORDER BY n.nspname, c.relname, a.attnum
  LIMIT 50000`;

const namesOf = (table: string, numbers: string): string => `(
    SELECT array_agg(a.attname::text ORDER BY k.place)
    FROM unnest(${numbers}) WITH ORDINALITY AS k (number, place)
    JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = k.number)`;

/** Primary and foreign keys; of a partition, only those of the whole table. */
const KEYS = `
  SELECT n.nspname AS schema, c.relname AS "table", ${namesOf("c.oid", "k.conkey")} AS columns,
    fn.nspname AS to_schema, f.relname AS to_table, ${namesOf("f.oid", "k.confkey")} AS to_columns
  FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid AND NOT c.relispartition
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_class f ON f.oid = k.confrelid
  LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
  WHERE k.contype IN ('p', 'f') AND k.conparentid = 0 AND n.nspname !~ '^pg_'
  ORDER BY n.nspname, c.relname, k.conname
  LIMIT 50000`;

/** Tables and views with their columns and keys, in alphabetical order of schema and table. */
export async function readTables(client: pg.Client): Promise<SchemaTable[]> {
  const columns = await client.query<ColumnRow>(COLUMNS);
  const keys = await client.query<KeyRow>(KEYS);
  const tables = new TableList();
  for (const row of columns.rows)
    tables
      .at(row.schema, row.table, { comment: row.table_comment, rowEstimate: row.row_estimate })
      .columns.push({
        name: row.column,
        type: row.type,
        valueType: valueTypeOf(row.base_type),
        nullable: row.nullable,
        comment: row.column_comment,
      });
  for (const key of keys.rows) {
    const table = tables.find(key.schema, key.table);
    if (key.to_table === null) table?.primaryKey.push(...key.columns);
    else table?.foreignKeys.push(foreignKey(key));
  }
  return keepReachableKeys(tables.list());
}

const foreignKey = (key: Extract<KeyRow, { to_table: string }>): ForeignKey => ({
  columns: key.columns,
  schema: key.to_schema,
  table: key.to_table,
  referencedColumns: key.to_columns,
});
