/** The time axis: what period a point stands for, how it is printed, and which points to label. */
import type { Cell, ResultColumn } from "@/lib/charts/types";
import { InvalidInputError } from "@/lib/errors";
import { dateTimeFormat, zoneOffset } from "@/lib/format/dates";

/** The period one point stands for, read from the data. */
export type TimeGrain = "year" | "quarter" | "month" | "week" | "day" | "hour" | "minute" | "second";

const DAY_MS = 86_400_000;
const HAS_OFFSET = /(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Epoch milliseconds of a date (its midnight in UTC) or a timestamp (in UTC unless it carries an offset);
 * null stays null. Throws InvalidInputError on a text that is neither.
 */
export function readTime(cell: Cell | undefined, column: ResultColumn): number | null {
  if (cell === null || cell === undefined || cell === "") return null;
  const text = String(cell);
  const isBare = column.type === "date" || HAS_OFFSET.test(text);
  const epoch = typeof cell === "number" ? cell : Date.parse(isBare ? text : `${text}Z`);
  if (Number.isNaN(epoch)) {
    throw new InvalidInputError(`The column "${column.name}" holds "${text}", which is not a date or time.`, {
      column: column.name,
    });
  }
  return epoch;
}

/** A wall-clock reading. `days` counts whole days since 1970-01-01, a Thursday. */
type LocalTime = { year: number; month: number; day: number; days: number; secondOfDay: number };

function readLocal(epoch: number, zone: string): LocalTime {
  const shifted = zone === "UTC" ? epoch : epoch + offsetMs(epoch, zone);
  const date = new Date(shifted);
  const days = Math.floor(shifted / DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    days,
    secondOfDay: Math.floor((shifted - days * DAY_MS) / 1000),
  };
}

function offsetMs(epoch: number, zone: string): number {
  const options: Intl.DateTimeFormatOptions = {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  };
  const parts = dateTimeFormat("en-US", options).formatToParts(epoch);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wall - Math.floor(epoch / 1000) * 1000;
}

export type TimeAxis = {
  grain: TimeGrain;
  labels: { label: string; axisLabel: string }[];
  /** Candidate sets of point indices to label, densest first. */
  tickSets: number[][];
};

/**
 * Reads the axis off ascending, distinct instants. Dates are read as they stand; timestamps in `zone`,
 * unless all of them lie on midnight in UTC and not in the zone: then the source cut its periods in UTC.
 */
export function timeAxis(
  epochs: number[],
  type: "date" | "timestamp",
  format: { locale: string; zone: string },
): TimeAxis {
  const zone = labelZone(epochs, type, format.zone);
  const times = epochs.map((epoch) => readLocal(epoch, zone));
  const grain = grainOf(times);
  return {
    grain,
    labels: printLabels(epochs, times, grain, { locale: format.locale, zone }),
    tickSets: tickSetsOf(times, spansDays(times) && isClockGrain(grain) ? "day" : grain),
  };
}

function labelZone(epochs: number[], type: "date" | "timestamp", zone: string): string {
  if (type === "date") return "UTC";
  const cutInUtc = epochs.every((epoch) => epoch % DAY_MS === 0);
  const cutInZone = epochs.every((epoch) => readLocal(epoch, zone).secondOfDay === 0);
  return cutInUtc && !cutInZone ? "UTC" : zone;
}

/** The coarsest period all points begin. One point alone is at most a day: nothing tells that it is a month. */
function grainOf(times: LocalTime[]): TimeGrain {
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

function spansDays(times: LocalTime[]): boolean {
  return (times.at(-1)?.days ?? 0) - (times[0]?.days ?? 0) > CLOCK_DAYS;
}

function isClockGrain(grain: TimeGrain): boolean {
  return grain === "hour" || grain === "minute" || grain === "second";
}

type Print = { locale: string; zone: string };

function printLabels(
  epochs: number[],
  times: LocalTime[],
  grain: TimeGrain,
  format: Print,
): TimeAxis["labels"] {
  const oneYear = times[0]?.year === times.at(-1)?.year;
  const oneDay = times[0]?.days === times.at(-1)?.days;
  const shownGrain = isClockGrain(grain) && spansDays(times) ? "day" : grain;
  const labels = epochs.map((epoch, index) => {
    const time = times[index] as LocalTime;
    const firstOfYear = !oneYear && times[index - 1]?.year !== time.year;
    return {
      label: fullLabel(epoch, time, grain, format),
      axisLabel: shortLabel(epoch, time, shownGrain, format, { firstOfYear, oneDay }),
    };
  });
  return labels.map((entry, index) => {
    // The night clocks go back has two o'clock twice.
    const twice = entry.label === labels[index - 1]?.label || entry.label === labels[index + 1]?.label;
    return twice ? { ...entry, label: `${entry.label} ${zoneOffset(epochs[index] ?? 0, format)}` } : entry;
  });
}

const CLOCK = {
  hour: { hour: "2-digit", minute: "2-digit" },
  minute: { hour: "2-digit", minute: "2-digit" },
  second: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
} as const;

function printTime(epoch: number, options: Intl.DateTimeFormatOptions, format: Print): string {
  const text = dateTimeFormat(format.locale, { ...options, timeZone: format.zone }).format(epoch);
  return text.replace(/[\u2009\u202f]/g, " ");
}

function fullLabel(epoch: number, time: LocalTime, grain: TimeGrain, format: Print): string {
  const date = () => printTime(epoch, { day: "numeric", month: "short", year: "numeric" }, format);
  switch (grain) {
    case "year":
      return String(time.year);
    case "quarter":
      return `Q${quarterOf(time)} ${time.year}`;
    case "month":
      return printTime(epoch, { month: "short", year: "numeric" }, format);
    case "week":
      return `Week of ${date()}`;
    case "day":
      return date();
    case "hour":
    case "minute":
    case "second":
      return `${date()}, ${printTime(epoch, CLOCK[grain], format)}`;
  }
}

function shortLabel(
  epoch: number,
  time: LocalTime,
  grain: TimeGrain,
  format: Print,
  shown: { firstOfYear: boolean; oneDay: boolean },
): string {
  const year: Intl.DateTimeFormatOptions = shown.firstOfYear ? { year: "numeric" } : {};
  switch (grain) {
    case "year":
      return String(time.year);
    case "quarter":
      return shown.firstOfYear ? `Q${quarterOf(time)} ${time.year}` : `Q${quarterOf(time)}`;
    case "month":
      return printTime(epoch, { month: "short", ...year }, format);
    case "week":
    case "day":
      return printTime(epoch, { day: "numeric", month: "short", ...year }, format);
    case "hour":
    case "minute":
    case "second":
      return time.secondOfDay === 0 && !shown.oneDay
        ? printTime(epoch, { day: "numeric", month: "short" }, format)
        : printTime(epoch, CLOCK[grain], format);
  }
}

function quarterOf(time: LocalTime): number {
  return Math.floor(time.month / 3) + 1;
}

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

function tickSetsOf(times: LocalTime[], grain: TimeGrain): number[][] {
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
