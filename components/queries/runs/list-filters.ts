/** From what stands in the address to what the list is asked for: the server and the browser must say the same. */
import type { RunFilter } from "./query-keys";
import type { RunSort, RunState } from "@/lib/queries/runs/schemas";
import type { QueryPurpose } from "@/lib/queries/schemas";

export type RunFilterValues = {
  query: string | null;
  source: string | null;
  who: "everybody" | "me";
  state: RunState | null;
  purpose: QueryPurpose | null;
  sort: (typeof RunSort.options)[number];
};

export const RUN_PAGE = 50;
const SLOW_DAYS = 7;

/** The slowest are those of the last seven days, counted from the start of the page. */
export function listFilter(values: RunFilterValues, me: string, now: string): RunFilter {
  const since = new Date(Date.parse(now) - SLOW_DAYS * 86_400_000).toISOString();
  return {
    ...shared(values, me),
    state: values.state,
    sort: values.sort,
    since: values.sort === "slowest" ? since : null,
    limit: RUN_PAGE,
  };
}

export const runningFilter = (values: RunFilterValues, me: string): RunFilter => ({
  ...shared(values, me),
  state: "RUNNING",
  limit: RUN_PAGE,
});

const shared = ({ query, source, who, purpose }: RunFilterValues, me: string) => ({
  queryId: query,
  dataSourceId: source,
  actorUserId: who === "me" ? me : null,
  purpose,
});
