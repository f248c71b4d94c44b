"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { fetchJson } from "@/components/figures/fetch-json";
import type { ExportDto } from "@/lib/exports/schemas";

const POLL_MS = 700;

export const isUnderWay = ({ state }: ExportDto): boolean => state === "PENDING" || state === "RUNNING";

export const fileUrl = (workspace: string, { id }: ExportDto): string =>
  `/api/v1/exports/${id}/file?workspace=${encodeURIComponent(workspace)}`;

/** An export as it goes on; the file is saved once, as soon as it is there. */
export function useExportFile(workspace: string, first: ExportDto) {
  const { data, error } = useQuery({
    queryKey: ["exports", workspace, first.id],
    queryFn: ({ signal }) =>
      fetchJson<ExportDto>(`/api/v1/exports/${first.id}?workspace=${encodeURIComponent(workspace)}`, {
        signal,
      }),
    initialData: first,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
  });
  const isSaved = useRef(false);
  const isReady = data.state === "COMPLETED";
  const url = fileUrl(workspace, data);

  // Outside system: the browser's downloads.
  useEffect(() => {
    if (!isReady || isSaved.current) return;
    isSaved.current = true;
    const link = document.createElement("a");
    link.href = url;
    link.download = "";
    link.click();
  }, [isReady, url]);

  return { file: data, error };
}
