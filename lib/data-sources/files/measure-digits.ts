import type { DuckDBConnection } from "@duckdb/node-api";
import { columnSql, type PlannedColumn } from "@/lib/data-sources/files/column-plan";
import type { Digits } from "@/lib/data-sources/files/detect-types";
import type { Relation } from "@/lib/data-sources/files/relations";
import type { NumberFormat } from "@/lib/data-sources/files/schemas";
import { bareNumberSql } from "@/lib/data-sources/files/typed-sql";

/** Columns in one statement: of thousands, the plan itself would fill the memory. */
const AT_ONCE = 50;

/** Looks at every number of the file, so that each column's storage holds all of them exactly where it can. */
export async function measureDigits(
  connection: DuckDBConnection,
  relation: Relation,
  columns: PlannedColumn[],
): Promise<PlannedColumn[]> {
  const measured = new Map<number, Digits>();
  const texts = columns.flatMap((column) => {
    const text = column.type === "number" ? columnSql(relation, column).text : null;
    return text === null
      ? []
      : [{ column, bare: bareNumberSql(text, (column.format ?? "1,234.56") as NumberFormat) }];
  });
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    const slice = texts.slice(from, from + AT_ONCE);
    const inner = slice.map(({ bare }, at) => `${bare} AS b${at}`).join(", ");
    const outer = slice.map((_, at) => digitsSql(`b${at}`)).join(", ");
    const result = await connection.run(`SELECT ${outer} FROM (SELECT ${inner} FROM ${relation.from})`);
    const [row = []] = await result.getRows();
    for (const [at, { column }] of slice.entries())
      measured.set(column.index, {
        integer: Number(row[at * 3] ?? 0),
        fraction: Number(row[at * 3 + 1] ?? 0),
        hasExponent: row[at * 3 + 2] === true,
      });
  }
  return columns.map((column) => ({ ...column, digits: measured.get(column.index) ?? column.digits }));
}

const digitsSql = (bare: string): string =>
  [
    `max(length(ltrim(ltrim(split_part(${bare}, '.', 1), '-'), '0')))`,
    `max(length(rtrim(split_part(${bare}, '.', 2), '0')))`,
    `bool_or(contains(lower(${bare}), 'e'))`,
  ].join(", ");
