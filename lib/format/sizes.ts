import { formatNumber, NO_VALUE } from "@/lib/format/value";

const NO_BREAK_SPACE = "\u00a0";
const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];

/** "820 B", "1.4 MB": powers of 1,000, as disks and mail providers count. */
export function formatBytes(bytes: number, format: { locale: string }): string {
  let value = bytes;
  let power = 0;
  // 999.95 rounds to "1,000.0", which must already read as one of the next unit.
  while (Math.abs(value) >= (power === 0 ? 1000 : 999.95) && power < BYTE_UNITS.length - 1) {
    value /= 1000;
    power += 1;
  }
  const number = formatNumber(value, { locale: format.locale, maxDecimals: power === 0 ? 0 : 1 });
  return number + NO_BREAK_SPACE + BYTE_UNITS[power];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Printed in two units, tried from the shortest; the smaller one is rounded. */
const DURATION_PAIRS = [
  { major: "min", majorMs: MINUTE_MS, minor: "s", minorMs: 1000, belowMs: HOUR_MS },
  { major: "h", majorMs: HOUR_MS, minor: "min", minorMs: MINUTE_MS, belowMs: DAY_MS },
  { major: "d", majorMs: DAY_MS, minor: "h", minorMs: HOUR_MS, belowMs: Number.POSITIVE_INFINITY },
];

/** "840 ms", "3.2 s", "2 min 5 s", "1 h 12 min", "3 d 4 h": the two largest units that say something. */
export function formatDuration(ms: number, format: { locale: string }): string {
  if (ms < 0) return `\u2212${formatDuration(-ms, format)}`;
  const print = (value: number, name: string, maxDecimals = 0) =>
    formatNumber(value, { locale: format.locale, maxDecimals }) + NO_BREAK_SPACE + name;
  if (ms < 999.5) return print(ms, "ms");
  if (ms < 59_950) return print(ms / 1000, "s", 1);
  for (const { major, majorMs, minor, minorMs, belowMs } of DURATION_PAIRS) {
    const rounded = Math.round(ms / minorMs) * minorMs;
    if (rounded >= belowMs) continue;
    const rest = (rounded % majorMs) / minorMs;
    const head = print(Math.floor(rounded / majorMs), major);
    return rest === 0 ? head : `${head} ${print(rest, minor)}`;
  }
  return NO_VALUE;
}
