"use client";

import { fetchJson } from "@/components/figures/fetch-json";
import type { LoadValues } from "./builder-scope";

/** Asks for the values of columns of this source, the most frequent first. */
export function columnValuesOf(workspace: string, dataSourceId: string): LoadValues {
  return async (column, signal) => {
    const query = new URLSearchParams({ workspace, ...column });
    const { values } = await fetchJson<{ values: string[] }>(
      `/api/v1/data-sources/${dataSourceId}/values?${query}`,
      { signal },
    );
    return values;
  };
}
