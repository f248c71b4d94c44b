/** A chosen period in words. Pure. */
import type { Place } from "@/components/figures/place";
import { formatDate, formatRange } from "@/lib/format/dates";
import { lastDayOf, RANGE_LABELS, type RangeChoice, resolveRange } from "@/lib/time/ranges";

/** "Last full month", or the days themselves. */
export function periodName(range: RangeChoice, place: Place): string {
  return range.kind === "relative" ? RANGE_LABELS[range.name] : formatRange(range.from, range.to, place);
}

/** The days a relative period means at `now`: "1–31 October 2026". Empty for days that were chosen themselves. */
export function periodDays(range: RangeChoice, now: Date, place: Place): string {
  if (range.kind === "absolute") return "";
  const days = resolveRange(range, now, place.zone, place.weekStartsOn);
  if (range.name === "all_time") return `up to ${formatDate(lastDayOf(days), place)}`;
  return formatRange(days.from, lastDayOf(days), place);
}
