"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/** What pages know of a source's tables is asked anew: its schema, in the browser of it and in the editor. */
export function useForgetTables(slug: string, dataSourceId: string): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    void client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey.includes(slug) && queryKey.includes(dataSourceId),
    });
  }, [client, slug, dataSourceId]);
}
