/** Inputs and DTOs of uploaded files: a file is received, looked at, corrected, and loaded into a table. Client-safe. */
import { z } from "zod";
import type { ColumnType } from "@/lib/charts/types";

/** Of one uploaded file. */
export const UPLOAD_LIMIT_BYTES = 500 * 1024 * 1024;
/** As many as the widest worksheet has. */
export const COLUMN_LIMIT = 16_384;

export const FileFormat = z.enum(["CSV", "TSV", "XLSX", "JSONL", "PARQUET"]);
export type FileFormat = z.infer<typeof FileFormat>;

/** What a file picker should offer. */
export const ACCEPTED_EXTENSIONS = {
  ".csv": "CSV",
  ".txt": "CSV",
  ".tsv": "TSV",
  ".tab": "TSV",
  ".xlsx": "XLSX",
  ".jsonl": "JSONL",
  ".ndjson": "JSONL",
  ".json": "JSONL",
  ".parquet": "PARQUET",
} as const satisfies Record<`.${string}`, FileFormat>;

export const FORMAT_LABELS = {
  CSV: "CSV",
  TSV: "Tab-separated text",
  XLSX: "Excel workbook",
  JSONL: "JSON lines",
  PARQUET: "Parquet",
} as const satisfies Record<FileFormat, string>;

/** UPLOADED: waits for a person. REQUESTED: waits for the worker. FAILED may be requested again while `canLoad`. */
export const FileLoadState = z.enum(["UPLOADED", "REQUESTED", "LOADING", "LOADED", "FAILED"]);
export type FileLoadState = z.infer<typeof FileLoadState>;

export const Encoding = z.enum(["utf-8", "windows-1252", "utf-16le", "utf-16be"]);
export type Encoding = z.infer<typeof Encoding>;

export const ENCODING_LABELS = {
  "utf-8": "UTF-8",
  "windows-1252": "Windows (Western European)",
  "utf-16le": "UTF-16, little-endian",
  "utf-16be": "UTF-16, big-endian",
} as const satisfies Record<Encoding, string>;

export const Delimiter = z.enum([",", ";", "\t", "|"]);
export type Delimiter = z.infer<typeof Delimiter>;

/** Empty: the file has no quotes, a quotation mark is a character like any other. */
export const Quote = z.enum(['"', "'", ""]);
export type Quote = z.infer<typeof Quote>;

/** How to read a file. What is left out is detected. */
export const ReadOptions = z.object({
  encoding: Encoding.optional(),
  delimiter: Delimiter.optional(),
  quote: Quote.optional(),
  hasHeader: z.boolean().optional(),
  /** Rows above the header, or above the data when there is none. */
  skipRows: z.number().int().min(0).max(1000).optional(),
  /** Name of the worksheet. */
  sheet: z.string().max(100).optional(),
  /** Rows that end early are filled with empty values instead of being refused. */
  fillShortRows: z.boolean().optional(),
});
export type ReadOptions = z.infer<typeof ReadOptions>;

/** How numbers are written, shown by example; the thousands separator may be missing in the values. */
export const NUMBER_FORMATS = ["1,234.56", "1.234,56", "1 234,56", "1'234.56"] as const;
export const DATE_FORMATS = [
  "YYYY-MM-DD",
  "DD.MM.YYYY",
  "DD/MM/YYYY",
  "MM/DD/YYYY",
  "DD-MM-YYYY",
  "YYYY/MM/DD",
  "YYYYMMDD",
  "DD.MM.YY",
  "DD/MM/YY",
  "MM/DD/YY",
] as const;
/** With an offset or Z a value is an instant; without one it is the time on the wall. Seconds may be missing. */
export const TIMESTAMP_FORMATS = [
  "YYYY-MM-DD HH:MM:SS",
  "YYYY-MM-DD HH:MM:SS±ZZ",
  "DD.MM.YYYY HH:MM:SS",
  "DD/MM/YYYY HH:MM:SS",
  "MM/DD/YYYY HH:MM:SS",
  "YYYY/MM/DD HH:MM:SS",
] as const;

export const NumberFormat = z.enum(NUMBER_FORMATS);
export type NumberFormat = z.infer<typeof NumberFormat>;
export const DateFormat = z.enum(DATE_FORMATS);
export type DateFormat = z.infer<typeof DateFormat>;
export const TimestampFormat = z.enum(TIMESTAMP_FORMATS);
export type TimestampFormat = z.infer<typeof TimestampFormat>;
export const ColumnFormat = z.union([NumberFormat, DateFormat, TimestampFormat]);
export type ColumnFormat = z.infer<typeof ColumnFormat>;

/** What can be chosen beside a type; text and boolean have no format. */
export const FORMATS_BY_TYPE = {
  text: [],
  boolean: [],
  number: NUMBER_FORMATS,
  date: DATE_FORMATS,
  timestamp: TIMESTAMP_FORMATS,
} as const satisfies Record<ColumnType, readonly ColumnFormat[]>;

export type InspectedColumn = {
  /** As the file names it; empty when it does not. */
  sourceName: string;
  /** Trimmed, unique whatever the case, never empty: what it will be called. */
  name: string;
  type: ColumnType;
  /** null for text and booleans, and for files whose values have types of their own. */
  format: ColumnFormat | null;
  /** Up to five different values, as they are in the file. */
  samples: string[];
  /** Sentences: what is ambiguous or was made of it. */
  problems: string[];
};

export type FileInspection = {
  format: FileFormat;
  /** null for XLSX and Parquet. */
  encoding: Encoding | null;
  /** null unless the file is delimited text. */
  delimiter: Delimiter | null;
  quote: Quote | null;
  /** null where names belong to the format (JSON lines, Parquet). */
  hasHeader: boolean | null;
  skipRows: number;
  fillShortRows: boolean;
  /** Worksheets of a workbook, in order; empty otherwise. */
  sheets: string[];
  sheet: string | null;
  columns: InspectedColumn[];
  /** The first rows, as texts; null is an empty value. */
  rows: (string | null)[][];
  /** Sentences about the whole file. */
  notes: string[];
  /** Why the file cannot be loaded as it is read now; other options may help. null when nothing is known. */
  blocking: string | null;
  /** Suggested name of a new table, free in the source. */
  tableName: string;
};

const tableName = z
  .string()
  .trim()
  .min(1, "Give the table a name.")
  .max(100, "A table's name has at most 100 characters.")
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  .regex(/^[^"\u0000-\u001f]*$/, "A table's name has no quotation marks and no line breaks.");

/** In the order of the file's columns. */
export const ColumnChoice = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give the column a name.")
    .max(200, "A column's name has at most 200 characters.")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    .regex(/^[^\u0000-\u001f]*$/, "A column's name has no line breaks."),
  type: z.enum(["text", "number", "boolean", "date", "timestamp"]),
  format: ColumnFormat.nullable().default(null),
  /** False leaves the column out. */
  isIncluded: z.boolean().default(true),
});
export type ColumnChoice = z.infer<typeof ColumnChoice>;

export const LoadTarget = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("create"), tableName }),
  z.object({ mode: z.literal("replace"), tableId: z.uuid() }),
  z.object({ mode: z.literal("append"), tableId: z.uuid() }),
]);
export type LoadTarget = z.infer<typeof LoadTarget>;

/** What to do with values that do not fit their column's type. */
export const BadValues = z.enum(["refuse", "empty"]);

const fileName = z.string().trim().min(1, "The file has no name.").max(400);

export const ReceiveUploadInput = z.object({ dataSourceId: z.uuid(), fileName });
export const FileLoadIdInput = z.object({ loadId: z.uuid() });
export const FileTableIdInput = z.object({ tableId: z.uuid() });
export const FileSourceInput = z.object({ dataSourceId: z.uuid() });
export const InspectUploadInput = z.object({ loadId: z.uuid(), options: ReadOptions.default({}) });
export const RequestLoadInput = z.object({
  loadId: z.uuid(),
  /** The options the shown inspection was made with. */
  options: ReadOptions.default({}),
  columns: z.array(ColumnChoice).min(1).max(COLUMN_LIMIT),
  badValues: BadValues.default("refuse"),
  target: LoadTarget,
});
/** What somebody asked for, to be shown again when the load did not end well. */
export type FileLoadRequest = Omit<z.output<typeof RequestLoadInput>, "loadId">;
export const RenameFileTableInput = z.object({ tableId: z.uuid(), name: tableName });

/** The first value that does not fit its column, and how many there are. Rows are counted from 1 in the file. */
export const Misfit = z.object({
  row: z.number().int(),
  columnName: z.string(),
  value: z.string(),
  count: z.number().int(),
});
export type Misfit = z.infer<typeof Misfit>;

export type FileColumn = { name: string; type: ColumnType };

export type FileLoadDto = {
  id: string;
  dataSourceId: string;
  fileName: string;
  format: FileFormat;
  bytes: number;
  state: FileLoadState;
  /** 0–100 while LOADING. */
  progress: number;
  /** Rows loaded; null until then. */
  rows: number | null;
  /** Values that did not fit and were emptied on request. */
  emptiedCells: number;
  error: string | null;
  /** Set when the load failed for a value. */
  misfit: Misfit | null;
  mode: LoadTarget["mode"] | null;
  table: { id: string; name: string } | null;
  /** The uploaded file is still there: it can be looked at and loaded (again). */
  canLoad: boolean;
  createdBy: string | null;
  createdAt: string;
  loadedAt: string | null;
};

export type FileTableDto = {
  id: string;
  dataSourceId: string;
  /** As it is written in SQL, in double quotes where needed. */
  name: string;
  columns: FileColumn[];
  rows: number;
  /** Of the stored Parquet files. */
  bytes: number;
  /** Raised at each load. */
  version: number;
  createdAt: string;
  updatedAt: string;
};

/** With every load that went into it, the newest first. */
export type FileTableDetailDto = FileTableDto & { loads: FileLoadDto[] };
