/** Wall clocks of time zones. A wall clock is milliseconds "as if UTC": 07:30 on its day, whatever the offset. Pure. */

const MINUTE_MS = 60_000;
/** No zone is or was further from UTC than this. */
const FURTHEST_OFFSET_MS = 16 * 60 * MINUTE_MS;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}

/** What a clock on the wall of `zone` shows at `instant` (epoch milliseconds). */
export function wallClockAt(instant: number, zone: string): number {
  const fields: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(instant)) fields[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  const milliseconds = ((instant % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
}

/** Milliseconds that the zone's clock is ahead of UTC at `instant`. */
export function offsetAt(instant: number, zone: string): number {
  return wallClockAt(instant, zone) - instant;
}

export type WallTime = {
  /** Epoch milliseconds. */
  instant: number;
  /** `skipped`: the clock jumped over this time. `repeated`: the clock shows this time twice. */
  kind: "ordinary" | "skipped" | "repeated";
};

/**
 * When the clock of `zone` shows `wallClock`: the first time it does; for a time it jumps over, the first whole
 * minute after the jump.
 */
export function instantOf(wallClock: number, zone: string): WallTime {
  const before = wallClock - FURTHEST_OFFSET_MS;
  const after = wallClock + FURTHEST_OFFSET_MS;
  const earlier = offsetAt(before, zone);
  const later = offsetAt(after, zone);
  if (earlier === later) return { instant: wallClock - earlier, kind: "ordinary" };
  const instants = [earlier, later]
    .map((offset) => wallClock - offset)
    .filter((instant) => wallClockAt(instant, zone) === wallClock)
    .sort((a, b) => a - b);
  const [first] = instants;
  if (first !== undefined) return { instant: first, kind: instants.length > 1 ? "repeated" : "ordinary" };
  const change = clockChangeBetween(before, after, zone) ?? wallClock;
  return { instant: Math.ceil(change / MINUTE_MS) * MINUTE_MS, kind: "skipped" };
}

/** The instant at which the zone's offset changes between two instants, or null when it is the same at both. */
export function clockChangeBetween(from: number, to: number, zone: string): number | null {
  const offset = offsetAt(from, zone);
  if (offsetAt(to, zone) === offset) return null;
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === offset) low = middle;
    else high = middle;
  }
  return high;
}
