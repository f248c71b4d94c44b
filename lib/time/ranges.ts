/** Date ranges: what people choose ("last full month") and what queries are bound to. Pure and client-safe. */
import { TZDate } from "@date-fns/tz";
import {
  addDays,
  addMonths,
  addYears,
  differenceInCalendarDays,
  min,
  startOfMonth,
  startOfQuarter,
  startOfYear,
} from "date-fns";

export const RELATIVE_RANGES = [
  "today",
  "yesterday",
  "last_7_days",
  "last_30_days",
  "last_90_days",
  "this_week",
  "last_full_week",
  "month_to_date",
  "this_month",
  "last_full_month",
  "quarter_to_date",
  "this_quarter",
  "last_full_quarter",
  "year_to_date",
  "this_year",
  "last_full_year",
  "last_12_months",
  "last_12_full_months",
  "next_7_days",
  "next_30_days",
  "all_time",
] as const;
export type RelativeRange = (typeof RELATIVE_RANGES)[number];

export const RANGE_LABELS: Record<RelativeRange, string> = {
  today: "Today",
  yesterday: "Yesterday",
  last_7_days: "Last 7 days",
  last_30_days: "Last 30 days",
  last_90_days: "Last 90 days",
  this_week: "Week to date",
  last_full_week: "Last full week",
  month_to_date: "Month to date",
  this_month: "This month",
  last_full_month: "Last full month",
  quarter_to_date: "Quarter to date",
  this_quarter: "This quarter",
  last_full_quarter: "Last full quarter",
  year_to_date: "Year to date",
  this_year: "This year",
  last_full_year: "Last full year",
  last_12_months: "Last 12 months",
  last_12_full_months: "Last 12 full months",
  next_7_days: "Next 7 days",
  next_30_days: "Next 30 days",
  all_time: "All time",
};

/**
 * A period as it is chosen. `absolute` names the first and the last day, both included, as people say it. Its schema is in
 * `range-choice.ts`.
 */
export type RangeChoice =
  | { kind: "relative"; name: RelativeRange }
  | { kind: "absolute" /** `YYYY-MM-DD` */; from: string /** `YYYY-MM-DD` */; to: string };

/** What is wrong with days that somebody chose; null when nothing is. */
export const daysProblem = ({ from, to }: { from: string; to: string }): string | null =>
  from <= to ? null : "The first day must not be after the last day.";

/** Days as `YYYY-MM-DD` in the zone; `from` is included, `to` is not: what `{{from}}` and `{{to}}` are bound to. */
export type DateRange = { from: string; to: string };

const format = (date: Date): string => {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
};

const parse = (value: string): Date => {
  const [year = 1970, month = 1, dayOfMonth = 1] = value.split("-").map(Number);
  return new Date(year, month - 1, dayOfMonth);
};

/** Monday: what a week begins with where nothing else is said. */
const MONDAY = 1;

/**
 * Resolves a choice at `now` in `zone`. "Last 30 days" and what is "to date" end with today included; "this" month,
 * quarter or year has its days to come too; "full" periods end before the present one; "next" days begin tomorrow. `weekStartsOn` is 1 = Monday … 7 = Sunday.
 */
export function resolveRange(
  choice: RangeChoice,
  now: Date,
  zone: string,
  weekStartsOn: number = MONDAY,
): DateRange {
  if (choice.kind === "absolute") return { from: choice.from, to: format(addDays(parse(choice.to), 1)) };
  const local = new TZDate(now, zone);
  const today = new Date(local.getFullYear(), local.getMonth(), local.getDate());
  const [from, to] = relativeDays(choice.name, today, weekStartsOn);
  return { from: format(from), to: format(to) };
}

function relativeDays(name: RelativeRange, today: Date, weekStartsOn: number): [Date, Date] {
  const tomorrow = addDays(today, 1);
  const month = startOfMonth(today);
  const quarter = startOfQuarter(today);
  const year = startOfYear(today);
  const week = startOfWeek(today, weekStartsOn);
  const days: Record<RelativeRange, [Date, Date]> = {
    today: [today, tomorrow],
    yesterday: [addDays(today, -1), today],
    last_7_days: [addDays(tomorrow, -7), tomorrow],
    last_30_days: [addDays(tomorrow, -30), tomorrow],
    last_90_days: [addDays(tomorrow, -90), tomorrow],
    this_week: [week, tomorrow],
    last_full_week: [addDays(week, -7), week],
    month_to_date: [month, tomorrow],
    this_month: [month, addMonths(month, 1)],
    last_full_month: [addMonths(month, -1), month],
    quarter_to_date: [quarter, tomorrow],
    this_quarter: [quarter, addMonths(quarter, 3)],
    last_full_quarter: [addMonths(quarter, -3), quarter],
    year_to_date: [year, tomorrow],
    this_year: [year, addYears(year, 1)],
    last_full_year: [addYears(year, -1), year],
    last_12_months: [addYears(tomorrow, -1), tomorrow],
    last_12_full_months: [addMonths(month, -12), month],
    next_7_days: [tomorrow, addDays(tomorrow, 7)],
    next_30_days: [tomorrow, addDays(tomorrow, 30)],
    all_time: [parse("1970-01-01"), tomorrow],
  };
  return days[name];
}

function startOfWeek(day: Date, weekStartsOn: number): Date {
  return addDays(day, -((day.getDay() - (weekStartsOn % 7) + 7) % 7));
}

/** What a period that is still running is part of; null for days, whole months and everything else. */
export type RunningPeriod = "week" | "month" | "quarter" | "year";

const RUNNING: Partial<Record<RelativeRange, RunningPeriod>> = {
  this_week: "week",
  month_to_date: "month",
  quarter_to_date: "quarter",
  year_to_date: "year",
};
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * What `range` is the first days of: said by the choice, or, of fixed days (a report that was sent has only
 * these), the shortest month, quarter or year they begin.
 */
export function runningPeriod(range: DateRange, choice?: RangeChoice): RunningPeriod | null {
  if (choice?.kind === "relative") return RUNNING[choice.name] ?? null;
  const from = parse(range.from);
  const to = parse(range.to);
  if (from.getDate() !== 1 || to.getDate() === 1) return null;
  if (to < addMonths(from, MONTHS.month)) return "month";
  if (from.getMonth() % 3 === 0 && to < addMonths(from, MONTHS.quarter)) return "quarter";
  return from.getMonth() === 0 && to < addMonths(from, MONTHS.year) ? "year" : null;
}

/**
 * The period to compare with: the same days a year earlier, or the period just before. Whole months are
 * compared with whole months, so October (31 days) is compared with September (30), not with 31 days; the first
 * days of a month, quarter or year with as many first days of the one before.
 */
export function comparisonRange(
  range: DateRange,
  kind: "previous_period" | "previous_year",
  choice?: RangeChoice,
): DateRange {
  const from = parse(range.from);
  const to = parse(range.to);
  if (kind === "previous_year") return { from: format(addYears(from, -1)), to: format(addYears(to, -1)) };
  const running = runningPeriod(range, choice);
  if (running === "week") return { from: format(addDays(from, -7)), to: format(addDays(to, -7)) };
  if (running) return firstDaysBefore(from, to, MONTHS[running]);
  if (from.getDate() === 1 && to.getDate() === 1) {
    const months = (to.getFullYear() - from.getFullYear()) * 12 + to.getMonth() - from.getMonth();
    return { from: format(addMonths(from, -months)), to: range.from };
  }
  return { from: format(addDays(from, -differenceInCalendarDays(to, from))), to: range.from };
}

/** Never past its own end: the 31 days of March are compared with the 28 of February. */
function firstDaysBefore(from: Date, to: Date, months: number): DateRange {
  const start = addMonths(from, -months);
  if (to.getDate() === 1) return { from: format(start), to: format(addMonths(to, -months)) };
  const end = addDays(start, differenceInCalendarDays(to, from));
  return { from: format(start), to: format(min([end, from])) };
}

/** The last day that is included, `YYYY-MM-DD`: for printing. */
export const lastDayOf = (range: DateRange): string => format(addDays(parse(range.to), -1));
