import { expect, test } from "vitest";
import {
  createDashboard,
  getDashboard,
  listDashboardVersions,
  restoreDashboardVersion,
  saveDashboard,
} from "@/lib/dashboards";
import type { DashboardDto, SaveDashboardInput } from "@/lib/dashboards/schemas";
import { createWorkspace } from "@/tests/support/factories";

function edited(dashboard: DashboardDto, changes: Partial<SaveDashboardInput>): SaveDashboardInput {
  const { id, version, name, description, filters, settings, widgets } = dashboard;
  const shown = { name, description, filters, settings, widgets };
  return { dashboardId: id, expectedVersion: version, ...shown, ...changes };
}

async function arrange() {
  const workspace = await createWorkspace();
  const editor = workspace.as("EDITOR");
  const dashboard = await createDashboard(editor, { name: "Beds", description: "At first" });
  return { workspace, editor, dashboard, id: { dashboardId: dashboard.id } };
}

test("each publish is a version with its author and note, and going back makes another", async () => {
  const { workspace, editor, dashboard, id } = await arrange();
  const admin = workspace.as("ADMIN");
  await saveDashboard(admin, edited(dashboard, { name: "Beds of the ward", note: "Named as it is called" }));
  const restored = await restoreDashboardVersion(editor, { ...id, number: 1, expectedVersion: 2 });
  expect(restored).toMatchObject({ name: "Beds", version: 3 });
  const versions = await listDashboardVersions(editor, id);
  expect(
    versions.map(({ number, note, authorName, document }) => [number, note, authorName, document.name]),
  ).toEqual([
    [3, "Back to version 1", `EDITOR of ${workspace.slug}`, "Beds"],
    [2, "Named as it is called", `ADMIN of ${workspace.slug}`, "Beds of the ward"],
    [1, "", `EDITOR of ${workspace.slug}`, "Beds"],
  ]);
});

test("going back does not overwrite what somebody published meanwhile, nor who sees it", async () => {
  const { workspace, editor, dashboard, id } = await arrange();
  await saveDashboard(workspace.as("ADMIN"), edited(dashboard, { name: "Newer" }));
  await expect(
    restoreDashboardVersion(editor, { ...id, number: 1, expectedVersion: 1 }),
  ).rejects.toMatchObject({
    code: "conflict",
    details: { savedBy: `ADMIN of ${workspace.slug}` },
  });
  await expect(
    restoreDashboardVersion(editor, { ...id, number: 9, expectedVersion: 2 }),
  ).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await getDashboard(editor, id)).toMatchObject({ name: "Newer", version: 2 });
});

test("readers do not see the history", async () => {
  const { workspace, id } = await arrange();
  const viewer = workspace.as("VIEWER");
  await expect(listDashboardVersions(viewer, id)).rejects.toMatchObject({ code: "forbidden" });
});
