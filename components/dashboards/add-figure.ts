import { errorBodyOf, fetchJson } from "@/components/figures/fetch-json";
import { figureSources } from "@/components/figures/figure-sources";
import type { VisualSpec } from "@/lib/charts/spec";
import { type DashboardDto, DashboardFilters } from "@/lib/dashboards/schemas";
import type { ActionResult } from "@/lib/http/action-result";
import { placeNew } from "./new-widget";
import type { DashboardActions } from "./screen-types";

export type AddFigureActions = Pick<DashboardActions, "create" | "save">;

type NewFigure = {
  query: { id: string; name: string };
  /** An existing dashboard, or the name of one to be made. */
  target: { dashboardId: string } | { name: string };
};

const USUAL_RANGE = DashboardFilters.parse({}).range;

/** Puts a query into the first gap of a dashboard, as the figure that fits its rows. */
export async function addFigure(
  workspace: string,
  { query, target }: NewFigure,
  { create, save }: AddFigureActions,
): Promise<ActionResult<DashboardDto>> {
  try {
    if ("name" in target) {
      const figure = await figureOf(workspace, query, USUAL_RANGE);
      return await create({ name: target.name, widgets: [placeNew([], figure)] });
    }
    const { dashboardId } = target;
    const { version, name, description, filters, settings, widgets } = await fetchJson<DashboardDto>(
      `/api/v1/dashboards/${dashboardId}?workspace=${encodeURIComponent(workspace)}`,
    );
    const figure = await figureOf(workspace, query, filters.range);
    const more = [...widgets, placeNew(widgets, figure, settings.tabs[0]?.sections[0]?.key)];
    const kept = { name, description, filters, settings };
    return await save({ dashboardId, expectedVersion: version, ...kept, widgets: more });
  } catch (error) {
    return { ok: false, error: errorBodyOf(error) };
  }
}

async function figureOf(
  workspace: string,
  { id: queryId, name }: NewFigure["query"],
  range: DashboardFilters["range"],
) {
  const suggested = await figureSources(workspace, [], range).suggest?.(queryId, {});
  if (!suggested) throw new Error("Figures are always suggested.");
  const visual: VisualSpec = { ...suggested, title: name };
  return { queryId, visual, parameters: {} };
}
