import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Cell, ResultColumn } from "@/lib/charts/types";
import type { RowStream } from "@/lib/data-sources";
import { workFolder } from "@/lib/storage";
import { NumberFacts } from "./number-facts";
import type { RowWriter } from "./types";

/**
 * Typed columns, compressed. The rows go to a text file first: only after the last one is it known which type holds
 * every number of a column exactly.
 */
export const writeParquet: RowWriter = async function* (rows, { onRows }) {
  const folder = path.join(workFolder(), `export-${randomUUID()}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const text = path.join(folder, "rows.csv");
    const numbers = rows.columns.map(() => new NumberFacts());
    const lines = { longest: 0 };
    const written = textOf(rows, numbers, lines, onRows);
    await pipeline(Readable.from(written), createWriteStream(text, { mode: 0o600 }));
    const target = path.join(folder, "rows.parquet");
    await convert({ text, target, longestLine: lines.longest }, rows.columns, numbers);
    yield* createReadStream(target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** One line a row; values in quotes, nothing at all for null. */
async function* textOf(
  { batches }: RowStream,
  numbers: NumberFacts[],
  lines: { longest: number },
  onRows: (count: number) => void,
) {
  for await (const batch of batches) {
    let text = "";
    for (const row of batch) {
      row.forEach((cell, index) => numbers[index]?.see(cell));
      // A mark before the first value: a row of one null would be an empty line, which readers skip.
      const line = `-,${row.map(field).join(",")}\n`;
      lines.longest = Math.max(lines.longest, line.length);
      text += line;
    }
    onRows(batch.length);
    yield text;
  }
}

/** DuckDB's own default. It takes memory for the limit, so that it should be no higher than needed. */
const SHORTEST_LIMIT = 2_097_152;
const MAX_BYTES_PER_CHARACTER = 3;

const field = (cell: Cell): string => (cell === null ? "" : `"${String(cell).replaceAll('"', '""')}"`);

async function convert(
  { text, target, longestLine }: { text: string; target: string; longestLine: number },
  columns: ResultColumn[],
  numbers: NumberFacts[],
): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "512MB" });
  try {
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'; SET preserve_insertion_order = true");
    const names = columns.map((_, index) => `c${index}`);
    const types = ["mark", ...names].map((name) => `${name}: 'VARCHAR'`).join(", ");
    const selected = columns.map(
      ({ name, type }, index) =>
        `CAST(c${index} AS ${duckdbType(type, numbers[index])}) AS ${quoteName(name)}`,
    );
    await connection.run(
      `COPY (SELECT ${selected.join(", ")} FROM read_csv(${quoteText(text)}, columns = {${types}},
        auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', nullstr = '',
        allow_quoted_nulls = false, strict_mode = true, max_line_size = ${Math.max(SHORTEST_LIMIT, longestLine * MAX_BYTES_PER_CHARACTER)}))
       TO ${quoteText(target)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
}

function duckdbType(type: ResultColumn["type"], numbers: NumberFacts | undefined): string {
  if (type === "number") return numbers?.duckdbType() ?? "DOUBLE";
  return { text: "VARCHAR", boolean: "BOOLEAN", date: "DATE", timestamp: "TIMESTAMPTZ" }[type];
}

const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
