import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/figures/fetch-json";
import type { DashboardVersionDto } from "@/lib/dashboards/versions/schemas";

/** What was published, newest first; `version` is the newest one that is known of. */
export function useVersions(workspace: string, dashboardId: string, version: number) {
  return useQuery({
    queryKey: ["dashboards", workspace, dashboardId, "versions", version],
    queryFn: ({ signal }): Promise<DashboardVersionDto[]> =>
      fetchJson(`/api/v1/dashboards/${dashboardId}/versions?workspace=${encodeURIComponent(workspace)}`, {
        signal,
      }),
  });
}
