/** The usual timings as people choose and say them, and the cron patterns that mean the same. Pure and client-safe. */
import { assertNever } from "@/lib/errors";

/** `time` is "07:30". A weekday is 0 (Sunday) to 6; a day of the month 1 to 31, or "L" for the last one. */
export type TimingPreset =
  | { kind: "weekdays"; time: string }
  | { kind: "daily"; time: string }
  | { kind: "weekly"; time: string; weekday: number }
  | { kind: "monthly"; time: string; day: number | "L" };
export type PresetKind = TimingPreset["kind"];

/** By number, Sunday first. */
export const WEEKDAYS = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;
const ORDINALS = new Intl.PluralRules("en-GB", { type: "ordinal" });

/** The preset a pattern means, or null when people must read the pattern itself. */
export function presetOf(cron: string): TimingPreset | null {
  const [minute = "", hour = "", day = "", month, weekday = "", ...rest] = cron.trim().split(/\s+/);
  const time = timeOf(hour, minute);
  if (time === null || month !== "*" || rest.length > 0) return null;
  if (day === "*") {
    if (weekday === "*") return { kind: "daily", time };
    if (weekday === "1-5") return { kind: "weekdays", time };
    return /^[0-7]$/.test(weekday) ? { kind: "weekly", time, weekday: Number(weekday) % 7 } : null;
  }
  if (weekday !== "*") return null;
  if (day === "L") return { kind: "monthly", time, day };
  return /^\d{1,2}$/.test(day) && inRange(day, 1, 31) ? { kind: "monthly", time, day: Number(day) } : null;
}

export function cronOf(preset: TimingPreset): string {
  const [hour = 0, minute = 0] = preset.time.split(":").map(Number);
  const clock = `${minute} ${hour}`;
  switch (preset.kind) {
    case "daily":
      return `${clock} * * *`;
    case "weekdays":
      return `${clock} * * 1-5`;
    case "weekly":
      return `${clock} * * ${preset.weekday}`;
    case "monthly":
      return `${clock} ${preset.day} * *`;
    default:
      return assertNever(preset);
  }
}

/** Another kind at the same time of day: Monday, or the first of the month, until something else is chosen. */
export function presetOfKind(kind: PresetKind, time: string): TimingPreset {
  if (kind === "weekly") return { kind, time, weekday: 1 };
  if (kind === "monthly") return { kind, time, day: 1 };
  return { kind, time };
}

/** "Every weekday at 07:30" */
export function presetWords(preset: TimingPreset): string {
  const { time } = preset;
  switch (preset.kind) {
    case "daily":
      return `Every day at ${time}`;
    case "weekdays":
      return `Every weekday at ${time}`;
    case "weekly":
      return `Every ${WEEKDAYS[preset.weekday]} at ${time}`;
    case "monthly":
      return `On the ${preset.day === "L" ? "last day" : ordinal(preset.day)} of each month at ${time}`;
    default:
      return assertNever(preset);
  }
}

/** "1st", "22nd", "13th" */
function ordinal(day: number): string {
  const ending = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" };
  return `${day}${ending[ORDINALS.select(day)]}`;
}

function timeOf(hour: string, minute: string): string | null {
  if (!inRange(hour, 0, 23) || !inRange(minute, 0, 59)) return null;
  return `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
}

function inRange(text: string, from: number, to: number): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= from && Number(text) <= to;
}
