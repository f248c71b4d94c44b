/** Date ranges: what people choose ("last full month") and what queries are bound to. Pure and client-safe. */
import { TZDate } from "@date-fns/tz";
import {
  addDays,
  addMonths,
  addYears,
  differenceInCalendarDays,
  startOfMonth,
  startOfQuarter,
  startOfYear,
} from "date-fns";
import { z } from "zod";
import { assertNever } from "@/lib/errors";

export const RELATIVE_RANGES = [
  "last_7_days",
  "last_30_days",
  "last_90_days",
  "last_full_month",
  "last_full_quarter",
  "last_12_months",
  "last_12_full_months",
  "month_to_date",
  "year_to_date",
  "all_time",
] as const;
export type RelativeRange = (typeof RELATIVE_RANGES)[number];

export const RANGE_LABELS: Record<RelativeRange, string> = {
  last_7_days: "Last 7 days",
  last_30_days: "Last 30 days",
  last_90_days: "Last 90 days",
  last_full_month: "Last full month",
  last_full_quarter: "Last full quarter",
  last_12_months: "Last 12 months",
  last_12_full_months: "Last 12 full months",
  month_to_date: "Month to date",
  year_to_date: "Year to date",
  all_time: "All time",
};

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "Write dates as YYYY-MM-DD.");

export const RangeChoice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("relative"), name: z.enum(RELATIVE_RANGES) }),
  z.object({ kind: z.literal("absolute"), from: day, to: day }).refine((range) => range.from <= range.to, {
    message: "The first day must not be after the last day.",
    path: ["to"],
  }),
]);
/** `absolute` names the first and the last day, both included, as people say it. */
export type RangeChoice = z.infer<typeof RangeChoice>;

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

/** Resolves a choice at `now` in `zone`. "Last 30 days" ends with today included; "full" periods end before the present one. */
export function resolveRange(choice: RangeChoice, now: Date, zone: string): DateRange {
  if (choice.kind === "absolute") return { from: choice.from, to: format(addDays(parse(choice.to), 1)) };
  const local = new TZDate(now, zone);
  const today = new Date(local.getFullYear(), local.getMonth(), local.getDate());
  const between = (from: Date, to: Date): DateRange => ({ from: format(from), to: format(to) });
  const tomorrow = addDays(today, 1);
  switch (choice.name) {
    case "last_7_days":
      return between(addDays(tomorrow, -7), tomorrow);
    case "last_30_days":
      return between(addDays(tomorrow, -30), tomorrow);
    case "last_90_days":
      return between(addDays(tomorrow, -90), tomorrow);
    case "last_full_month":
      return between(addMonths(startOfMonth(today), -1), startOfMonth(today));
    case "last_full_quarter":
      return between(addMonths(startOfQuarter(today), -3), startOfQuarter(today));
    case "last_12_months":
      return between(addYears(tomorrow, -1), tomorrow);
    case "last_12_full_months":
      return between(addMonths(startOfMonth(today), -12), startOfMonth(today));
    case "month_to_date":
      return between(startOfMonth(today), tomorrow);
    case "year_to_date":
      return between(startOfYear(today), tomorrow);
    case "all_time":
      return { from: "1970-01-01", to: format(tomorrow) };
    default:
      return assertNever(choice.name);
  }
}

/**
 * The period to compare with: the same days a year earlier, or the period just before. Whole months are
 * compared with whole months, so October (31 days) is compared with September (30), not with 31 days.
 */
export function comparisonRange(range: DateRange, kind: "previous_period" | "previous_year"): DateRange {
  const from = parse(range.from);
  const to = parse(range.to);
  if (kind === "previous_year") return { from: format(addYears(from, -1)), to: format(addYears(to, -1)) };
  if (from.getDate() === 1 && to.getDate() === 1) {
    const months = (to.getFullYear() - from.getFullYear()) * 12 + to.getMonth() - from.getMonth();
    return { from: format(addMonths(from, -months)), to: range.from };
  }
  return { from: format(addDays(from, -differenceInCalendarDays(to, from))), to: range.from };
}

/** The last day that is included, `YYYY-MM-DD`: for printing. */
export const lastDayOf = (range: DateRange): string => format(addDays(parse(range.to), -1));
