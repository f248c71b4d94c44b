import { tzOffset } from "@date-fns/tz";

const MS_PER_DAY = 86_400_000;
/** Days from 30 December 1899, Excel's day 0, to 1 January 1970. */
const EPOCH_SERIAL = 25_569;
/** Excel believes in 29 February 1900; earlier serials are off by one, so such dates stay text. */
const FIRST_SAFE_SERIAL = 61;

/**
 * The workbook's number for a date (`YYYY-MM-DD`) or a timestamp (ISO 8601). Workbooks know no zones, so a
 * timestamp becomes the wall clock of `zone`, as the report prints it. null when Excel cannot hold it.
 */
export function serialDate(value: string, type: "date" | "timestamp", zone: string): number | null {
  const instant = Date.parse(type === "date" ? `${value.slice(0, 10)}T00:00:00Z` : value);
  if (Number.isNaN(instant)) return null;
  const offsetMs = type === "timestamp" ? offsetOf(zone, instant) : 0;
  // One rounding only: programs that cut to milliseconds would show the one before.
  const serial = (instant + offsetMs + EPOCH_SERIAL * MS_PER_DAY) / MS_PER_DAY;
  return serial >= FIRST_SAFE_SERIAL ? serial : null;
}

// Of a day whose offset is the same at both ends, as on all but two days a year, it is asked only once.
const offsets = new Map<string, number | null>();
const OFFSETS_KEPT = 20_000;

function offsetOf(zone: string, instant: number): number {
  if (zone === "UTC") return 0;
  const at = (time: number) => tzOffset(zone, new Date(time)) * 60_000;
  const day = Math.floor(instant / MS_PER_DAY);
  const key = `${zone} ${day}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const start = at(day * MS_PER_DAY);
    offset = start === at((day + 1) * MS_PER_DAY) ? start : null;
    if (offsets.size >= OFFSETS_KEPT) offsets.clear();
    offsets.set(key, offset);
  }
  return offset ?? at(instant);
}
