/** PostgreSQL's ISO texts of dates and times to the cells of a result. */
import { tzOffset } from "@date-fns/tz";

const TIMESTAMP =
  /^(\d{4,})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?(?:([+-])(\d{2})(?::(\d{2}))?(?::(\d{2}))?)?$/;

/** `YYYY-MM-DD`; infinity and years before Christ have no place on an axis and become null. */
export function readDate(text: string): string | null {
  return /^\d{4,}-\d{2}-\d{2}$/.test(text) ? text : null;
}

/**
 * ISO 8601 in UTC, to the millisecond. A text without an offset is a wall time: it is read in `zone`, as the
 * server itself does when it compares it with an instant. Infinity and years before Christ become null.
 */
export function readTimestamp(text: string, zone: string): string | null {
  return readInKnownHour(text) ?? readAny(text, zone);
}

// Rows are mostly in order of time: of those in one hour, only the first one's calendar is computed.
const hours = new Map<string, string | null>();
const HOURS_KEPT = 20_000;

/** `2026-11-20 08:17:00.25+01`, of which the hour is known; null for every other form. */
function readInKnownHour(text: string): string | null {
  const end = text.length - 3;
  const sign = text.charCodeAt(end);
  if (end < 19 || text.charCodeAt(10) !== 32 || (sign !== 43 && sign !== 45)) return null;
  const hour = text.endsWith("+00") ? `${text.slice(0, 10)}T${text.slice(11, 13)}` : hourInUtc(text, end);
  if (hour === null) return null;
  return end === 19
    ? `${hour}${text.slice(13, 19)}.000Z`
    : `${hour}${text.slice(13, 19)}.${text.slice(20, Math.min(end, 23)).padEnd(3, "0")}Z`;
}

function hourInUtc(text: string, end: number): string | null {
  const key = text.slice(0, 13) + text.slice(end);
  let hour = hours.get(key);
  if (hour !== undefined) return hour;
  hour = readAny(`${text.slice(0, 13)}:00:00${text.slice(end)}`, "UTC")?.slice(0, 13) ?? null;
  if (hours.size >= HOURS_KEPT) hours.clear();
  hours.set(key, hour);
  return hour;
}

function readAny(text: string, zone: string): string | null {
  const match = TIMESTAMP.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction = "", sign, hours, minutes = "0", seconds = "0"] =
    match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
  date.setUTCHours(Number(hour), Number(minute), Number(second), milliseconds);
  const wall = date.getTime();
  const offsetMs =
    sign === undefined
      ? wallOffsetMs(wall, zone)
      : (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  const instant = new Date(wall - offsetMs);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

// A report's rows are mostly the same few days: their offsets are asked of the time zone data once.
const offsets = new Map<string, number>();
const OFFSETS_KEPT = 20_000;

/** The offset in force at a wall time. In the gap of a clock change the earlier one holds, in the overlap the later. */
export function wallOffsetMs(wall: number, zone: string): number {
  if (zone === "UTC") return 0;
  const key = `${zone} ${Math.floor(wall / 900_000)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const at = (instant: number) => tzOffset(zone, new Date(instant)) * 60_000;
  const dayMs = 86_400_000;
  const before = at(wall - dayMs);
  const after = at(wall + dayMs);
  const offset = before !== after && at(wall - after) === after ? after : before;
  if (offsets.size >= OFFSETS_KEPT) offsets.clear();
  offsets.set(key, offset);
  return offset;
}
