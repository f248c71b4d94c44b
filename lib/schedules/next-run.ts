import { Cron } from "croner";
import { instantOf, type WallTime, wallClockAt } from "./zone-clock";

export type Timing = {
  /** Five fields: minute, hour, day of the month, month, day of the week. */
  cron: string;
  /** IANA, e.g. "Europe/Berlin". */
  zone: string;
  /** No run before this instant. */
  startsAt?: Date | null;
  /** The last instant at which a run may happen. */
  endsAt?: Date | null;
};

/**
 * The first run strictly after `after`, or null when there is none: the end is reached, or the date never comes
 * (30 February). Pure.
 *
 * A schedule follows the clock on the wall of its zone, and each time of that clock runs once:
 * - A time that the clock jumps over (spring) runs at the first valid minute after the jump. Several such times,
 *   and one that falls on that minute anyway, make one run together.
 * - A time that the clock shows twice (autumn) runs the first time only. An hourly or every-minute schedule
 *   therefore pauses while the hour is repeated: nobody receives two reports that say the same hour.
 *
 * Throws what croner throws on a pattern it does not know: check it with `checkTiming` first.
 */
export function nextRun(timing: Timing & { after: Date }): Date | null {
  return findRun(timing)?.at ?? null;
}

/** `kind` tells a run whose time the clock skips or repeats that day. */
export type Run = { at: Date; kind: WallTime["kind"] };

/** {@link nextRun}, with what the clock does at that time. */
export function findRun({ cron, zone, after, startsAt, endsAt }: Timing & { after: Date }): Run | null {
  const floor = Math.max(after.getTime(), startsAt ? startsAt.getTime() - 1 : Number.NEGATIVE_INFINITY);
  const pattern = clockPattern(cron);
  let wallClock = wallClockAt(floor, zone);
  for (;;) {
    const next = pattern.nextRun(new Date(wallClock));
    if (next === null) return null;
    wallClock = next.getTime();
    const { instant, kind } = instantOf(wallClock, zone);
    // Within a repeated hour the next times on the clock have had their turn already.
    if (instant <= floor) continue;
    return endsAt && instant > endsAt.getTime() ? null : { at: new Date(instant), kind };
  }
}

/** Read in UTC, croner only does the calendar: which times of a wall clock match. Clock changes are ours. */
function clockPattern(cron: string): Cron {
  return new Cron(cron, { mode: "5-part", timezone: "UTC", paused: true });
}

/** The runs strictly after `after`, at most `count` of them. */
export function runsAfter(timing: Timing & { after: Date; count: number }): Run[] {
  const runs: Run[] = [];
  let after = timing.after;
  while (runs.length < timing.count) {
    const run = findRun({ ...timing, after });
    if (run === null) break;
    runs.push(run);
    after = run.at;
  }
  return runs;
}
