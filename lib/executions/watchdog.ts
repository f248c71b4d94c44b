import { withoutWorkspace } from "@/lib/db";
import { recoverDeliveries } from "@/lib/deliveries";
import { log } from "@/lib/log";
import { type TidyResult, tidyRuns } from "@/lib/queries";
import { deleteExpiredFiles } from "./delete-expired-files";
import { recoverExecutions } from "./recover-executions";
import { reportOverdueSchedules } from "./report-overdue-schedules";

export type WatchdogResult = {
  /** Schedules that should have run and have no record of it. */
  overdue: number;
  /** Runs put back, and runs given up. */
  executions: { requeued: number; ended: number };
  deliveries: { requeued: number; ended: number };
  expiredFiles: number;
  expiredCacheEntries: number;
  queries: TidyResult;
};

const NOTHING_TIDIED: TidyResult = { stalledRuns: 0, expiredRuns: 0, expiredFlights: 0, trimmedAnswers: 0 };

/**
 * What should have happened and did not: tells about runs that were not started, puts back what a dead job left,
 * ends what cannot go on, and removes what has expired. One part that fails does not keep the others from working.
 */
export async function watchdog(now: Date): Promise<WatchdogResult> {
  const nothing = { requeued: 0, ended: 0 };
  return {
    overdue: await attempt("overdue schedules", 0, () => reportOverdueSchedules(now)),
    executions: await attempt("stalled runs", nothing, () => recoverExecutions(now)),
    deliveries: await attempt("stalled deliveries", nothing, () => recoverDeliveries(now)),
    expiredFiles: await attempt("expired files", 0, () => deleteExpiredFiles(now)),
    expiredCacheEntries: await attempt("expired cache entries", 0, () => deleteExpiredCache(now)),
    queries: await attempt("runs of queries", NOTHING_TIDIED, () => tidyRuns(now)),
  };
}

async function attempt<T>(part: string, otherwise: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    log.error("A part of the watchdog failed; it is tried again at its next tick.", { part }, error);
    return otherwise;
  }
}

async function deleteExpiredCache(now: Date): Promise<number> {
  const [row] = await withoutWorkspace(
    (tx) => tx.$queryRaw<{ removed: number }[]>`SELECT expired_cache_entries(${now}::timestamptz) AS removed`,
  );
  return row?.removed ?? 0;
}
