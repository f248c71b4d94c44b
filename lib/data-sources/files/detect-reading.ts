import type { SourceRow } from "@/lib/data-sources/files/csv-records";
import { detectDelimiter, detectHeader, detectQuote } from "@/lib/data-sources/files/detect-dialect";
import { fileRows, textsOf } from "@/lib/data-sources/files/file-rows";
import { type JsonLine, jsonRows, readJsonLines } from "@/lib/data-sources/files/jsonl-rows";
import { dataRows, isBlank, type LocalFile, type Reading } from "@/lib/data-sources/files/reading";
import {
  COLUMN_LIMIT,
  type Encoding,
  ENCODING_LABELS,
  type FileFormat,
  type ReadOptions,
} from "@/lib/data-sources/files/schemas";
import { openWorkbook } from "@/lib/data-sources/files/xlsx/workbook";
import { InvalidInputError } from "@/lib/errors";

/** The beginning of a file, read in the way that was found or asked for. */
export type Found = {
  reading: Reading;
  /** As the file names its columns; null where it does not. */
  names: (string | null)[];
  /** Without the header. */
  rows: SourceRow[];
  notes: string[];
  sheets: string[];
  blocking: string | null;
};

/** What is told from them only speeds the load up: it looks at every value of the file. */
const SAMPLE_ROWS = 5_000;
const SAMPLE_CELLS = 40_000;
/** Enough to look at where rows are very wide. */
const FEWEST_ROWS = 50;
const SAMPLE_CHARS = 16_000_000;
const DIALECT_CHARS = 64 * 1024;

export async function detectReading(
  file: LocalFile,
  format: FileFormat,
  options: ReadOptions,
): Promise<Found> {
  const reading = await firstGuess(file, format, options);
  if (format === "JSONL") return detectJson(file, reading);
  const notes: string[] = [];
  let sheets: string[] = [];
  if (format === "XLSX") {
    const workbook = await openWorkbook(file.path);
    workbook.archive.close();
    sheets = workbook.sheets.map(({ name }) => name);
    reading.sheet = options.sheet ?? sheets[0] ?? null;
    notes.push(...workbook.notes);
  } else notes.push(...encodingNotes(file, options, reading.encoding));
  return { ...(await readBeginning(file, reading, options, notes)), notes, sheets };
}

async function firstGuess(file: LocalFile, format: FileFormat, options: ReadOptions): Promise<Reading> {
  const { bom, isUtf8, hasNul } = file.facts;
  const encoding = options.encoding ?? bom ?? (isUtf8 ? "utf-8" : "windows-1252");
  const reading: Reading = {
    format,
    encoding,
    delimiter: options.delimiter ?? (format === "TSV" ? "\t" : ","),
    quote: options.quote ?? '"',
    hasHeader: options.hasHeader ?? true,
    skipRows: options.skipRows ?? 0,
    sheet: options.sheet ?? null,
    fillShortRows: options.fillShortRows ?? false,
  };
  if (format === "XLSX") return reading;
  // Where a zero character is, the decoder says.
  if (hasNul && !encoding.startsWith("utf-16")) for await (const _ of textsOf(file, reading));
  if (format === "JSONL") return reading;
  const { text, isWhole } = await beginningOf(file, reading);
  if (text.trim() === "")
    throw new InvalidInputError("The file is empty. Upload a file with at least a header.");
  if (options.quote === undefined) reading.quote = detectQuote(text);
  if (options.delimiter === undefined && format === "CSV")
    reading.delimiter = detectDelimiter(text, reading.quote, isWhole);
  return reading;
}

async function beginningOf(file: LocalFile, reading: Reading): Promise<{ text: string; isWhole: boolean }> {
  let text = "";
  for await (const piece of textsOf(file, reading)) {
    text += piece;
    if (text.length > DIALECT_CHARS) return { text: text.slice(0, DIALECT_CHARS), isWhole: false };
  }
  return { text, isWhole: true };
}

function encodingNotes(file: LocalFile, options: ReadOptions, encoding: Encoding): string[] {
  if (encoding !== "windows-1252" || options.encoding) return [];
  return [
    `The file is not UTF-8, so it is read as ${ENCODING_LABELS[encoding]}. Check letters such as ä and é, or choose another encoding.`,
  ];
}

async function readBeginning(
  file: LocalFile,
  reading: Reading,
  options: ReadOptions,
  notes: string[],
): Promise<Pick<Found, "reading" | "names" | "rows" | "blocking">> {
  const remarks = { errors: 0, merged: 0 };
  const { raw, failure } = await take(fileRows(file, reading, [], { remarks }));
  const below = raw.filter((row) => row.row > reading.skipRows && !isBlank(row));
  if (below.length === 0) {
    if (failure) throw failure;
    throw new InvalidInputError(
      reading.sheet
        ? `The worksheet “${reading.sheet}” is empty. Choose another one.`
        : "The file is empty. Upload a file with at least a header.",
    );
  }
  if (options.hasHeader === undefined)
    reading.hasHeader = detectHeader(below.slice(0, 200).map(({ fields }) => fields));
  const first = below[0]?.fields ?? [];
  // A sheet has no width of its own: values right of the header get columns without a name.
  const width = reading.format === "XLSX" ? widest(below) : first.length;
  if (width > COLUMN_LIMIT)
    throw new InvalidInputError(
      `The file has ${width} columns; ${COLUMN_LIMIT} can be read. Choose another separator.`,
    );
  const names = Array.from({ length: width }, (_, index) =>
    reading.hasHeader ? (first[index] ?? null) : null,
  );
  const { rows, problem } = await fitting(raw, reading, width);
  const blocking = problem ?? failure;
  if (remarks.errors > 0) notes.push("Cells with errors, such as #N/A, are read as empty.");
  if (remarks.merged > 0)
    notes.push("Of cells that are merged only the first has the value; the others are read as empty.");
  if (rows.length === 0 && !blocking) notes.push("The file has a header and no rows.");
  return { reading, names, rows, blocking: blocking?.message ?? null };
}

/** Rows of a width that are looked at. */
const sampleRows = (width: number): number =>
  Math.min(SAMPLE_ROWS, Math.max(FEWEST_ROWS, Math.floor(SAMPLE_CELLS / Math.max(1, width))));

const widest = (rows: SourceRow[]): number =>
  rows.reduce((most, { fields }) => Math.max(most, fields.length), 0);

async function fitting(
  raw: SourceRow[],
  reading: Reading,
  width: number,
): Promise<{ rows: SourceRow[]; problem: InvalidInputError | null }> {
  const rows: SourceRow[] = [];
  async function* one() {
    for (const row of raw) yield [row];
  }
  try {
    for await (const batch of dataRows(one(), reading, width)) {
      rows.push(...batch);
      if (rows.length >= sampleRows(width)) break;
    }
    return { rows, problem: null };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { rows, problem: error };
  }
}

/** Rows until there are enough; what went wrong after them is handed over, not thrown. */
async function take(
  batches: AsyncIterable<SourceRow[]>,
): Promise<{ raw: SourceRow[]; failure: InvalidInputError | null }> {
  const raw: SourceRow[] = [];
  let cells = 0;
  let chars = 0;
  try {
    for await (const batch of batches) {
      for (const row of batch) {
        raw.push(row);
        cells += row.fields.length;
        for (const field of row.fields) chars += field?.length ?? 0;
        const isEnough = raw.length >= SAMPLE_ROWS || cells >= SAMPLE_CELLS || chars >= SAMPLE_CHARS;
        if (isEnough) return { raw, failure: null };
      }
    }
    return { raw, failure: null };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { raw, failure: error };
  }
}

/** The names of all lines, because a member may first occur in the last one; the values of the first lines. */
async function detectJson(file: LocalFile, reading: Reading): Promise<Found> {
  const names = new Set<string>();
  let chars = 0;
  const sample: JsonLine[] = [];
  for await (const batch of readJsonLines(textsOf(file, reading)))
    for (const line of batch) {
      for (const name of Object.keys(line.object)) names.add(name);
      if (sample.length < SAMPLE_ROWS && chars < SAMPLE_CHARS) sample.push(line);
      chars += line.source.length;
      if (names.size > COLUMN_LIMIT)
        throw new InvalidInputError(`The file has more than ${COLUMN_LIMIT} different names.`);
    }
  if (names.size === 0)
    throw new InvalidInputError("The file is empty. Upload a file with one JSON object a line.");
  const rows: SourceRow[] = [];
  async function* once() {
    yield sample.slice(0, sampleRows(names.size));
  }
  for await (const batch of jsonRows(once(), [...names])) rows.push(...batch);
  return { reading, names: [...names], rows, notes: [], sheets: [], blocking: null };
}
