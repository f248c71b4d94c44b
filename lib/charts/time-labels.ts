/** How the points of a time axis are printed: complete for tables, short where the neighbours say the rest. */
import type { LocalTime } from "@/lib/charts/local-time";
import { isClockGrain, spansDays, type TimeGrain } from "@/lib/charts/time-grain";
import { dateTimeFormat, zoneOffset } from "@/lib/format/dates";

export type TimeLabel = { label: string; axisLabel: string };

type Print = { locale: string; zone: string };

export function printLabels(
  epochs: number[],
  times: LocalTime[],
  grain: TimeGrain,
  format: Print,
): TimeLabel[] {
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
