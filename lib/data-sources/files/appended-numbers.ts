import type { DuckDBConnection } from "@duckdb/node-api";
import { withLoadDatabase } from "@/lib/data-sources/files/load-database";
import { quoteText } from "@/lib/data-sources/files/typed-sql";
import { InvalidInputError } from "@/lib/errors";

const EXACT = /^(?:(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER)|DECIMAL\((\d+),(\d+)\))$/;
/** Digits of a decimal at most. */
const WIDE = 38;
const LONG_INTEGER = 19;

/**
 * Rows are added to a table only where the exact numbers of its columns stay exact: beside a part of doubles, or one
 * with too many digits, DuckDB would answer all of them as something else. Throws InvalidInputError.
 */
export async function requireExactNumbers(
  tableName: string,
  paths: { table: string[]; added: string; folder: string },
): Promise<void> {
  const files = [...paths.table, paths.added];
  await withLoadDatabase({ files, folder: paths.folder }, async (connection) => {
    const added = await typesOf(connection, paths.added);
    for (const path of paths.table)
      for (const [key, { name, type }] of await typesOf(connection, path)) {
        const other = added.get(key);
        if (other && !staysExact(type, other.type)) throw inexact(tableName, name);
      }
  });
}

/** DuckDB's types by name in lower case. */
async function typesOf(connection: DuckDBConnection, path: string) {
  const described = await connection.run(`DESCRIBE SELECT * FROM read_parquet(${quoteText(path)})`);
  const columns = (await described.getRows()).map((row) => ({ name: String(row[0]), type: String(row[1]) }));
  return new Map(columns.map((column) => [column.name.toLowerCase(), column]));
}

function staysExact(type: string, added: string): boolean {
  const before = digitsOf(type);
  if (!before) return true;
  const now = digitsOf(added);
  if (!now) return added !== "DOUBLE" && added !== "FLOAT";
  return Math.max(before.integer, now.integer) + Math.max(before.fraction, now.fraction) <= WIDE;
}

function digitsOf(type: string): { integer: number; fraction: number } | null {
  const match = EXACT.exec(type);
  if (!match) return null;
  if (match[1] === undefined) return { integer: type.includes("HUGE") ? WIDE : LONG_INTEGER, fraction: 0 };
  const [width, fraction] = [Number(match[1]), Number(match[2])];
  return { integer: width - fraction, fraction };
}

const inexact = (tableName: string, name: string): InvalidInputError =>
  new InvalidInputError(
    `The numbers of “${name}” in this file have an exponent, or more digits than fit beside those of the table “${tableName}”, whose numbers are exact. Leave the column out, or replace the table's rows.`,
    { columnName: name },
  );
