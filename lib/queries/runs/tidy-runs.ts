import { withoutWorkspace } from "@/lib/db";
import { env } from "@/lib/env";
import { trimCache } from "@/lib/queries/cache/trim-cache";

export type TidyResult = {
  /** Runs whose process ended without a word. */
  stalledRuns: number;
  /** Runs older than their history is kept. */
  expiredRuns: number;
  expiredFlights: number;
  trimmedAnswers: number;
};

const DAY_MS = 86_400_000;
/** Of one tick: a first sweep of a long history must not hold the table for minutes. */
const EXPIRED_AT_ONCE = 10_000;

/** For the watchdog: closes what a dead process left open, and keeps history and cache within their bounds. */
export async function tidyRuns(now: Date): Promise<TidyResult> {
  const oldest = new Date(now.getTime() - env().runHistoryDays * DAY_MS);
  const [row] = await withoutWorkspace(
    (tx) => tx.$queryRaw<{ runs: number; flights: number; expired: number }[]>`
      SELECT close_stalled_query_runs(${now}::timestamptz) AS runs,
        expired_query_flights(${now}::timestamptz) AS flights,
        expired_query_runs(${oldest}::timestamptz, ${EXPIRED_AT_ONCE}::int) AS expired`,
  );
  return {
    stalledRuns: row?.runs ?? 0,
    expiredRuns: row?.expired ?? 0,
    expiredFlights: row?.flights ?? 0,
    trimmedAnswers: await trimCache(),
  };
}
