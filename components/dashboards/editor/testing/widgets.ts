/** Widgets for the tests of the editor's rules. */
import { DashboardFilters, DashboardSettings, type WidgetDto, WidgetInput } from "@/lib/dashboards/schemas";
import type { Draft } from "../../draft";

type Place = [x: number, y: number, w?: number, h?: number];

export const metric = (key: string, [x, y, w = 3, h = 2]: Place, section = "main"): WidgetDto =>
  WidgetInput.parse({
    key,
    queryId: "7d1d6c1e-56f0-4d7a-9a6c-0b6c7d0e1f2a",
    visual: { kind: "metric", title: key.toUpperCase(), value: "v" },
    section,
    layout: { x, y, w, h },
  });

export const placesOf = (widgets: readonly WidgetDto[]) =>
  Object.fromEntries(widgets.map(({ key, layout }) => [key, [layout.x, layout.y, layout.w, layout.h]]));

export const draftWith = (widgets: readonly WidgetDto[], tabs?: DashboardSettings["tabs"]): Draft => ({
  name: "Sales",
  description: "",
  type: "PERSONAL",
  tags: [],
  filters: DashboardFilters.parse({}),
  settings: DashboardSettings.parse({ tabs }),
  widgets,
});
