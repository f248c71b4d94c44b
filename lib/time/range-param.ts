/** A range as one readable word in an address: "last_30_days" or "2026-10-01..2026-10-31". Client-safe. */
import { daysProblem, RANGE_LABELS, type RangeChoice, type RelativeRange } from "@/lib/time/ranges";

const SEPARATOR = "..";

export function encodeRange(range: RangeChoice): string {
  return range.kind === "relative" ? range.name : `${range.from}${SEPARATOR}${range.to}`;
}

/** null for anything that is not a range: a broken address falls back to the default. */
export function decodeRange(text: string): RangeChoice | null {
  if (isRelative(text)) return { kind: "relative", name: text };
  const [from = "", to = "", ...rest] = text.split(SEPARATOR);
  if (rest.length > 0 || !isDay(from) || !isDay(to)) return null;
  const days = { from, to };
  return daysProblem(days) === null ? { kind: "absolute", ...days } : null;
}

export const sameRange = (a: RangeChoice, b: RangeChoice): boolean => encodeRange(a) === encodeRange(b);

function isRelative(text: string): text is RelativeRange {
  return Object.hasOwn(RANGE_LABELS, text);
}

/** A day that exists: "2026-02-30" has the right form and is none. */
function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text) && text.length === 10;
}
