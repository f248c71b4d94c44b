/** Days as people choose them in a calendar, and the instants a schedule is bounded by. */
import { TZDate } from "@date-fns/tz";

/** The day of an instant in a zone, `YYYY-MM-DD`; "" for null: what a date input shows. */
export function dayIn(zone: string, at: string | null | undefined): string {
  if (!at) return "";
  const local = new TZDate(new Date(at), zone);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${String(local.getFullYear()).padStart(4, "0")}-${pad(local.getMonth() + 1)}-${pad(local.getDate())}`;
}

/** The first instant of a day in a zone, ISO 8601; null for "". */
export function startOfDay(zone: string, day: string): string | null {
  return instant(zone, day, [0, 0, 0, 0]);
}

/** The last instant of a day in a zone, ISO 8601: a run on that day still happens. null for "". */
export function endOfDay(zone: string, day: string): string | null {
  return instant(zone, day, [23, 59, 59, 999]);
}

type Clock = [hours: number, minutes: number, seconds: number, milliseconds: number];

function instant(zone: string, day: string, clock: Clock): string | null {
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined || day === "") return null;
  return new Date(new TZDate(year, month - 1, date, ...clock, zone).getTime()).toISOString();
}
