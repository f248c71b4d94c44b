import { formatDate, formatTime } from "@/lib/format/dates";
import { type Run, runsAfter, type Timing } from "./next-run";
import type { NextRun } from "./schemas";
import { clockChangeBetween } from "./zone-clock";

/** The next runs as people read them, with a remark where a change of the clocks shows. Pure and client-safe. */
export function describeNextRuns(timing: Timing & { after: Date; count: number; locale: string }): NextRun[] {
  let before = timing.after;
  return runsAfter(timing).map((run) => {
    const remark = clockRemark(before, run, timing);
    before = run.at;
    return { at: run.at.toISOString(), text: runText(run.at, timing), remark };
  });
}

/** "Mon 23 Nov 2026, 07:30 CET". */
export function runText(run: Date, { zone, locale }: { zone: string; locale: string }): string {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: zone }).format(run);
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short" }).formatToParts(run);
  const zoneName = parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
  return `${weekday} ${formatDate(run, { locale, zone })}, ${formatTime(run, { locale, zone })} ${zoneName}`;
}

function clockRemark(
  before: Date,
  run: Run,
  { zone, locale }: { zone: string; locale: string },
): string | null {
  if (run.kind === "skipped") return "the clock skips its time that day, so it runs right after";
  if (run.kind === "repeated") return "the clock shows this time twice, so it runs the first time";
  const change = clockChangeBetween(before.getTime(), run.at.getTime(), zone);
  if (change === null) return null;
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: zone }).format(
    change,
  );
  return `clocks changed ${day}`;
}
