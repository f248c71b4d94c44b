import { nextRun, type Timing } from "./next-run";

const HOUR_MS = 3_600_000;
/** Looked through from the newest, so that a year of every-minute runs costs as little as an hour. */
const WINDOWS_MS = [1, 24, 24 * 7, 24 * 35, 24 * 400].map((hours) => hours * HOUR_MS);

export type MissedRuns = {
  /** The newest times up to `limit`, oldest first. */
  times: Date[];
  /** True when there were older ones too. */
  hasOlder: boolean;
};

/** The times of a schedule from `from` to `until`, both included. Pure. */
export function runsBetween(input: Timing & { from: Date; until: Date; limit: number }): MissedRuns {
  const { from, until, limit } = input;
  for (const windowMs of [...WINDOWS_MS, Number.POSITIVE_INFINITY]) {
    const start = Math.max(from.getTime(), until.getTime() - windowMs);
    const times = timesFrom(input, start);
    const isWhole = start === from.getTime();
    if (isWhole || times.length > limit)
      return { times: times.slice(-limit), hasOlder: times.length > limit };
  }
  return { times: [], hasOlder: false };
}

function timesFrom(timing: Timing & { until: Date }, start: number): Date[] {
  const times: Date[] = [];
  let time = nextRun({ ...timing, after: new Date(start - 1) });
  while (time !== null && time <= timing.until) {
    times.push(time);
    time = nextRun({ ...timing, after: time });
  }
  return times;
}
