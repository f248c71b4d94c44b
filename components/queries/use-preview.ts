"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { z } from "zod";
import { fetchJson } from "@/components/figures/fetch-json";
import type { QueryPreview, TryQueryInput } from "@/lib/queries/schemas";

export type PreviewInput = z.input<typeof TryQueryInput>;

/**
 * Runs a text and keeps its last answer. A new run, `cancel` and leaving the page end the run before: the
 * statement is then cancelled on its server too.
 */
export function usePreview(workspace: string) {
  const controller = useRef<AbortController | null>(null);
  const mutation = useMutation({
    mutationFn: (input: PreviewInput): Promise<QueryPreview> => {
      controller.current = new AbortController();
      return fetchJson(`/api/v1/queries/preview?workspace=${encodeURIComponent(workspace)}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
        signal: controller.current.signal,
      });
    },
  });

  // Outside system: the request that is under way when the page is left.
  useEffect(() => () => controller.current?.abort(), []);

  function cancel() {
    controller.current?.abort();
    mutation.reset();
  }
  function run(input: PreviewInput) {
    controller.current?.abort();
    mutation.mutate(input);
  }
  return { run, cancel, ...mutation };
}
