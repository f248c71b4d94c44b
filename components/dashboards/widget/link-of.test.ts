import { expect, test } from "vitest";
import { DashboardFilters, DashboardView, WidgetInput } from "@/lib/dashboards/schemas";
import { linkOf } from "./link-of";

const filters = DashboardFilters.parse({ fields: [{ name: "region", type: "text" }] });
const view = DashboardView.parse({
  range: { kind: "relative", name: "last_full_month" },
  values: { region: "West" },
  cross: [{ widgetKey: "w", column: "Clinic", value: "North", label: "North" }],
});
const dashboardId = "0a0b0c0d-0000-4000-8000-000000000001";
const widget = WidgetInput.parse({
  key: "w",
  queryId: dashboardId,
  visual: { kind: "table", title: "", columns: [], totals: false, maxRows: 10 },
  layout: { x: 0, y: 0, w: 3, h: 3 },
  options: { link: { dashboardId, filter: "clinic", label: "Clinic in detail" } },
});
const scene = { workspace: "harbor", view, filters };

test("a link carries the period, the filters of the same names, and the point", () => {
  const link = linkOf(widget, scene, { column: "Clinic", value: "North & Co", label: "North & Co" });
  expect(link?.name).toBe("Clinic in detail");
  const url = new URL(link?.href ?? "", "http://x");
  expect(url.pathname).toBe(`/harbor/dashboards/${dashboardId}`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    range: "last_full_month",
    "f.region": "West",
    "f.clinic": "North & Co",
  });
  expect(linkOf({ ...widget, options: { ...widget.options, link: null } }, scene, null)).toBeNull();
});
