import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { SourceRow } from "@/lib/data-sources/files/csv-records";

/**
 * Writes rows as plain CSV: the row's number, then the included fields, each in quotes; an empty value has none.
 * Resolves to how many.
 */
export async function writeRows(
  batches: AsyncIterable<SourceRow[]>,
  included: readonly number[],
  path: string,
): Promise<number> {
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const batch of batches) {
      rows += batch.length;
      yield batch.map((row) => lineOf(row, included)).join("");
    }
  }
  await pipeline(lines(), createWriteStream(path, { mode: 0o600, highWaterMark: 1024 * 1024 }));
  return rows;
}

function lineOf({ row, fields }: SourceRow, included: readonly number[]): string {
  let line = String(row);
  for (const index of included) {
    const field = fields[index] ?? null;
    line += field === null ? "," : `,"${field.includes('"') ? field.replaceAll('"', '""') : field}"`;
  }
  return `${line}\n`;
}
