"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { ExportDto } from "@/lib/exports/schemas";

const POLL_MS = 1500;

export const exportKeys = { list: (workspace: string) => ["exports", workspace] as const };

export const isUnderWay = ({ state }: ExportDto): boolean => state === "PENDING" || state === "RUNNING";

/** Live while one is under way. */
export function useExports(workspace: string, first: ExportDto[]) {
  return useQuery({
    queryKey: exportKeys.list(workspace),
    queryFn: ({ signal }) =>
      fetchJson<ExportDto[]>(`/api/v1/exports?workspace=${encodeURIComponent(workspace)}`, { signal }),
    initialData: first,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? POLL_MS : false),
  });
}
