/** Which points of a time axis may carry a label: those that begin a round period. */
import type { LocalTime } from "@/lib/charts/local-time";
import type { TimeGrain } from "@/lib/charts/time-grain";

const everySeconds = (seconds: number) => (time: LocalTime) =>
  Math.floor((time.days * 86_400 + time.secondOfDay) / seconds);
const everyMonths = (months: number) => (time: LocalTime) =>
  Math.floor((time.year * 12 + time.month) / months);

/** Periods whose first point may carry a label, finest first; a grain starts at its own. */
const TICK_PERIODS: { grain: TimeGrain; key: (time: LocalTime) => number }[] = [
  ...[1, 5, 15, 30].map((seconds) => ({ grain: "second" as const, key: everySeconds(seconds) })),
  ...[1, 5, 15, 30].map((minutes) => ({ grain: "minute" as const, key: everySeconds(minutes * 60) })),
  ...[1, 3, 6, 12].map((hours) => ({ grain: "hour" as const, key: everySeconds(hours * 3600) })),
  ...[1, 2].map((days) => ({
    grain: "day" as const,
    key: (time: LocalTime) => Math.floor(time.days / days),
  })),
  // Monday: 1970-01-01 was a Thursday, three days after one.
  ...[1, 2].map((weeks) => ({
    grain: "week" as const,
    key: (time: LocalTime) => Math.floor((time.days + 3) / (7 * weeks)),
  })),
  { grain: "month", key: everyMonths(1) },
  ...[3, 6].map((months) => ({ grain: "quarter" as const, key: everyMonths(months) })),
  ...[1, 2, 5, 10, 20, 50, 100].map((years) => ({ grain: "year" as const, key: everyMonths(12 * years) })),
];

/** More labels than this fit no chart; leaving denser sets out keeps the model small. */
const MAX_TICKS = 60;

/** Sets of point indices, densest first; at least one, empty when there are no points. */
export function tickSetsOf(times: LocalTime[], grain: TimeGrain): number[][] {
  const start = TICK_PERIODS.findIndex((period) => period.grain === grain);
  const sets = TICK_PERIODS.slice(start).map((period) => firstOfEach(times, period.key));
  const distinct = sets.filter((set, index) => set.length > 1 && set.length !== sets[index - 1]?.length);
  const fitting = distinct.filter((set) => set.length <= MAX_TICKS);
  return fitting.length > 0 ? fitting : [times.length > 0 ? [0] : []];
}

/**
 * The first point of each period. The very first point counts only when every point has a period of its own
 * or its period is complete from the left as far as can be told: half a period would crowd its neighbour.
 */
function firstOfEach(times: LocalTime[], key: (time: LocalTime) => number): number[] {
  const starts = times.flatMap((time, index) => {
    const before = times[index - 1];
    return before === undefined || key(before) !== key(time) ? [index] : [];
  });
  const [first, second, third] = starts;
  if (first === undefined || second === undefined || third === undefined) return starts;
  return second - first < third - second ? starts.slice(1) : starts;
}
