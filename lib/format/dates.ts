/** Dates and times as people read them. A time always names its place; a date has no zone. */

export type DateFormat = {
  /** BCP 47. */
  locale: string;
  /** IANA zone in which an instant is read. Ignored for `YYYY-MM-DD`. */
  zone: string;
};

/** `YYYY-MM-DD`, an ISO 8601 instant, epoch milliseconds or a Date. */
export type DateInput = string | number | Date;

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Cached: building an Intl formatter costs about 100 µs, and tables ask for thousands of cells. */
export function dateTimeFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** The instant of an input, and the zone to read it in: a bare date is the same day everywhere. */
function readInput(input: DateInput, zone: string): { instant: Date; zone: string } {
  const isDateOnly = typeof input === "string" && DATE_ONLY.test(input);
  const instant = new Date(isDateOnly ? `${input}T00:00:00Z` : input);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`"${String(input)}" is not a date.`);
  return { instant, zone: isDateOnly ? "UTC" : zone };
}

/** Narrow spaces are missing from several mail and print fonts; plain ones look the same here. */
function plainSpaces(text: string): string {
  return text.replace(/[\u2009\u202f]/g, " ");
}

/** "20 Nov 2026". Throws RangeError on something that is not a date. */
export function formatDate(input: DateInput, format: DateFormat): string {
  const { instant, zone } = readInput(input, format.zone);
  const options: Intl.DateTimeFormatOptions = {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: zone,
  };
  return plainSpaces(dateTimeFormat(format.locale, options).format(instant));
}

/** "Nov 2026", of any of its days. Throws RangeError on something that is not a date. */
export function formatMonth(input: DateInput, format: DateFormat): string {
  const { instant, zone } = readInput(input, format.zone);
  const options: Intl.DateTimeFormatOptions = { month: "short", year: "numeric", timeZone: zone };
  return plainSpaces(dateTimeFormat(format.locale, options).format(instant));
}

/** The ways in which a day can be printed: "01/10/2026", "1 October 2026", "Oct 2026", "2026-10-01". */
export const DATE_STYLES = ["short", "long", "month", "iso"] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

export const DATE_STYLE_OPTIONS = {
  short: { day: "2-digit", month: "2-digit", year: "numeric" },
  long: { day: "numeric", month: "long", year: "numeric" },
  month: { month: "short", year: "numeric" },
} as const satisfies Record<Exclude<DateStyle, "iso">, Intl.DateTimeFormatOptions>;

/** The day of an input in the way asked for; of an instant, its day in `zone`. Throws RangeError on something that is not a date. */
export function formatDateStyle(input: DateInput, style: DateStyle, format: DateFormat): string {
  if (style === "iso") return civilDay(input, format).toISOString().slice(0, 10);
  const { instant, zone } = readInput(input, format.zone);
  const options: Intl.DateTimeFormatOptions = { ...DATE_STYLE_OPTIONS[style], timeZone: zone };
  return plainSpaces(dateTimeFormat(format.locale, options).format(instant));
}

/** "06:00", or "6:00 AM" where people read it so. */
export function formatTime(input: DateInput, format: DateFormat): string {
  const { instant, zone } = readInput(input, format.zone);
  const options: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit", timeZone: zone };
  const text = plainSpaces(dateTimeFormat(format.locale, options).format(instant));
  return /^\d:\d\d$/.test(text) ? `0${text}` : text;
}

/** "20 Nov 2026, 06:00 Berlin": the zone is named by its city, or by its offset when it has none. */
export function formatDateTime(input: DateInput, format: DateFormat): string {
  const place = zoneName(input, format);
  return `${formatDate(input, format)}, ${formatTime(input, format)} ${place}`;
}

/** "Berlin" for Europe/Berlin, "New York" for America/New_York, "UTC" for UTC, "GMT+2" for Etc/GMT-2. */
export function zoneName(input: DateInput, format: DateFormat): string {
  const { zone } = format;
  if (/^(Etc\/)?(UTC|UCT|Zulu|Universal|GMT|Greenwich)$/.test(zone)) return "UTC";
  if (!zone.includes("/") || zone.startsWith("Etc/")) return zoneOffset(input, format);
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** "GMT+2": tells two equal clock times apart on the night clocks go back. */
export function zoneOffset(input: DateInput, format: DateFormat): string {
  const options: Intl.DateTimeFormatOptions = {
    timeZone: format.zone,
    timeZoneName: "shortOffset",
    year: "numeric",
  };
  const parts = dateTimeFormat(format.locale, options).formatToParts(readInput(input, format.zone).instant);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? format.zone;
}

/**
 * A period of whole days, both ends included: "1–31 October 2026", "28 September – 4 October 2026".
 * Instants are read in `zone`. Throws RangeError when an end is not a date.
 */
export function formatRange(from: DateInput, to: DateInput, format: DateFormat): string {
  const start = civilDay(from, format);
  const end = civilDay(to, format);
  const options: Intl.DateTimeFormatOptions = {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  };
  const formatter = dateTimeFormat(format.locale, options);
  if (start.getTime() === end.getTime()) return plainSpaces(formatter.format(start));
  const parts = formatter.formatRangeToParts(start, end);
  // Between two bare numbers the dash stands closed up, between two dates it stands free.
  const bareNumbers = parts.filter((part) => part.source === "startRange").length === 1;
  const text = parts.map((part) => (bareNumbers && /^\s*–\s*$/.test(part.value) ? "–" : part.value)).join("");
  return plainSpaces(text);
}

/** UTC midnight of the day an input falls on: lets two inputs of different kinds make one range. */
function civilDay(input: DateInput, format: DateFormat): Date {
  const { instant, zone } = readInput(input, format.zone);
  const options: Intl.DateTimeFormatOptions = {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
  };
  const parts = dateTimeFormat("en-US", options).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  return new Date(Date.UTC(part("year"), part("month") - 1, part("day")));
}
