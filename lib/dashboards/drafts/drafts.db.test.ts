import { expect, test } from "vitest";
import { prisma, withTransaction } from "@/lib/db";
import {
  createDashboard,
  discardDashboardDraft,
  getDashboardDraft,
  saveDashboard,
  saveDashboardDraft,
} from "@/lib/dashboards";
import { createWorkspace } from "@/tests/support/factories";

async function arrange() {
  const workspace = await createWorkspace();
  const [editor, admin] = [workspace.as("EDITOR"), workspace.as("ADMIN")];
  const dashboard = await createDashboard(editor, { name: "Beds" });
  const { id: dashboardId, filters, settings } = dashboard;
  const document = (name: string) => ({
    name,
    description: "",
    type: "PERSONAL" as const,
    tags: ["ward"],
    filters,
    settings,
    widgets: [],
  });
  const draft = (name: string, expectedRevision = 0) => ({
    dashboardId,
    baseVersion: 1,
    expectedRevision,
    document: document(name),
  });
  return { workspace, editor, admin, dashboard, draft, id: { dashboardId } };
}

test("a draft is kept as it is, also while it could not be published, for its own person alone", async () => {
  const { workspace, editor, admin, draft, id } = await arrange();
  expect(await getDashboardDraft(editor, id)).toBeNull();
  expect(await saveDashboardDraft(editor, draft(""))).toMatchObject({ revision: 1 });
  expect(await getDashboardDraft(editor, id)).toMatchObject({
    revision: 1,
    baseVersion: 1,
    document: { name: "", tags: ["ward"] },
  });
  expect(await getDashboardDraft(admin, id)).toBeNull();
  await saveDashboardDraft(admin, draft("Of the admin"));
  // The database does not show it to others either.
  const seen = await withTransaction(admin, (tx) => tx.dashboardDraft.findMany());
  expect(seen).toHaveLength(1);
  expect(await prisma().dashboardDraft.findMany()).toEqual([]);
  await expect(getDashboardDraft(workspace.as("VIEWER"), id)).rejects.toMatchObject({ code: "forbidden" });
});

test("of two windows the second is refused, and may then keep its own", async () => {
  const { editor, draft, id } = await arrange();
  await saveDashboardDraft(editor, draft("First window"));
  const late = { code: "conflict", details: { revision: 1 } };
  await expect(saveDashboardDraft(editor, draft("Second window"))).rejects.toMatchObject(late);
  await saveDashboardDraft(editor, draft("Second window", 1));
  await expect(saveDashboardDraft(editor, draft("First window", 1))).rejects.toMatchObject({
    details: { revision: 2 },
  });
  expect((await getDashboardDraft(editor, id))?.document.name).toBe("Second window");
});

test("publishing ends one's own draft, and not another's; discarding too", async () => {
  const { editor, admin, dashboard, draft, id } = await arrange();
  await saveDashboardDraft(editor, draft("Mine"));
  await saveDashboardDraft(admin, draft("Of the admin"));
  const { name, filters, settings } = dashboard;
  await saveDashboard(editor, { ...id, expectedVersion: 1, name, filters, settings, widgets: [] });
  expect(await getDashboardDraft(editor, id)).toBeNull();
  await expect(saveDashboardDraft(editor, draft("Late", 1))).rejects.toMatchObject({
    code: "conflict",
    details: { revision: 0 },
  });
  expect(await getDashboardDraft(admin, id)).toMatchObject({ baseVersion: 1 });
  await discardDashboardDraft(admin, id);
  await discardDashboardDraft(admin, id);
  expect(await getDashboardDraft(admin, id)).toBeNull();
});
