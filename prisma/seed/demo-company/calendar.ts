/**
 * Days as whole numbers (days since 1970-01-01), so that generation never meets a clock or a zone.
 * Weekdays are ISO: 1 is Monday, 7 is Sunday.
 */
export type Day = number;

const MS_PER_DAY = 86_400_000;

export function dayOf(year: number, month: number, date: number): Day {
  return Date.UTC(year, month - 1, date) / MS_PER_DAY;
}

/** @throws RangeError unless `iso` is a real date as YYYY-MM-DD. */
export function parseDay(iso: string): Day {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY : Number.NaN;
  if (Number.isNaN(day) || toIsoDay(day) !== iso) {
    throw new RangeError(`"${iso}" is not a date. Write it as YYYY-MM-DD, e.g. 2026-11-20.`);
  }
  return day;
}

const isoDays = new Map<Day, string>();

export function toIsoDay(day: Day): string {
  let iso = isoDays.get(day);
  if (iso === undefined) {
    iso = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
    isoDays.set(day, iso);
  }
  return iso;
}

export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

export function monthOf(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCMonth() + 1;
}

/** 0 on 1 January, just under 1 on 31 December. */
export function yearFraction(day: Day): number {
  const start = dayOf(yearOf(day), 1, 1);
  return (day - start) / (dayOf(yearOf(day) + 1, 1, 1) - start);
}

/** First day of the month that lies `months` after (or before, if negative) the month of `day`. */
export function startOfMonth(day: Day, months = 0): Day {
  return dayOf(yearOf(day), monthOf(day) + months, 1);
}

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

/** The public holidays of Berlin, and the two eves on which the clinics stay closed as well. */
export function publicHolidays(year: number): Map<Day, string> {
  const easter = easterSunday(year);
  return new Map([
    [dayOf(year, 1, 1), "New Year's Day"],
    [dayOf(year, 3, 8), "International Women's Day"],
    [easter - 2, "Good Friday"],
    [easter + 1, "Easter Monday"],
    [dayOf(year, 5, 1), "Labour Day"],
    [easter + 39, "Ascension Day"],
    [easter + 50, "Whit Monday"],
    [dayOf(year, 10, 3), "German Unity Day"],
    [dayOf(year, 12, 24), "Christmas Eve"],
    [dayOf(year, 12, 25), "Christmas Day"],
    [dayOf(year, 12, 26), "Boxing Day"],
    [dayOf(year, 12, 31), "New Year's Eve"],
  ]);
}

export function holidaysBetween(first: Day, last: Day): Map<Day, string> {
  const found = new Map<Day, string>();
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    for (const [day, name] of publicHolidays(year)) if (day >= first && day <= last) found.set(day, name);
  }
  return found;
}
