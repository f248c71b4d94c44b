import { type DateFormat, dateTimeFormat, formatDate } from "@/lib/format/dates";

const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 86_400;
/** Beyond a week the date says more than a count of days. */
const RELATIVE_LIMIT_S = 7 * DAY_S;

/**
 * "2 hours ago", "in 5 minutes", "yesterday"; a date when a week or more away, without its year in the
 * current year. `at` is ISO 8601, `now` ISO 8601 or epoch milliseconds.
 */
export function relativeTimeText(at: string, now: string | number, format: DateFormat): string {
  const seconds = Math.round((new Date(at).getTime() - new Date(now).getTime()) / 1000);
  const distance = Math.abs(seconds);
  if (distance < MINUTE_S / 2) return "just now";
  if (distance >= RELATIVE_LIMIT_S) return shortDate(at, now, format);
  const words = new Intl.RelativeTimeFormat(format.locale, { numeric: "auto", style: "long" });
  if (distance < HOUR_S) return words.format(wholeUnits(seconds / MINUTE_S), "minute");
  if (distance < DAY_S) return words.format(wholeUnits(seconds / HOUR_S), "hour");
  return words.format(wholeUnits(seconds / DAY_S), "day");
}

function shortDate(at: string, now: string | number, format: DateFormat): string {
  const year = dateTimeFormat("en", { timeZone: format.zone, year: "numeric" });
  if (year.format(new Date(at)) !== year.format(new Date(now))) return formatDate(at, format);
  return dateTimeFormat(format.locale, { timeZone: format.zone, day: "numeric", month: "short" }).format(
    new Date(at),
  );
}

// Rounded towards now, and never zero: 40 seconds are "1 minute", not "this minute".
function wholeUnits(value: number): number {
  return Math.sign(value) * Math.max(1, Math.floor(Math.abs(value)));
}
