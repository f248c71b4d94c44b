import type { Place } from "@/components/figures/place";
import { dateTimeFormat } from "@/lib/format/dates";

/** "Good morning, Leila": by the hour in the workspace's zone. */
export function greeting(now: Date, { zone }: Place, name: string): string {
  const hour = Number(
    dateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone }).format(now),
  );
  const words =
    hour >= 5 && hour < 12 ? "Good morning" : hour >= 12 && hour < 18 ? "Good afternoon" : "Good evening";
  const first = name.trim().split(/\s+/)[0];
  return first ? `${words}, ${first}` : words;
}

/** "Friday 20 November 2026" */
export function dayWords(now: Date, { locale, zone }: Place): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    dateTimeFormat(locale, { ...options, timeZone: zone }).format(now);
  return `${part({ weekday: "long" })} ${part({ day: "numeric", month: "long", year: "numeric" })}`;
}
