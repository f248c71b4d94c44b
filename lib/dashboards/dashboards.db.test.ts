import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { RequestContext } from "@/lib/context";
import { withOwner } from "@/tests/support/database";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import {
  changeDashboardSharing,
  createDashboard,
  deleteDashboard,
  getDashboard,
  listDashboards,
  recordDashboardUse,
  restoreDashboard,
  saveDashboard,
} from ".";
import type { DashboardDto, SaveDashboardInput, WidgetInput } from "./schemas";

async function createQuery(workspace: TestWorkspace): Promise<string> {
  const sourceId = randomUUID();
  const queryId = randomUUID();
  await withOwner(async (client) => {
    await client.query(
      "INSERT INTO data_sources (id, workspace_id, name, kind, settings, encrypted_credentials) VALUES ($1, $2, $3, 'POSTGRESQL', '{}', '')",
      [sourceId, workspace.id, `source ${sourceId}`],
    );
    await client.query(
      "INSERT INTO queries (id, workspace_id, data_source_id, name, definition) VALUES ($1, $2, $3, $4, $5)",
      [
        queryId,
        workspace.id,
        sourceId,
        `query ${queryId}`,
        { kind: "sql", schemaVersion: 1, sql: "SELECT 1 AS value" },
      ],
    );
  });
  return queryId;
}

function metric(queryId: string, key: string, layout: WidgetInput["layout"]): WidgetInput {
  return {
    key,
    queryId,
    visual: {
      kind: "metric",
      title: key,
      value: "value",
      aggregate: "sum",
      compare: "none",
      direction: "none",
    },
    parameters: {},
    layout,
  };
}

const at = (x: number, y: number, w = 3, h = 2) => ({ x, y, w, h });

function edited(dashboard: DashboardDto, changes: Partial<SaveDashboardInput> = {}): SaveDashboardInput {
  const { id, version, name, description, filters, settings, widgets } = dashboard;
  const shown = { name, description, filters, settings, widgets };
  return { dashboardId: id, expectedVersion: version, ...shown, ...changes };
}

async function arrange() {
  const workspace = await createWorkspace();
  const queryId = await createQuery(workspace);
  const editor = workspace.as("EDITOR");
  const dashboard = await createDashboard(editor, {
    name: "Clinics",
    widgets: [metric(queryId, "revenue", at(3, 0)), metric(queryId, "missed", at(0, 0))],
  });
  return { workspace, queryId, editor, dashboard };
}

async function auditActions(workspace: TestWorkspace): Promise<string[]> {
  const { rows } = await withOwner((client) =>
    client.query<{ action: string }>(
      "SELECT action FROM audit_events WHERE workspace_id = $1 ORDER BY created_at, action",
      [workspace.id],
    ),
  );
  return rows.map((row) => row.action);
}

test("a created dashboard is read back with its widgets in reading order", async () => {
  const { workspace, dashboard } = await arrange();
  const read = await getDashboard(workspace.as("VIEWER"), { dashboardId: dashboard.id });
  expect(read.widgets.map((widget) => widget.key)).toEqual(["missed", "revenue"]);
  expect(read).toMatchObject({
    name: "Clinics",
    version: 1,
    visibility: "WORKSPACE",
    ownerName: `EDITOR of ${workspace.slug}`,
    filters: { range: { kind: "relative", name: "last_30_days" } },
  });
  expect(read.publicId).toMatch(/^dash_/);
  const [listed] = await listDashboards(workspace.as("VIEWER"));
  expect(listed).toMatchObject({ id: dashboard.id, widgetCount: 2, usageCount: 0, lastUsedAt: null });
});

test("saving changes, adds and removes widgets by key and raises the version", async () => {
  const { workspace, queryId, editor, dashboard } = await arrange();
  const idBefore = await widgetId(dashboard.id, "revenue");
  const saved = await saveDashboard(
    editor,
    edited(dashboard, {
      name: "Clinics, weekly",
      filters: { range: { kind: "absolute", from: "2026-10-01", to: "2026-10-31" } },
      widgets: [metric(queryId, "revenue", at(0, 0, 6, 4)), metric(queryId, "waiting", at(6, 0))],
    }),
  );
  expect(saved.version).toBe(2);
  expect(saved.widgets.map(({ key, layout }) => [key, layout.w])).toEqual([
    ["revenue", 6],
    ["waiting", 3],
  ]);
  expect(await widgetId(dashboard.id, "revenue")).toBe(idBefore);
  expect(await getDashboard(editor, { dashboardId: dashboard.id })).toEqual(saved);
  expect(await auditActions(workspace)).toEqual(["dashboard.create", "dashboard.save"]);
});

test("an old version is refused with the name of whoever saved, and changes nothing", async () => {
  const { workspace, editor, dashboard } = await arrange();
  await saveDashboard(workspace.as("ADMIN"), edited(dashboard, { name: "Clinics of Anna" }));
  const late = saveDashboard(editor, edited(dashboard, { name: "Mine", widgets: [] }));
  await expect(late).rejects.toMatchObject({
    code: "conflict",
    message: `ADMIN of ${workspace.slug} saved a newer version of "Clinics of Anna" at 20 Nov 2026, 09:00 Berlin, after you opened it. Compare it with yours, then decide which of the two goes on.`,
    details: { version: 2, savedAt: "2026-11-20T08:00:00.000Z" },
  });
  const now = await getDashboard(editor, { dashboardId: dashboard.id });
  expect(now.name).toBe("Clinics of Anna");
  expect(now.widgets).toHaveLength(2);
});

test("of two saves of the same version at the same time exactly one wins", async () => {
  const { workspace, editor, dashboard } = await arrange();
  const people = [editor, workspace.as("ADMIN"), workspace.as("OWNER")];
  const results = await Promise.allSettled(
    people.map((ctx, index) => saveDashboard(ctx, edited(dashboard, { description: `save ${index}` }))),
  );
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
  expect((await getDashboard(editor, { dashboardId: dashboard.id })).version).toBe(2);
});

test("a viewer reads and opens, and can change nothing by any verb", async () => {
  const { workspace, dashboard } = await arrange();
  const viewer = workspace.as("VIEWER");
  const id = { dashboardId: dashboard.id };
  const attempts = [
    () => createDashboard(viewer, { name: "Mine" }),
    () => saveDashboard(viewer, edited(dashboard, { name: "Mine" })),
    () => deleteDashboard(viewer, id),
    () => restoreDashboard(viewer, id),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  expect(await getDashboard(viewer, id)).toMatchObject({ name: "Clinics", version: 1 });
  await recordDashboardUse(viewer, id);
  const [listed] = await listDashboards(viewer);
  expect(listed).toMatchObject({ usageCount: 1, lastUsedAt: "2026-11-20T08:00:00.000Z" });
});

test("a valid id of another workspace reads as missing by every verb", async () => {
  const { dashboard, editor, queryId } = await arrange();
  const stranger = (await createWorkspace()).as("OWNER");
  const id = { dashboardId: dashboard.id };
  const attempts = [
    () => getDashboard(stranger, id),
    () => saveDashboard(stranger, edited(dashboard)),
    () => deleteDashboard(stranger, id),
    () => restoreDashboard(stranger, id),
    () => recordDashboardUse(stranger, id),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
  expect(await listDashboards(stranger)).toEqual([]);
  const borrowed = createDashboard(stranger, { name: "Copy", widgets: [metric(queryId, "a", at(0, 0))] });
  await expect(borrowed).rejects.toMatchObject({ code: "invalid_input" });
  expect(await getDashboard(editor, id)).toEqual(dashboard);
});

test("a widget's query must exist here, but one deleted since does not block the save", async () => {
  const { editor, queryId, dashboard } = await arrange();
  const unknown = saveDashboard(
    editor,
    edited(dashboard, { widgets: [metric(randomUUID(), "revenue", at(0, 0))] }),
  );
  await expect(unknown).rejects.toMatchObject({
    code: "invalid_input",
    details: { widgetKey: "revenue", fields: { "widgets.0.queryId": expect.stringContaining('"revenue"') } },
  });
  await withOwner((client) => client.query("UPDATE queries SET deleted_at = now() WHERE id = $1", [queryId]));
  const renamed = await saveDashboard(editor, edited(dashboard, { name: "Still saved" }));
  expect(renamed.widgets).toHaveLength(2);
  const added = saveDashboard(
    editor,
    edited(renamed, { widgets: [...renamed.widgets, metric(queryId, "new", at(0, 8))] }),
  );
  await expect(added).rejects.toMatchObject({ code: "invalid_input" });
});

test.each([
  ["outside to the right", [at(10, 0)]],
  ["left of the grid", [at(-1, 0)]],
  ["above the grid", [at(0, -1)]],
  ["wider than the grid", [at(0, 0, 13)]],
  ["without height", [at(0, 0, 3, 0)]],
  ["between two columns", [at(0.5, 0)]],
  ["on top of another", [at(0, 0), at(2, 1)]],
])("a layout %s is refused", async (_where, layouts) => {
  const { editor, queryId, dashboard } = await arrange();
  const widgets = layouts.map((layout, index) => metric(queryId, `w${index}`, layout));
  await expect(saveDashboard(editor, edited(dashboard, { widgets }))).rejects.toThrow();
  expect((await getDashboard(editor, { dashboardId: dashboard.id })).version).toBe(1);
});

test("a private dashboard exists for its owner alone, and only the owner can hide a shared one", async () => {
  const { workspace, editor, dashboard } = await arrange();
  const admin = workspace.as("ADMIN");
  const id = { dashboardId: dashboard.id };
  const sharing = { ...id, visibility: "PRIVATE", isOpenToEditors: true } as const;
  await expect(changeDashboardSharing(admin, sharing)).rejects.toMatchObject({ code: "forbidden" });
  expect((await changeDashboardSharing(editor, sharing)).visibility).toBe("PRIVATE");
  const hidden = await getDashboard(editor, id);
  for (const ctx of [admin, workspace.as("VIEWER"), workspace.as("OWNER")]) {
    await expect(getDashboard(ctx, id)).rejects.toMatchObject({ code: "not_found" });
    expect(await listDashboards(ctx)).toEqual([]);
  }
  await expect(saveDashboard(admin, edited(hidden))).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteDashboard(admin, id)).rejects.toMatchObject({ code: "not_found" });
  expect(await names(editor)).toEqual(["Clinics"]);
  // What is published says nothing about who sees it.
  expect((await saveDashboard(editor, edited(hidden))).visibility).toBe("PRIVATE");
});

test("a deleted dashboard is gone from sight and comes back whole", async () => {
  const { editor, dashboard } = await arrange();
  const id = { dashboardId: dashboard.id };
  expect(await deleteDashboard(editor, id)).toEqual({ id: dashboard.id, name: "Clinics" });
  expect(await names(editor)).toEqual([]);
  await expect(getDashboard(editor, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(saveDashboard(editor, edited(dashboard))).rejects.toMatchObject({ code: "not_found" });
  const restored = await restoreDashboard(editor, id);
  expect(restored.widgets).toEqual(dashboard.widgets);
  await expect(restoreDashboard(editor, id)).rejects.toMatchObject({ code: "not_found" });
});

test("a name is taken once, whatever its case, and a restore says so too", async () => {
  const { editor, dashboard } = await arrange();
  await expect(createDashboard(editor, { name: "clinics" })).rejects.toMatchObject({
    code: "conflict",
    details: { fields: { name: expect.stringContaining('"clinics"') } },
  });
  await deleteDashboard(editor, { dashboardId: dashboard.id });
  const second = await createDashboard(editor, { name: "clinics" });
  expect(second.name).toBe("clinics");
  await expect(restoreDashboard(editor, { dashboardId: dashboard.id })).rejects.toMatchObject({
    code: "conflict",
  });
});

const names = async (ctx: RequestContext) => (await listDashboards(ctx)).map((entry) => entry.name);

async function widgetId(dashboardId: string, key: string): Promise<string | undefined> {
  const { rows } = await withOwner((client) =>
    client.query<{ id: string }>("SELECT id FROM widgets WHERE dashboard_id = $1 AND key = $2", [
      dashboardId,
      key,
    ]),
  );
  return rows[0]?.id;
}
