import { formatDuration } from "@/lib/format/sizes";
import { formatNumber } from "@/lib/format/value";

type Limits = { timeoutMs: unknown; rows: unknown; connections: unknown; cacheSeconds: unknown };

/** The limits in a line, as far as they are numbers: "30 s, 50,000 rows, 4 at a time, answers kept for 5 min". */
export function limitWords({ timeoutMs, rows, connections, cacheSeconds }: Limits, locale: string): string {
  const words = [
    isCount(timeoutMs) ? formatDuration(timeoutMs, { locale }) : null,
    isCount(rows) ? `${formatNumber(rows, { locale })} ${rows === 1 ? "row" : "rows"}` : null,
    isCount(connections) ? `${formatNumber(connections, { locale })} at a time` : null,
    cacheWords(cacheSeconds, locale),
  ];
  return words.filter((word) => word !== null).join(", ");
}

function cacheWords(seconds: unknown, locale: string): string | null {
  if (!isCount(seconds)) return null;
  return seconds === 0
    ? "answers not kept"
    : `answers kept for ${formatDuration(seconds * 1000, { locale })}`;
}

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
