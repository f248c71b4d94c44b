import { columnNames } from "@/lib/data-sources/files/column-names";
import { type ColumnEvidence, conventionsOf, type Digits } from "@/lib/data-sources/files/detect-types";
import { evidenceOf, samplesOf } from "@/lib/data-sources/files/sample-evidence";
import { inspectParquet } from "@/lib/data-sources/files/inspect-parquet";
import { detectReading, type Found } from "@/lib/data-sources/files/detect-reading";
import type { LocalFile, Reading } from "@/lib/data-sources/files/reading";
import type {
  FileFormat,
  FileInspection,
  InspectedColumn,
  ReadOptions,
} from "@/lib/data-sources/files/schemas";

/** What a load needs to know besides what people are shown. */
export type Inspected = {
  reading: Reading;
  inspection: Omit<FileInspection, "tableName">;
  width: number;
  source: { name: string; type: string | null }[];
  /** Of the columns that were taken for numbers, in the shown format. */
  digits: (Digits | null)[];
};

/** Rows people are shown. */
const SHOWN_ROWS = 50;

/**
 * Looks at the beginning of a file, of JSON lines at all of it, and says how it would be read. Throws
 * InvalidInputError for what no option can make a table.
 */
export async function inspectFile(
  file: LocalFile,
  format: FileFormat,
  options: ReadOptions,
): Promise<Inspected> {
  if (format === "PARQUET") return inspectParquet(file);
  return concluded(await detectReading(file, format, options));
}

function concluded({ reading, names, rows, notes, sheets, blocking }: Found): Inspected {
  const evidence: ColumnEvidence[] = evidenceOf(rows, names.length);
  const conventions = conventionsOf(evidence);
  const unique = columnNames(names);
  const types = evidence.map((column) => column.conclude(conventions));
  const columns = types.map(
    (found, index): InspectedColumn => ({
      sourceName: names[index] ?? "",
      name: unique[index] ?? "",
      type: found.type,
      format: found.format,
      samples: samplesOf(rows, index),
      problems: [...renamed(names[index] ?? "", unique[index] ?? ""), ...found.problems],
    }),
  );
  const isDelimited = reading.format === "CSV" || reading.format === "TSV";
  const inspection = {
    format: reading.format,
    encoding: reading.format === "XLSX" ? null : reading.encoding,
    delimiter: isDelimited ? reading.delimiter : null,
    quote: isDelimited ? reading.quote : null,
    hasHeader: reading.format === "JSONL" ? null : reading.hasHeader,
    skipRows: reading.skipRows,
    fillShortRows: reading.fillShortRows,
    sheets,
    sheet: reading.sheet,
    columns,
    rows: rows.slice(0, SHOWN_ROWS).map(({ fields }) => names.map((_, index) => fields[index] ?? null)),
    notes,
    blocking,
  };
  const source = names.map((name) => ({ name: name ?? "", type: null }));
  return { reading, inspection, width: names.length, source, digits: types.map(({ digits }) => digits) };
}

function renamed(sourceName: string, name: string): string[] {
  if (sourceName === name) return [];
  if (sourceName.trim() === "") return ["It has no name in the file."];
  return /\(\d+\)$/.test(name) && !/\(\d+\)$/.test(sourceName.trim())
    ? ["Another column has the same name."]
    : [];
}
