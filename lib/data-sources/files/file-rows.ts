import { createReadStream } from "node:fs";
import { readCsvRecords, type SourceRow } from "@/lib/data-sources/files/csv-records";
import { decodeText } from "@/lib/data-sources/files/decode-text";
import { jsonRows, readJsonLines } from "@/lib/data-sources/files/jsonl-rows";
import type { LocalFile, Reading } from "@/lib/data-sources/files/reading";
import { openWorkbook, readSharedTexts } from "@/lib/data-sources/files/xlsx/workbook";
import { readSheetRows, type SheetRemarks } from "@/lib/data-sources/files/xlsx/sheet-rows";
import { InvalidInputError } from "@/lib/errors";

/** Small enough that looking at the beginning of a file does not take apart much more of it. */
const CHUNK_BYTES = 256 * 1024;

export const textsOf = (
  file: LocalFile,
  reading: Pick<Reading, "encoding">,
  onBytes?: (bytes: number) => void,
) => decodeText(bytesOf(file, onBytes), reading.encoding);

async function* bytesOf(file: LocalFile, onBytes?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of createReadStream(file.path, { highWaterMark: CHUNK_BYTES })) {
    bytes += (chunk as Buffer).length;
    onBytes?.(bytes);
    yield chunk as Buffer;
  }
}

/**
 * Every row of a file that is not Parquet, header included, as texts. `names` are the members of JSON lines, in
 * order. Throws InvalidInputError with the row and column of what is wrong in the file.
 */
export async function* fileRows(
  file: LocalFile,
  reading: Reading,
  names: readonly string[],
  options: { remarks?: SheetRemarks; onBytes?: (bytes: number) => void } = {},
): AsyncGenerator<SourceRow[]> {
  if (reading.format === "XLSX") yield* sheetRows(file, reading, options.remarks);
  else if (reading.format === "JSONL")
    yield* jsonRows(readJsonLines(textsOf(file, reading, options.onBytes)), names);
  else yield* readCsvRecords(textsOf(file, reading, options.onBytes), reading);
}

async function* sheetRows(
  file: LocalFile,
  reading: Reading,
  remarks?: SheetRemarks,
): AsyncGenerator<SourceRow[]> {
  const workbook = await openWorkbook(file.path);
  try {
    const sheet = reading.sheet
      ? workbook.sheets.find(({ name }) => name === reading.sheet)
      : workbook.sheets[0];
    if (!sheet)
      throw new InvalidInputError(
        `The workbook has no worksheet named “${reading.sheet}”. Choose another one.`,
      );
    yield* readSheetRows(workbook, sheet, await readSharedTexts(workbook), remarks);
  } finally {
    workbook.archive.close();
  }
}
