import { fetchLines } from "@/components/figures/fetch-json";
import type { DashboardView } from "@/lib/dashboards/schemas";
import type { WidgetAnswer, WidgetData } from "@/lib/dashboards/view/schemas";
import { askInBatch, type WidgetBatches } from "./widget-batch";

export type WidgetRequest = {
  /** Slug. */
  workspace: string;
  dashboardId: string;
  dataUrl?: string;
  view: DashboardView;
  widgetKey: string;
  /** Left out, any answer that the source keeps will do. */
  maxAgeSeconds?: number;
};

const batches: WidgetBatches = new Map();

/** The data of one widget, in one request with all that are asked for in the same moment. Throws ApiError. */
export function fetchWidget(
  { workspace, dashboardId, dataUrl, widgetKey, ...asked }: WidgetRequest,
  signal: AbortSignal,
): Promise<WidgetData> {
  const url = dataUrl ?? `/api/v1/dashboards/${dashboardId}/data?${new URLSearchParams({ workspace })}`;
  const question = JSON.stringify([url, asked]);
  return askInBatch(
    batches,
    question,
    widgetKey,
    async (widgetKeys, onAnswer, stop) => {
      const body = JSON.stringify({ ...asked, widgetKeys });
      const init = { method: "POST", headers: { "content-type": "application/json" }, body, signal: stop };
      for await (const answer of fetchLines<WidgetAnswer>(url, init)) onAnswer(answer);
    },
    signal,
  );
}
