/** The period compared with, laid over the one that is shown: its points stand at the same places. */
import { DAY_MS, type LocalTime, readLocal } from "@/lib/charts/local-time";
import { countOf, type PrepareOptions } from "@/lib/charts/notices";
import type { NoticedGrid } from "@/lib/charts/limit-grid";
import type { NamedSeries, PointGrid } from "@/lib/charts/points";
import { grainOf, isClockGrain, type TimeGrain } from "@/lib/charts/time-grain";
import { timeAxis } from "@/lib/charts/time-axis";

/** The days shown and those compared with; `to` is the day after the last, `YYYY-MM-DD`. */
export type ComparedPeriods = { shown: { from: string; to: string }; compared: { from: string; to: string } };

/** More than this would double a thicket. */
export const MAX_COMPARED = 3;

type Comparison = { previous: PointGrid; periods: ComparedPeriods; type: "date" | "timestamp" };

/**
 * Puts behind every series the same one of the period compared with. What has no place in the period shown is left out
 * and a notice says so.
 */
export function compareGrid(
  grid: NoticedGrid,
  { previous, periods, type }: Comparison,
  options: PrepareOptions,
): NoticedGrid {
  const name = comparedName(options);
  const say = (text: string): NoticedGrid => ({
    ...grid,
    notices: [...grid.notices, { kind: "truncated", text }],
  });
  if (grid.series.length > MAX_COMPARED)
    return say(`${name} is not drawn: with more than ${MAX_COMPARED} series nobody could tell them apart.`);
  const places = placesOf(grid, previous, periods, { type, zone: options.zone });
  const indices = grid.xs.map((_, index) => places.previous.get(places.shown[index] ?? "") ?? null);
  const matched = new Set(indices);
  const read = (series: NamedSeries) => {
    const before = previous.series.find((other) => other.name === series.name);
    return indices.map((index) => (index === null ? null : (before?.values[index] ?? null)));
  };
  const compared = grid.series.map(read);
  if (compared.every((values) => values.every((value) => value === null)))
    return say(`${name} has no values to compare with.`);
  const labels = timeAxis(previous.xs.map(Number), type, options).labels;
  const left = previous.xs.filter((_, index) => !matched.has(index)).length;
  const text = `Not drawn: ${countOf(left, "point", options.locale)} of the period compared with, without a counterpart in the one shown.`;
  return {
    ...grid,
    series: grid.series.flatMap((series, index) => [
      series,
      {
        name: grid.series.length === 1 ? name : `${series.name}, ${lowerFirst(name)}`,
        values: compared[index] ?? [],
        ...(series.asLine ? { asLine: series.asLine } : {}),
        compares: index,
      },
    ]),
    comparedLabels: indices.map((index) => (index === null ? null : (labels[index]?.label ?? null))),
    notices: left > 0 ? [...grid.notices, { kind: "truncated", text }] : grid.notices,
  };
}

/** "vs the same days of the previous month" is called "Same days of the previous month". */
export function comparedName({ comparisonLabel = "vs previous period" }: PrepareOptions): string {
  const words = comparisonLabel.replace(/^vs (the )?/, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

type Reading = { type: "date" | "timestamp"; zone: string };

/** The place of every point, the same for points that stand over each other. */
function placesOf(grid: PointGrid, previous: PointGrid, periods: ComparedPeriods, { type, zone }: Reading) {
  const epochs = [...previous.xs, ...grid.xs].map(Number);
  // As the axis reads them: dates as they stand, and periods that the source cut in UTC.
  const read = timeAxis(epochs, type, { locale: "en", zone }).zone;
  const times = epochs.map((epoch) => readLocal(epoch, read));
  const grain = grainOf(times);
  const [from, before] = [dayOf(periods.shown.from), dayOf(periods.compared.from)];
  const shift = shiftOf(before, from);
  const all = times.map((time, index) => {
    const isBefore = index < previous.xs.length;
    if (grain === "day" || isClockGrain(grain)) return clockPlace(isBefore ? shift(time) : time, grain);
    return String(ordinal(time, isBefore ? before : from, grain));
  });
  const behind = new Map<string, number>();
  for (const [index, place] of all.slice(0, previous.xs.length).entries())
    if (place !== null && !behind.has(place)) behind.set(place, index);
  return { shown: all.slice(previous.xs.length), previous: behind };
}

const dayOf = (day: string): LocalTime => readLocal(Date.parse(`${day}T00:00:00Z`), "UTC");

function clockPlace(time: LocalTime | null, grain: TimeGrain): string | null {
  if (!time) return null;
  return grain === "day" ? String(time.days) : `${time.days} ${time.secondOfDay}`;
}

/** How many periods after the one in which the range begins: that one may have begun before the range. */
function ordinal(time: LocalTime, from: LocalTime, grain: TimeGrain): number {
  const months = (time.year - from.year) * 12 + time.month - from.month;
  switch (grain) {
    case "year":
      return time.year - from.year;
    case "quarter":
      return Math.ceil(months / 3);
    case "month":
      return months;
    default:
      return Math.ceil((time.days - from.days) / 7);
  }
}

/**
 * A day of the period before as a day of the one shown. Periods that are whole months apart keep the day of the month,
 * so that the beginnings of months stand together; a day that a month does not have has no counterpart.
 */
function shiftOf(before: LocalTime, from: LocalTime): (time: LocalTime) => LocalTime | null {
  const days = from.days - before.days;
  if (from.day !== before.day) return (time) => ({ ...time, days: time.days + days });
  const months = (from.year - before.year) * 12 + from.month - before.month;
  return (time) => {
    const moved = Date.UTC(time.year, time.month + months, time.day);
    return new Date(moved).getUTCDate() === time.day ? { ...time, days: moved / DAY_MS } : null;
  };
}
