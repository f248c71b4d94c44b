import type { Cell, ResultColumn } from "@/lib/charts/types";
import type { SourceResult } from "./types";

/** Characters kept at most: a result of very wide rows must not take the whole memory of the process. */
const RESULT_LIMIT_CHARS = 64_000_000;

/** Some rows on their way; `chars` is the length of their texts. */
export type Batch = { columns: ResultColumn[]; rows: Cell[][]; chars: number };

/** All rows of a statement that was asked for one row more than may be shown. */
export async function collectRows(
  batches: AsyncIterable<Batch>,
  rowLimit: number,
): Promise<Omit<SourceResult, "durationMs">> {
  let columns: ResultColumn[] = [];
  const rows: Cell[][] = [];
  let chars = 0;
  let isCut = false;
  for await (const batch of batches) {
    columns = batch.columns;
    for (const row of batch.rows) rows.push(row);
    chars += batch.chars;
    isCut = chars >= RESULT_LIMIT_CHARS || rows.length > rowLimit;
    if (isCut) break;
  }
  rows.length = Math.min(rows.length, rowLimit);
  return { columns, rows, truncated: isCut };
}
