import type { SourceRow } from "@/lib/data-sources/files/csv-records";
import type { Delimiter, Encoding, FileFormat, Quote } from "@/lib/data-sources/files/schemas";
import type { TextFacts } from "@/lib/data-sources/files/text-facts";
import { InvalidInputError } from "@/lib/errors";

/** How a file is read: every question answered, by detection or by a person. */
export type Reading = {
  format: FileFormat;
  encoding: Encoding;
  delimiter: Delimiter;
  quote: Quote;
  hasHeader: boolean;
  skipRows: number;
  sheet: string | null;
  fillShortRows: boolean;
};

/** An uploaded file where it can be read from. */
export type LocalFile = { path: string; bytes: number; fileName: string; facts: TextFacts };

/**
 * Cells handed on at a time: rows are made as wide as the table, however short they are in the file, and many of them
 * at once would fill the memory.
 */
const BATCH_CELLS = 1_000_000;
export const batchRows = (width: number): number => Math.max(1, Math.floor(BATCH_CELLS / Math.max(1, width)));

/** The rows below the header, each with `width` fields. Throws InvalidInputError with the row that is not like that. */
export async function* dataRows(
  batches: AsyncIterable<SourceRow[]>,
  reading: Reading,
  width: number,
): AsyncGenerator<SourceRow[]> {
  const skipsBlank = width > 1 || reading.format === "XLSX";
  const most = batchRows(width);
  let needsHeader = reading.hasHeader && reading.format !== "JSONL";
  for await (const batch of batches) {
    let rows: SourceRow[] = [];
    for (const row of batch) {
      if (row.row <= reading.skipRows || (isBlank(row) && (skipsBlank || needsHeader))) continue;
      if (needsHeader) needsHeader = false;
      else rows.push(fitted(row, reading, width));
      if (rows.length < most) continue;
      yield rows;
      rows = [];
    }
    if (rows.length > 0) yield rows;
  }
}

/** A line without a character, not one of separators alone: that one has empty values. */
export const isBlank = ({ fields }: SourceRow): boolean => fields.length <= 1 && (fields[0] ?? null) === null;

function fitted(row: SourceRow, reading: Reading, width: number): SourceRow {
  const { fields } = row;
  if (fields.length === width) return row;
  if (fields.length < width) {
    if (reading.format === "XLSX" || reading.fillShortRows)
      return { row: row.row, fields: [...fields, ...Array<null>(width - fields.length).fill(null)] };
    throw ragged(row, reading, width, "Correct the row, or have short rows filled with empty values.");
  }
  const extra = fields.findIndex((field, index) => index >= width && field !== null);
  // Separators at the end of a row carry nothing.
  if (extra < 0) return { row: row.row, fields: fields.slice(0, width) };
  if (reading.format === "XLSX")
    throw new InvalidInputError(
      `Row ${print(row.row)} has a value in column ${extra + 1}, and the table has ${width}. Give the column a header.`,
      { row: row.row, column: extra + 1 },
    );
  throw ragged(row, reading, width, "Put values that contain the separator in quotes.");
}

function ragged(row: SourceRow, reading: Reading, width: number, advice: string): InvalidInputError {
  const found = `${row.fields.length} ${row.fields.length === 1 ? "value" : "values"}`;
  const wanted = reading.hasHeader ? `the header has ${width} columns` : `the first row has ${width}`;
  return new InvalidInputError(`Row ${print(row.row)} has ${found}, and ${wanted}. ${advice}`, {
    row: row.row,
    column: Math.min(row.fields.length, width) + 1,
  });
}

export const print = (value: number): string => value.toLocaleString("en-GB");
