import type { RunSort, RunState } from "@/lib/queries/runs/schemas";
import type { QueryPurpose } from "@/lib/queries/schemas";

/** As the API takes it; null and undefined are left out. */
export type RunFilter = {
  queryId?: string | null;
  dataSourceId?: string | null;
  actorUserId?: string | null;
  state?: RunState | null;
  purpose?: QueryPurpose | null;
  sort?: (typeof RunSort.options)[number];
  since?: string | null;
  limit: number;
};

/** Apart from the hooks, because the server fills the cache under the same keys. */
export const runKeys = {
  all: (workspace: string) => ["query-runs", workspace] as const,
  list: (workspace: string, filter: RunFilter) => [...runKeys.all(workspace), given(filter)] as const,
};

/** Without what is not given, so that equal filters have equal keys. */
export const given = (filter: RunFilter): [string, string][] =>
  Object.entries(filter)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]): [string, string] => [name, String(value)])
    .sort(([a], [b]) => a.localeCompare(b));
