import { fetchJson } from "@/components/figures/fetch-json";
import type { OptionsSource } from "@/components/figures/parameter-options";

/** Where the values come from that readers choose from: the dashboard answers for its own filters. */
export const filterOptions = (
  workspace: string,
  dashboardId: string,
  url = `/api/v1/dashboards/${dashboardId}/options?${new URLSearchParams({ workspace })}`,
): OptionsSource => ({
  key: ["dashboard", workspace, dashboardId],
  load: (filter, values, signal) =>
    fetchJson(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ filter, values }),
      signal,
    }),
});
