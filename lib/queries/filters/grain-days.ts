/** The days that a value of a cut time column stands for. Pure and client-safe. */
import { addDays, addMonths, addQuarters, addYears, format, parseISO } from "date-fns";
import type { TimeGrain } from "@/lib/queries/builder/schema";
import type { DateRange } from "@/lib/time/ranges";

const NEXT: Record<TimeGrain, ((start: Date) => Date) | null> = {
  hour: null,
  day: (start) => addDays(start, 1),
  week: (start) => addDays(start, 7),
  month: (start) => addMonths(start, 1),
  quarter: (start) => addQuarters(start, 1),
  year: (start) => addYears(start, 1),
  hour_of_day: null,
  day_of_week: null,
  month_of_year: null,
};

/** `value` is the first day of the period, `YYYY-MM-DD`. null for what days cannot say. */
export function daysOfPeriod(value: string, grain: TimeGrain): DateRange | null {
  const next = NEXT[grain];
  const from = value.slice(0, 10);
  if (!next || !/^\d{4}-\d{2}-\d{2}$/.test(from)) return null;
  return { from, to: format(next(parseISO(from)), "yyyy-MM-dd") };
}
