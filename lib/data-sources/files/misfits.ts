import type { DuckDBConnection } from "@duckdb/node-api";
import type { ColumnType } from "@/lib/charts/types";
import { columnSql, type PlannedColumn } from "@/lib/data-sources/files/column-plan";
import { print } from "@/lib/data-sources/files/reading";
import type { Relation } from "@/lib/data-sources/files/relations";
import { misfitSql } from "@/lib/data-sources/files/typed-sql";
import { InvalidInputError } from "@/lib/errors";

const AT_ONCE = 50;

const NOUNS = {
  text: "text",
  number: "a number",
  boolean: "yes or no",
  date: "a date",
  timestamp: "a date with a time",
} as const satisfies Record<ColumnType, string>;

type Misfit = { column: PlannedColumn; text: string; count: number; row: number };

/**
 * Looks for values that do not fit their column's type. Resolves to how many will be emptied; throws
 * InvalidInputError with the first one's row, column and value when they are to be refused.
 */
export async function requireFitting(
  connection: DuckDBConnection,
  relation: Relation,
  columns: PlannedColumn[],
  badValues: "refuse" | "empty",
): Promise<number> {
  const misfits = await findMisfits(connection, relation, columns);
  const total = misfits.reduce((sum, { count }) => sum + count, 0);
  if (total === 0 || badValues === "empty") return total;
  const [first] = misfits.sort((a, b) => a.row - b.row);
  if (!first) return 0;
  const value = await valueAt(connection, relation, first);
  const { name, type, format } = first.column;
  const wanted = format ? `${NOUNS[type]} written like ${format}` : NOUNS[type];
  throw new InvalidInputError(
    `Row ${print(first.row)}, column ${name}: “${shortened(value)}” is not ${wanted}. ${others(total, misfits.length)}Make the column text, choose another format, or treat such values as empty.`,
    { row: first.row, columnName: name, value: shortened(value), count: total },
  );
}

async function findMisfits(
  connection: DuckDBConnection,
  relation: Relation,
  columns: PlannedColumn[],
): Promise<Misfit[]> {
  const misfits: Misfit[] = [];
  const checked = columns.flatMap((column) => {
    const { text, typed } = columnSql(relation, column);
    return text === null || column.type === "text" ? [] : [{ column, text, typed }];
  });
  for (let from = 0; from < checked.length; from += AT_ONCE) {
    const slice = checked.slice(from, from + AT_ONCE);
    const inner = slice.map(({ text, typed }, at) => `${text} AS x${at}, ${typed} AS t${at}`).join(", ");
    const outer = slice.map((_, at) => {
      const isMisfit = misfitSql(`x${at}`, `t${at}`);
      return `count(*) FILTER (${isMisfit}), min(r) FILTER (${isMisfit})`;
    });
    const result = await connection.run(
      `SELECT ${outer.join(", ")} FROM (SELECT ${relation.row} AS r, ${inner} FROM ${relation.from})`,
    );
    const [row = []] = await result.getRows();
    for (const [at, { column, text }] of slice.entries()) {
      const count = Number(row[at * 2] ?? 0);
      if (count > 0) misfits.push({ column, text, count, row: Number(row[at * 2 + 1]) });
    }
  }
  return misfits;
}

async function valueAt(connection: DuckDBConnection, relation: Relation, misfit: Misfit): Promise<string> {
  const result = await connection.run(
    `SELECT ${misfit.text} FROM ${relation.from} WHERE ${relation.row} = ${misfit.row} LIMIT 1`,
  );
  const [[value] = []] = await result.getRows();
  return String(value ?? "");
}

function others(total: number, columns: number): string {
  if (total === 1) return "";
  const where = columns === 1 ? "" : ` in ${columns} columns`;
  return `There are ${print(total)} such values${where}. `;
}

const shortened = (text: string): string => {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};
