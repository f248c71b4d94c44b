import type pg from "pg";
import { qualified } from "./schema";
import type { Table, Value } from "./tables/define";

const ROWS_PER_STATEMENT = 20_000;

/**
 * PostgreSQL's text form of a one-dimensional array. Written here because the driver's own, which has to
 * handle values of every kind, takes several times as long for a hundred thousand rows.
 */
export function arrayLiteral(values: readonly Value[]): string {
  const parts = values.map((value) => {
    if (value === null) return "NULL";
    if (typeof value === "string") return `"${value.replace(/["\\]/g, "\\$&")}"`;
    return String(value);
  });
  return `{${parts.join(",")}}`;
}

/** Inserts rows by column: one array a column, a few thousand rows a statement. */
export async function loadTable(
  client: pg.ClientBase,
  table: Table,
  rows: readonly Readonly<Record<string, Value>>[],
): Promise<void> {
  const columns = Object.entries(table.columns);
  const arrays = columns.map(([, { type }], index) => `$${index + 1}::${type}[]`).join(", ");
  const names = columns.map(([column]) => `"${column}"`).join(", ");
  const statement = `insert into ${qualified(table)} (${names}) select * from unnest(${arrays})`;
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const chunk = rows.slice(from, from + ROWS_PER_STATEMENT);
    await client.query(
      statement,
      columns.map(([column]) => arrayLiteral(chunk.map((row) => row[column] ?? null))),
    );
  }
}
