/** What the cache says in words. Pure. */
import { formatDuration } from "@/lib/format/sizes";
import { NO_VALUE } from "@/lib/format/value";

/** "84 %" of the questions; nothing asked has no rate. */
export function rateText(reused: number, asked: number, locale: string): string {
  if (asked === 0) return NO_VALUE;
  return (reused / asked).toLocaleString(locale, { style: "percent", maximumFractionDigits: 0 });
}

/** How long a source's answers are kept. */
export function keptForText(cacheSeconds: number, locale: string): string {
  return cacheSeconds === 0 ? "Not kept" : formatDuration(cacheSeconds * 1000, { locale });
}
