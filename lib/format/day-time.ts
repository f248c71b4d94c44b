import { type DateFormat, type DateInput, dateTimeFormat, formatTime } from "@/lib/format/dates";

/**
 * "Mon 23 Nov, 07:30": a moment in a table whose head names the zone. The year stands only when it is not that of
 * `now`. Throws RangeError on something that is not a date.
 */
export function formatDayTime(at: DateInput, now: DateInput, format: DateFormat): string {
  return `${formatDay(at, now, format)}, ${formatTime(at, format)}`;
}

/** "Mon 23 Nov", or "Mon 4 Jan 2027" in another year than `now`. */
export function formatDay(at: DateInput, now: DateInput, { locale, zone }: DateFormat): string {
  const part = (options: Intl.DateTimeFormatOptions, moment: DateInput = at) =>
    dateTimeFormat(locale, { ...options, timeZone: zone }).format(new Date(moment));
  const year = { year: "numeric" } as const;
  const otherYear = part(year) !== part(year, now);
  const day = part({ day: "numeric", month: "short", ...(otherYear ? year : {}) });
  return `${part({ weekday: "short" })} ${day}`;
}
