"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { PreviewWidget } from "@/lib/dashboards/templates/schemas";
import type { PreviewWorkspaceTemplateInput } from "@/lib/dashboards/workspace-templates/schemas";

/** What would be made of a template of the workspace, with figures as far as the person sees the queries. */
export function useWorkspacePreview(slug: string, choice: PreviewWorkspaceTemplateInput, enabled: boolean) {
  return useQuery({
    queryKey: ["workspace-template-preview", slug, choice],
    queryFn: ({ signal }) =>
      fetchJson<PreviewWidget[]>(
        `/api/v1/dashboards/templates/saved/preview?workspace=${encodeURIComponent(slug)}`,
        {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(choice),
          signal,
        },
      ),
    enabled,
    // Stays in sight while a choice is changed; of another tab it would be in the wrong place.
    placeholderData: (shown, before) => (tabOf(before?.queryKey[2]) === choice.tab ? shown : undefined),
    retry: false,
  });
}

const tabOf = (choice: unknown) => (choice as PreviewWorkspaceTemplateInput | undefined)?.tab;
