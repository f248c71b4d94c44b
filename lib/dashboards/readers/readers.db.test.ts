import { expect, test } from "vitest";
import {
  clearDefaultView,
  createDashboard,
  getDefaultView,
  listDashboards,
  recordDashboardUse,
  saveDefaultView,
  setFavouriteDashboard,
} from "@/lib/dashboards";
import { createWorkspace } from "@/tests/support/factories";

async function arrange() {
  const workspace = await createWorkspace();
  const { id: dashboardId } = await createDashboard(workspace.as("EDITOR"), { name: "Beds" });
  return { workspace, viewer: workspace.as("VIEWER"), admin: workspace.as("ADMIN"), id: { dashboardId } };
}

test("favourites and openings are each person's own; the count is everybody's", async () => {
  const { workspace, viewer, admin, id } = await arrange();
  await setFavouriteDashboard(viewer, { ...id, isFavourite: true });
  await recordDashboardUse(viewer, id);
  workspace.clock.set("2026-11-20T09:00:00Z");
  await recordDashboardUse(viewer, id);
  const opened = "2026-11-20T09:00:00.000Z";
  expect(await listDashboards(viewer)).toMatchObject([
    { isFavourite: true, openedAt: opened, usageCount: 2 },
  ]);
  expect(await listDashboards(admin)).toMatchObject([{ isFavourite: false, openedAt: null, usageCount: 2 }]);
  await setFavouriteDashboard(viewer, { ...id, isFavourite: false });
  expect(await listDashboards(viewer)).toMatchObject([{ isFavourite: false, openedAt: opened }]);
});

test("a view of one's own is kept without the clicks of the moment, until it is cleared", async () => {
  const { viewer, admin, id } = await arrange();
  const view = {
    range: { kind: "relative", name: "last_7_days" },
    comparison: "previous_year",
    values: { clinic: "North" },
  } as const;
  const cross = [{ widgetKey: "w", column: "shop", value: "North", label: "North" }];
  expect(await getDefaultView(viewer, id)).toBeNull();
  await saveDefaultView(viewer, { ...id, view: { ...view, cross } });
  expect(await getDefaultView(viewer, id)).toEqual({ ...view, cross: [] });
  expect(await getDefaultView(admin, id)).toBeNull();
  await setFavouriteDashboard(viewer, { ...id, isFavourite: true });
  await clearDefaultView(viewer, id);
  expect(await getDefaultView(viewer, id)).toBeNull();
  expect(await listDashboards(viewer)).toMatchObject([{ isFavourite: true }]);
});
