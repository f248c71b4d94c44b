import {
  ACCEPTED_EXTENSIONS,
  type ColumnFormat,
  type Delimiter,
  type FileLoadDto,
  type LoadTarget,
  type Quote,
  UPLOAD_LIMIT_BYTES,
} from "@/lib/data-sources/files/schemas";
import { formatNumber } from "@/lib/format/value";

/** For the browser's file picker. */
export const ACCEPT = Object.keys(ACCEPTED_EXTENSIONS).join(",");
export const LIMIT_MB = UPLOAD_LIMIT_BYTES / 1024 / 1024;

/** "1 row", "1,204 rows" */
export function countOf(count: number, noun: string, locale: string): string {
  return `${formatNumber(count, { locale })} ${noun}${count === 1 ? "" : "s"}`;
}

/** Why a file need not be sent; null when it may be. */
export function refusalOf(file: { name: string; size: number }): string | null {
  const extension = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase() ?? "";
  if (!(extension in ACCEPTED_EXTENSIONS))
    return `“${file.name}” is not a file that can be loaded. Save it as CSV, Excel (.xlsx), JSON lines or Parquet.`;
  if (file.size === 0) return `“${file.name}” is empty.`;
  if (file.size > UPLOAD_LIMIT_BYTES)
    return `“${file.name}” is larger than ${LIMIT_MB} MB. Split it, or leave out columns that are not needed.`;
  return null;
}

export const DELIMITER_WORDS = {
  ",": "Comma ( , )",
  ";": "Semicolon ( ; )",
  "\t": "Tab",
  "|": "Vertical bar ( | )",
} as const satisfies Record<Delimiter, string>;

export const QUOTE_WORDS = {
  '"': 'Double quotes ( " )',
  "'": "Single quotes ( ' )",
  "": "No quotes",
} as const satisfies Record<Quote, string>;

/** What a load did to its table. */
export const MODE_WORDS = {
  create: "New table",
  replace: "Replaced all rows",
  append: "Added rows",
} as const satisfies Record<LoadTarget["mode"], string>;

export const isUnderWay = ({ state }: Pick<FileLoadDto, "state">): boolean =>
  state === "REQUESTED" || state === "LOADING";

/** A format by an example: "31.12.2026". Numbers are their own example. */
export function formatWords(format: ColumnFormat): string {
  if (!/[YD]/.test(format)) return format;
  const [date = "", time] = format.split(" ");
  const day = date.replace("YYYY", "2026").replace("YY", "26").replace("MM", "12").replace("DD", "31");
  const clock = time?.replace("HH:MM:SS", "14:05:00").replace("±ZZ", "+01:00");
  return clock ? `${day} ${clock}` : day;
}
