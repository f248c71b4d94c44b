import { withoutWorkspace } from "@/lib/db";
import { trimCache } from "@/lib/queries/cache/trim-cache";

export type TidyResult = {
  /** Runs whose process ended without a word. */
  stalledRuns: number;
  expiredFlights: number;
  trimmedAnswers: number;
};

/** For the watchdog: closes what a dead process left open, and keeps the cache within its bound. */
export async function tidyRuns(now: Date): Promise<TidyResult> {
  const [row] = await withoutWorkspace(
    (tx) => tx.$queryRaw<{ runs: number; flights: number }[]>`
      SELECT close_stalled_query_runs(${now}::timestamptz) AS runs,
        expired_query_flights(${now}::timestamptz) AS flights`,
  );
  return {
    stalledRuns: row?.runs ?? 0,
    expiredFlights: row?.flights ?? 0,
    trimmedAnswers: await trimCache(),
  };
}
