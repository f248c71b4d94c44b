/** Asking for one figure: its place in the cache, and the request. */
import type { PreviewWidgetInput, WidgetData } from "@/lib/dashboards/view/schemas";
import { encodeRange } from "@/lib/time/range-param";
import type { RangeChoice } from "@/lib/time/ranges";
import { fetchJson } from "./fetch-json";
import type { VisualFormValue } from "./visual-form";

export type FigureData = WidgetData;

/** Keys say what is drawn, not where: a figure that is saved, moved or previewed is asked for once. */
export const figureKeys = {
  all: (workspace: string) => ["figures", workspace] as const,
  model: (workspace: string, { queryId, visual, parameters }: VisualFormValue, range: RangeChoice) =>
    [...figureKeys.all(workspace), { queryId, visual, parameters }, encodeRange(range)] as const,
};

export async function fetchFigure(
  workspace: string,
  input: PreviewWidgetInput,
  signal?: AbortSignal,
): Promise<FigureData> {
  return fetchJson(`/api/v1/figures?workspace=${encodeURIComponent(workspace)}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
    signal,
  });
}
