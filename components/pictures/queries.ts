"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { PictureDto } from "@/lib/pictures/schemas";

export const pictureKeys = {
  all: (workspace: string) => ["pictures", workspace] as const,
};

const pictures = (query: Record<string, string>) => `/api/v1/pictures?${new URLSearchParams(query)}`;

/** Where a picture is sent to. */
export const uploadUrl = (workspace: string, fileName: string): string => pictures({ workspace, fileName });

/** The pictures of the workspace to choose from, the newest first. */
export function usePictures(workspace: string) {
  return useQuery({
    queryKey: pictureKeys.all(workspace),
    queryFn: ({ signal }): Promise<PictureDto[]> => fetchJson(pictures({ workspace }), { signal }),
  });
}
