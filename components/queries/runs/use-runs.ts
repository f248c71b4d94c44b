"use client";

import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { RunPage } from "@/lib/queries/runs/schemas";
import { given, type RunFilter, runKeys } from "./query-keys";

/** How often a page looks while something runs. It does not look otherwise. */
const POLL_MS = 2_000;

/** Pages of the history; looked at again and again while a run goes on. */
export function useRuns(workspace: string, filter: RunFilter) {
  return useInfiniteQuery({
    queryKey: runKeys.list(workspace, filter),
    queryFn: ({ pageParam, signal }): Promise<RunPage> => {
      const query = new URLSearchParams([["workspace", workspace], ...given(filter)]);
      if (pageParam) query.set("cursor", pageParam);
      return fetchJson(`/api/v1/queries/runs?${query}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: RunPage) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.runs.some((run) => run.state === "RUNNING")) ? POLL_MS : false,
  });
}

/** Looks again at every list of runs. */
export function useRefreshRuns(workspace: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: runKeys.all(workspace) });
}
