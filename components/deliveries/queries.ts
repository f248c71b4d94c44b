"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { ExecutionDto, ExecutionList } from "@/lib/executions/schemas";
import { executionKeys, type RunFilter } from "./query-keys";
import { isUnderWay } from "./run-words";

/** How often a page looks while something is under way. It does not look otherwise. */
const POLL_MS = 2_000;

/** Runs, newest first. */
export function useRuns(workspace: string, filter: RunFilter) {
  return useQuery({
    queryKey: executionKeys.list(workspace, filter),
    queryFn: ({ signal }): Promise<ExecutionList> => {
      const { scheduleId, states = [], limit } = filter;
      const query = new URLSearchParams({ workspace, limit: String(limit) });
      if (scheduleId) query.set("scheduleId", scheduleId);
      if (states.length > 0) query.set("states", states.join(","));
      return fetchJson(`/api/v1/executions?${query}`, { signal });
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.executions.some(isUnderWay) ? POLL_MS : false),
  });
}

/** One run with its files and its delivery log. */
export function useRun(workspace: string, executionId: string) {
  return useQuery({
    queryKey: executionKeys.one(workspace, executionId),
    queryFn: ({ signal }): Promise<ExecutionDto> =>
      fetchJson(`/api/v1/executions/${executionId}?workspace=${encodeURIComponent(workspace)}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
  });
}
