import type { SchemaTable } from "@/lib/data-sources/schemas";
import { isNullable, valueTypeOf } from "./clickhouse-cells";
import type { ClickhouseClient } from "./clickhouse-client";
import { TableList } from "./table-list";
import { smallRows } from "./clickhouse-small";

const COLUMNS = `
  SELECT c.database AS db, c.table AS tbl, c.name AS col, c.type AS type, c.comment AS comment,
    t.comment AS table_comment, toString(t.total_rows) AS row_estimate
  FROM system.columns AS c
  INNER JOIN system.tables AS t ON t.database = c.database AND t.name = c.table
  WHERE c.database NOT IN ('system', 'information_schema', 'INFORMATION_SCHEMA') AND NOT startsWith(c.table, '.inner')
  ORDER BY c.database, c.table, c.position
  LIMIT 50000`;

type ColumnRow = {
  db: string;
  tbl: string;
  col: string;
  type: string;
  comment: string;
  table_comment: string;
  row_estimate: string | null;
};

/**
 * Tables and views with their columns, in alphabetical order of database and table. Without keys: ClickHouse's primary
 * key is an order of storage, its values may come many times, and there are no foreign keys.
 */
export async function readTables(
  client: ClickhouseClient,
  { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal },
): Promise<SchemaTable[]> {
  const settings = { max_execution_time: Math.ceil(timeoutMs / 1000) };
  const rows = await smallRows<ColumnRow>(client, COLUMNS, { timeoutMs, signal, settings });
  const tables = new TableList();
  for (const row of rows) {
    const about = {
      comment: row.table_comment || null,
      rowEstimate: row.row_estimate === null ? null : Number(row.row_estimate),
    };
    tables.at(row.db, row.tbl, about).columns.push({
      name: row.col,
      type: row.type,
      valueType: valueTypeOf(row.type),
      nullable: isNullable(row.type),
      comment: row.comment || null,
    });
  }
  return tables.list();
}
