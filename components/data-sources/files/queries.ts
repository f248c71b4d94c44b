"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { FileInspection, FileLoadDto, ReadOptions } from "@/lib/data-sources/files/schemas";
import { dataSourceKeys } from "../queries";
import { isUnderWay } from "./words";

export const fileKeys = {
  all: (workspace: string, dataSourceId: string) =>
    [...dataSourceKeys.all(workspace), dataSourceId, "files"] as const,
  loads: (workspace: string, dataSourceId: string) =>
    [...fileKeys.all(workspace, dataSourceId), "loads"] as const,
  load: (workspace: string, dataSourceId: string, loadId: string) =>
    [...fileKeys.all(workspace, dataSourceId), "load", loadId] as const,
  inspection: (workspace: string, dataSourceId: string, loadId: string, options: ReadOptions) =>
    [...fileKeys.load(workspace, dataSourceId, loadId), "inspection", options] as const,
};

const POLL_MS = 1000;

const uploads = (workspace: string, dataSourceId: string, rest = "", query: Record<string, string> = {}) =>
  `/api/v1/data-sources/${dataSourceId}/uploads${rest}?${new URLSearchParams({ workspace, ...query })}`;

/** Where a file is sent to. */
export const uploadUrl = (workspace: string, dataSourceId: string, fileName: string): string =>
  uploads(workspace, dataSourceId, "", { fileName });

/** Uploads and loads of a source, asked again while one is under way. */
export function useFileLoads(workspace: string, dataSourceId: string, initialData: FileLoadDto[]) {
  return useQuery({
    queryKey: fileKeys.loads(workspace, dataSourceId),
    queryFn: ({ signal }) => fetchJson<FileLoadDto[]>(uploads(workspace, dataSourceId), { signal }),
    initialData,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? POLL_MS : false),
  });
}

/** One load, asked again while it is under way. */
export function useFileLoad(workspace: string, initial: FileLoadDto) {
  const { id, dataSourceId } = initial;
  return useQuery({
    queryKey: fileKeys.load(workspace, dataSourceId, id),
    queryFn: ({ signal }) => fetchJson<FileLoadDto>(uploads(workspace, dataSourceId, `/${id}`), { signal }),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
  });
}

/** How a file would be read; what was seen before stays until the file was looked at again. */
export function useInspection(workspace: string, load: FileLoadDto, options: ReadOptions, enabled: boolean) {
  const { id, dataSourceId } = load;
  return useQuery({
    queryKey: fileKeys.inspection(workspace, dataSourceId, id, options),
    queryFn: ({ signal }) =>
      fetchJson<FileInspection>(
        uploads(workspace, dataSourceId, `/${id}/inspection`, { options: JSON.stringify(options) }),
        { signal },
      ),
    placeholderData: keepPreviousData,
    enabled,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
