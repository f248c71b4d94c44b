import { type Day, toIsoDay } from "./calendar";

export const ZONE = "Europe/Berlin";
const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

// The zone changes its offset on a full UTC hour, so one look at the time-zone database per hour is enough.
const offsetByHour = new Map<number, number>();

/** Minutes that Berlin is ahead of UTC at an instant (epoch ms): 60 in winter, 120 in summer. */
export function offsetMinutesAt(instant: number): number {
  const hour = Math.floor(instant / 3_600_000);
  let offset = offsetByHour.get(hour);
  if (offset === undefined) {
    const field = new Map(
      parts.formatToParts(hour * 3_600_000).map((part) => [part.type, Number(part.value)]),
    );
    const get = (type: Intl.DateTimeFormatPartTypes) => field.get(type) ?? 0;
    const wall = Date.UTC(get("year"), get("month") - 1, get("day"), get("hour"), get("minute"));
    offset = (wall - hour * 3_600_000) / MS_PER_MINUTE;
    offsetByHour.set(hour, offset);
  }
  return offset;
}

/**
 * The instant (epoch ms) of a wall-clock time in Berlin. A time in the spring gap moves forward by the gap;
 * a time in the autumn overlap is its first occurrence.
 */
export function instantAt(day: Day, minuteOfDay: number): number {
  const wall = day * MS_PER_DAY + minuteOfDay * MS_PER_MINUTE;
  const before = offsetMinutesAt(wall - MS_PER_DAY);
  const first = wall - before * MS_PER_MINUTE;
  if (offsetMinutesAt(first) === before) return first;
  const second = wall - offsetMinutesAt(first) * MS_PER_MINUTE;
  return offsetMinutesAt(second) === offsetMinutesAt(first) ? second : first;
}

/** Berlin's calendar day of an instant (epoch ms). */
export function localDay(instant: number): Day {
  return Math.floor((instant + offsetMinutesAt(instant) * MS_PER_MINUTE) / MS_PER_DAY);
}

/** Minutes after Berlin's midnight of an instant (epoch ms). */
export function localMinute(instant: number): number {
  const local = instant + offsetMinutesAt(instant) * MS_PER_MINUTE;
  return Math.floor((local - Math.floor(local / MS_PER_DAY) * MS_PER_DAY) / MS_PER_MINUTE);
}

/** ISO 8601 in UTC, whole seconds. */
export function toIsoInstant(instant: number): string {
  const day = Math.floor(instant / MS_PER_DAY);
  const seconds = Math.floor((instant - day * MS_PER_DAY) / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${toIsoDay(day)}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}Z`;
}
