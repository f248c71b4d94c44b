/** What a figure is compared with, in words. Pure. */
import { type DateRange, type RangeChoice, runningPeriod } from "@/lib/time/ranges";

/** e.g. "vs previous month", "vs previous 30 days", "vs a year earlier". `range` is the period that is shown. */
export function comparisonLabel(
  range: DateRange,
  kind: "previous_period" | "previous_year",
  choice?: RangeChoice,
): string {
  if (kind === "previous_year") return "vs a year earlier";
  const running = runningPeriod(range, choice);
  if (running) return `vs the same days of the previous ${running}`;
  const months = wholeMonths(range);
  if (months === 1) return "vs previous month";
  if (months === 3 && isQuarterStart(range.from)) return "vs previous quarter";
  if (months === 12 && range.from.slice(5) === "01-01") return "vs previous year";
  if (months !== null) return `vs previous ${months} months`;
  const days = daysBetween(range.from, range.to);
  return days === 1 ? "vs the day before" : `vs previous ${days} days`;
}

function wholeMonths(range: DateRange): number | null {
  if (!range.from.endsWith("-01") || !range.to.endsWith("-01")) return null;
  const [fromYear = 0, fromMonth = 0] = range.from.split("-").map(Number);
  const [toYear = 0, toMonth = 0] = range.to.split("-").map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}

const isQuarterStart = (day: string): boolean => ["01", "04", "07", "10"].includes(day.slice(5, 7));

const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

/** "All time" has nothing before it. */
export function hasPeriodBefore(range: DateRange): boolean {
  return range.from > "1970-01-01";
}
