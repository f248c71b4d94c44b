import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { SourceRow } from "@/lib/data-sources/files/csv-records";
import { InvalidInputError } from "@/lib/errors";

/** Short rows become as wide as the table: a file of 500 MB could fill any disk. */
const WRITTEN_LIMIT_BYTES = 16 * 1024 ** 3;

/**
 * Writes rows as plain CSV: the row's number, then the included fields, each in quotes; an empty value has none.
 * Resolves to how many. Throws InvalidInputError when they take more room than there should be.
 */
export async function writeRows(
  batches: AsyncIterable<SourceRow[]>,
  included: readonly number[],
  path: string,
  { limitBytes = WRITTEN_LIMIT_BYTES, signal }: { limitBytes?: number; signal?: AbortSignal } = {},
): Promise<number> {
  let rows = 0;
  let written = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const batch of batches) {
      rows += batch.length;
      const text = batch.map((row) => lineOf(row, included)).join("");
      written += text.length;
      if (written > limitBytes)
        throw new InvalidInputError(
          `The first ${rows.toLocaleString("en-GB")} rows take more than ${limitBytes / 1024 ** 3} GB as a table. Leave columns out, or split the file.`,
        );
      yield text;
    }
  }
  await pipeline(lines(), createWriteStream(path, { mode: 0o600, highWaterMark: 1024 * 1024 }), { signal });
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
