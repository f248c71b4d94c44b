import { useQuery, useQueryClient } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { AudienceDto } from "@/lib/dashboards/sharing/schemas";

const audienceKey = (workspace: string, dashboardId: string) =>
  ["dashboards", workspace, dashboardId, "audience"] as const;

/** Who sees a dashboard; `settle` puts in what a change has answered. */
export function useAudience(workspace: string, dashboardId: string) {
  const client = useQueryClient();
  const queryKey = audienceKey(workspace, dashboardId);
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }): Promise<AudienceDto> =>
      fetchJson(`/api/v1/dashboards/${dashboardId}/audience?workspace=${encodeURIComponent(workspace)}`, {
        signal,
      }),
    // Public links and queries are shared elsewhere: opened anew, the panel tells what is so now.
    staleTime: 0,
  });
  return { ...query, settle: (audience: AudienceDto) => client.setQueryData(queryKey, audience) };
}
