import type { Connection } from "mysql2";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { declaredValueType } from "./mysql-cells";
import { ask } from "./mysql-connection";
import { keepReachableKeys, TableList } from "./table-list";

const SYSTEM = "('information_schema', 'mysql', 'performance_schema', 'sys')";

const COLUMNS = `
  SELECT c.table_schema AS db, c.table_name AS tbl, c.column_name AS col, c.column_type AS type,
    c.is_nullable AS nullable, c.column_comment AS comment, t.table_type AS table_type,
    t.table_comment AS table_comment, CAST(t.table_rows AS DOUBLE) AS row_estimate
  FROM information_schema.columns c
  JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
  WHERE c.table_schema NOT IN ${SYSTEM}
  ORDER BY c.table_schema, c.table_name, c.ordinal_position
  LIMIT 50000`;

const KEYS = `
  SELECT table_schema AS db, table_name AS tbl, constraint_name AS name, column_name AS col,
    referenced_table_schema AS to_db, referenced_table_name AS to_tbl, referenced_column_name AS to_col
  FROM information_schema.key_column_usage
  WHERE table_schema NOT IN ${SYSTEM} AND (constraint_name = 'PRIMARY' OR referenced_table_name IS NOT NULL)
  ORDER BY table_schema, table_name, constraint_name, ordinal_position
  LIMIT 50000`;

type ColumnRow = {
  db: string;
  tbl: string;
  col: string;
  type: string;
  nullable: string;
  comment: string;
  table_type: string;
  table_comment: string;
  row_estimate: number | null;
};
type KeyRow = { db: string; tbl: string; name: string; col: string } & (
  | { to_db: null; to_tbl: null; to_col: null }
  | { to_db: string; to_tbl: string; to_col: string }
);

/** Tables and views with their columns and keys, in alphabetical order of database and table. */
export async function readTables(connection: Connection): Promise<SchemaTable[]> {
  const tables = new TableList();
  for (const row of await ask<ColumnRow>(connection, COLUMNS)) {
    const isTable = row.table_type === "BASE TABLE";
    const about = {
      // Of a view, the server says "VIEW" here.
      comment: (isTable && row.table_comment) || null,
      rowEstimate: isTable ? row.row_estimate : null,
    };
    tables.at(row.db, row.tbl, about).columns.push({
      name: row.col,
      type: row.type,
      valueType: declaredValueType(row.type),
      nullable: row.nullable === "YES",
      comment: row.comment || null,
    });
  }
  for (const row of await ask<KeyRow>(connection, KEYS)) addKey(tables.find(row.db, row.tbl), row);
  return keepReachableKeys(tables.list().map(({ keyName: _, ...table }: NamedTable) => table));
}

/** One row a column of a key, in order: a key goes on while its name stays. */
function addKey(table: NamedTable | undefined, row: KeyRow): void {
  if (!table) return;
  if (row.to_tbl === null) {
    table.primaryKey.push(row.col);
    return;
  }
  const last = table.foreignKeys.at(-1);
  if (last && table.keyName === row.name) {
    last.columns.push(row.col);
    last.referencedColumns.push(row.to_col);
    return;
  }
  table.keyName = row.name;
  table.foreignKeys.push({
    columns: [row.col],
    schema: row.to_db,
    table: row.to_tbl,
    referencedColumns: [row.to_col],
  });
}

type NamedTable = SchemaTable & { keyName?: string };
