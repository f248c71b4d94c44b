/** How values are written: one pattern a format, understood alike by JavaScript and by DuckDB (RE2). */
import {
  DATE_FORMATS,
  type DateFormat,
  NUMBER_FORMATS,
  type NumberFormat,
  TIMESTAMP_FORMATS,
  type TimestampFormat,
} from "@/lib/data-sources/files/schemas";

/** What may stand before and after a number and is not part of it: money, percent, spaces. In RE2. */
const SIGN = "(?:[€$£¥₹%\\s\\x{a0}\\x{202f}]|EUR|USD|GBP|CHF|JPY)";
export const SIGNS_AFTER = `${SIGN}+$`;
/** The minus sign may stand before the money; it is kept as the first group. */
export const SIGNS_BEFORE = `^\\s*([-\u2212]?)${SIGN}*`;
/** Between groups of three digits. */
export const SPACE = "[\\s\\x{a0}\\x{202f}]";

/** JavaScript spells characters differently. */
const inJs = (pattern: string): string =>
  pattern.replaceAll("\\x{a0}", "\\u00a0").replaceAll("\\x{202f}", "\\u202f");
const AFTER = new RegExp(inJs(SIGNS_AFTER));
const BEFORE = new RegExp(inJs(SIGNS_BEFORE));

export type NumberShape = {
  /** RE2 of what stands between groups of three digits. */
  group: string;
  decimal: "." | ",";
  /** Of the value without signs and spaces, e.g. `-1,234.56`. */
  pattern: string;
};

const grouped = (group: string, decimal: string): string =>
  `-?(\\d+|[1-9]\\d{0,2}(${group}\\d{3})+)(${decimal}\\d+)?`;

const shape = (group: string, decimal: "." | ","): NumberShape => ({
  group,
  decimal,
  pattern: grouped(group, decimal === "." ? "\\." : ","),
});

export const NUMBER_SHAPES: Record<NumberFormat, NumberShape> = {
  "1,234.56": shape(",", "."),
  "1.234,56": shape("\\.", ","),
  "1 234,56": shape(SPACE, ","),
  "1'234.56": shape("['’]", "."),
};

export const EXPONENT = "-?\\d+([.,]\\d+)?[eE][-+]?\\d+";

export type DateShape = { pattern: string; strptime: string; hasShortYear?: boolean };

const D = "\\d{1,2}";
const Y = "\\d{4}";
export const DATE_SHAPES: Record<DateFormat, DateShape> = {
  "YYYY-MM-DD": { pattern: `${Y}-${D}-${D}`, strptime: "%Y-%m-%d" },
  "DD.MM.YYYY": { pattern: `${D}\\.${D}\\.${Y}`, strptime: "%d.%m.%Y" },
  "DD/MM/YYYY": { pattern: `${D}/${D}/${Y}`, strptime: "%d/%m/%Y" },
  "MM/DD/YYYY": { pattern: `${D}/${D}/${Y}`, strptime: "%m/%d/%Y" },
  "DD-MM-YYYY": { pattern: `${D}-${D}-${Y}`, strptime: "%d-%m-%Y" },
  "YYYY/MM/DD": { pattern: `${Y}/${D}/${D}`, strptime: "%Y/%m/%d" },
  YYYYMMDD: { pattern: "\\d{8}", strptime: "%Y%m%d" },
  "DD.MM.YY": { pattern: `${D}\\.${D}\\.\\d{2}`, strptime: "%d.%m.%y", hasShortYear: true },
  "DD/MM/YY": { pattern: `${D}/${D}/\\d{2}`, strptime: "%d/%m/%y", hasShortYear: true },
  "MM/DD/YY": { pattern: `${D}/${D}/\\d{2}`, strptime: "%m/%d/%y", hasShortYear: true },
};

/** The time may be missing: midnight. */
export const TIME = "([ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?)?";
export const OFFSET = "\\s?(Z|z|UTC|[+-]\\d{2}(:?\\d{2})?)";

export type TimestampShape = { date: DateFormat; hasOffset: boolean };
export const TIMESTAMP_SHAPES: Record<TimestampFormat, TimestampShape> = {
  "YYYY-MM-DD HH:MM:SS": { date: "YYYY-MM-DD", hasOffset: false },
  "YYYY-MM-DD HH:MM:SS±ZZ": { date: "YYYY-MM-DD", hasOffset: true },
  "DD.MM.YYYY HH:MM:SS": { date: "DD.MM.YYYY", hasOffset: false },
  "DD/MM/YYYY HH:MM:SS": { date: "DD/MM/YYYY", hasOffset: false },
  "MM/DD/YYYY HH:MM:SS": { date: "MM/DD/YYYY", hasOffset: false },
  "YYYY/MM/DD HH:MM:SS": { date: "YYYY/MM/DD", hasOffset: false },
};

/** A word each for yes and no; a column uses one pair. */
export const BOOLEAN_PAIRS = [
  ["true", "false"],
  ["yes", "no"],
  ["y", "n"],
  ["ja", "nein"],
  ["wahr", "falsch"],
  ["oui", "non"],
  ["vrai", "faux"],
  ["sí", "no"],
  ["1", "0"],
] as const;

export const timestampPattern = (format: TimestampFormat): string => {
  const { date, hasOffset } = TIMESTAMP_SHAPES[format];
  const time = hasOffset ? TIME.slice(0, -1) : TIME;
  return `${DATE_SHAPES[date].pattern}${time}${hasOffset ? OFFSET : ""}`;
};

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

const NUMBERS = NUMBER_FORMATS.map((format) => ({
  format,
  regexp: whole(inJs(NUMBER_SHAPES[format].pattern)),
}));
/** What stands between year, month and day: told before the pattern is tried. */
const separatorOf = (format: string): string => /[-./]/.exec(format)?.[0] ?? "";
const DATES = DATE_FORMATS.map((format) => ({
  format,
  separator: separatorOf(format),
  regexp: whole(DATE_SHAPES[format].pattern),
}));
const TIMESTAMPS = TIMESTAMP_FORMATS.map((format) => ({
  format,
  separator: separatorOf(format),
  regexp: whole(timestampPattern(format)),
}));

const INTEGER = /^-?\d+$/;

/** The formats in which a value (trimmed) is a number. */
export function numberFormatsOf(value: string): readonly NumberFormat[] {
  if (INTEGER.test(value)) return NUMBER_FORMATS;
  const bare = bareNumber(value);
  return NUMBERS.filter(({ regexp }) => regexp.test(bare)).map(({ format }) => format);
}

/** Without what stands before and after it. */
export const bareNumber = (value: string): string =>
  value
    .replace(AFTER, "")
    .replace(BEFORE, "$1")
    .replace(/^\u2212/, "-");

/** Those of `candidates` in which a value (trimmed) is a day that exists. */
export function dateFormatsOf(value: string, candidates?: ReadonlySet<DateFormat> | null): DateFormat[] {
  return DATES.filter(
    ({ format, separator, regexp }) =>
      (!candidates || candidates.has(format)) &&
      value.includes(separator) &&
      regexp.test(value) &&
      isRealDate(value, format),
  ).map(({ format }) => format);
}

export function timestampFormatsOf(
  value: string,
  candidates?: ReadonlySet<TimestampFormat> | null,
): TimestampFormat[] {
  return TIMESTAMPS.filter(
    ({ format, separator, regexp }) =>
      (!candidates || candidates.has(format)) &&
      value.includes(separator) &&
      regexp.test(value) &&
      isRealDate(value, TIMESTAMP_SHAPES[format].date),
  ).map(({ format }) => format);
}

/** Where year, month and day stand among the numbers of a date. */
const PLACES = Object.fromEntries(
  DATE_FORMATS.map((format) => {
    const order = format.replace(/[^YMD]/g, "").replace(/(.)\1+/g, "$1");
    return [format, [order.indexOf("Y"), order.indexOf("M"), order.indexOf("D")]];
  }),
) as Record<DateFormat, [number, number, number]>;

/** Months to 12 and days to the end of their month: what tells DD/MM from MM/DD. */
function isRealDate(value: string, format: DateFormat): boolean {
  const parts =
    format === "YYYYMMDD" ? [value.slice(0, 4), value.slice(4, 6), value.slice(6, 8)] : value.split(/\D/, 3);
  const [year = 0, month = 0, day = 0] = PLACES[format].map((place) => Number(parts[place]));
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year < 100 ? year + 2000 : year, month, 0)).getUTCDate();
}
