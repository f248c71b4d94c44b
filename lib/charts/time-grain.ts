/** What period the points of a time axis stand for. */
import type { LocalTime } from "@/lib/charts/local-time";

/** The period one point stands for, read from the data. */
export type TimeGrain = "year" | "quarter" | "month" | "week" | "day" | "hour" | "minute" | "second";

/** The coarsest period all points begin. One point alone is at most a day: nothing tells that it is a month. */
export function grainOf(times: LocalTime[]): TimeGrain {
  if (times.some((time) => time.secondOfDay % 60 !== 0)) return "second";
  if (times.some((time) => time.secondOfDay % 3600 !== 0)) return "minute";
  if (times.some((time) => time.secondOfDay !== 0)) return "hour";
  if (times.length < 2) return "day";
  const firsts = times.every((time) => time.day === 1);
  if (firsts && times.every((time) => time.month === 0)) return "year";
  if (firsts && times.length > 2 && times.every((time) => time.month % 3 === 0)) return "quarter";
  if (firsts) return "month";
  return times.every((time) => (time.days - (times[0]?.days ?? 0)) % 7 === 0) ? "week" : "day";
}

/** Over more days than this, an axis of hours reads as an axis of days. */
const CLOCK_DAYS = 5;

export function spansDays(times: LocalTime[]): boolean {
  return (times.at(-1)?.days ?? 0) - (times[0]?.days ?? 0) > CLOCK_DAYS;
}

export function isClockGrain(grain: TimeGrain): boolean {
  return grain === "hour" || grain === "minute" || grain === "second";
}
