/** The days between two points of a time axis, as a filter of days understands them. Client-safe. */
import { DAY_MS, readLocal } from "@/lib/charts/local-time";
import type { TimeGrain } from "@/lib/charts/time-grain";
import type { CartesianModel } from "@/lib/charts/types";

/** Both ends included, `YYYY-MM-DD`. */
export type DayRange = { from: string; to: string };

/**
 * From the first day of one point's period to the last day of the other's; the order of the two does not
 * matter. null when the axis is none of time.
 */
export function dayRangeOf(model: CartesianModel, a: number, b: number): DayRange | null {
  const { time } = model;
  const first = model.points[Math.min(a, b)];
  const last = model.points[Math.max(a, b)];
  if (!time || !first || !last) return null;
  const start = readLocal(Number(first.x), time.zone);
  const end = readLocal(Number(last.x), time.zone);
  return { from: printDay(start.days), to: printDay(lastDay(end, time.grain)) };
}

function lastDay(time: { year: number; month: number; days: number }, grain: TimeGrain): number {
  switch (grain) {
    case "year":
      return Date.UTC(time.year + 1, 0, 1) / DAY_MS - 1;
    case "quarter":
      return Date.UTC(time.year, time.month + 3, 1) / DAY_MS - 1;
    case "month":
      return Date.UTC(time.year, time.month + 1, 1) / DAY_MS - 1;
    case "week":
      return time.days + 6;
    case "day":
    case "hour":
    case "minute":
    case "second":
      return time.days;
  }
}

function printDay(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}
