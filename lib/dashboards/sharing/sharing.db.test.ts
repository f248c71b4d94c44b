import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { RequestContext, Role } from "@/lib/context";
import {
  changeDashboardSharing,
  createDashboard,
  deleteDashboard,
  getDashboard,
  listDashboards,
  listDeletedDashboards,
  listOwnedDashboards,
  readAudience,
  restoreDashboard,
  restoreDashboardVersion,
  saveDashboard,
  saveDashboardDraft,
  shareDashboard,
  transferOwnedDashboards,
  transferDashboard,
  unshareDashboard,
} from "@/lib/dashboards";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { withOwner } from "@/tests/support/database";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";

const forbidden = { code: "forbidden" };
const missing = { code: "not_found" };
const userIdOf = ({ actor }: RequestContext) => (actor.kind === "user" ? actor.userId : "");

type Place = { role?: Role; jobRole?: string; departmentId?: string };

async function person(workspace: TestWorkspace, name: string, place: Place = {}): Promise<RequestContext> {
  const userId = randomUUID();
  const email = `${userId}@example.com`;
  const { role = "EDITOR", jobRole = null, departmentId = null } = place;
  await withOwner(async (client) => {
    await client.query("INSERT INTO users (id, email, name) VALUES ($1, $2, $3)", [userId, email, name]);
    await client.query(
      `INSERT INTO memberships (id, workspace_id, user_id, role, job_role, department_id)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [randomUUID(), workspace.id, userId, role, jobRole, departmentId],
    );
  });
  return { ...workspace.as("EDITOR"), actor: { kind: "user", userId, name, email, role } };
}

async function department(workspace: TestWorkspace, name: string, parentId: string | null = null) {
  const id = randomUUID();
  await withOwner((client) =>
    client.query("INSERT INTO departments (id, workspace_id, name, parent_id) VALUES ($1, $2, $3, $4)", [
      id,
      workspace.id,
      name,
      parentId,
    ]),
  );
  return id;
}

async function arrange() {
  const workspace = await createWorkspace();
  const care = await department(workspace, "Care");
  const ward = await department(workspace, "Ward", care);
  const owner = await person(workspace, "Olga Owner");
  const dashboard = await createDashboard(owner, { name: "Beds", visibility: "PRIVATE" });
  return { workspace, care, ward, owner, dashboard, id: { dashboardId: dashboard.id } };
}

const sees = async (ctx: RequestContext, { id }: DashboardDto) => {
  const listed = (await listDashboards(ctx)).some((entry) => entry.id === id);
  const found = await getDashboard(ctx, { dashboardId: id }).then(
    () => true,
    () => false,
  );
  expect(found).toBe(listed);
  return found;
};

const changeOf = ({ id, version, name, filters, settings }: DashboardDto) => ({
  dashboardId: id,
  expectedVersion: version,
  name: `${name}!`,
  filters,
  settings,
  widgets: [],
});
const mayChange = async (ctx: RequestContext, { id }: DashboardDto) => {
  const dashboard = await getDashboard(ctx, { dashboardId: id });
  const saved = await saveDashboard(ctx, changeOf(dashboard)).then(
    () => true,
    (error: unknown) => {
      expect(error).toMatchObject(forbidden);
      return false;
    },
  );
  expect(dashboard.access.edit).toBe(saved);
  return saved;
};

describe("who sees a dashboard", () => {
  test("by its department: its people and those of departments below it", async () => {
    const { workspace, care, ward, owner, dashboard, id } = await arrange();
    const nurse = await person(workspace, "Nora Nurse", { role: "VIEWER", departmentId: ward });
    const clerk = await person(workspace, "Carl Clerk", { role: "VIEWER" });
    expect(await sees(nurse, dashboard)).toBe(false);
    await changeDashboardSharing(owner, {
      ...id,
      visibility: "DEPARTMENT",
      departmentId: care,
      isOpenToEditors: true,
    });
    expect(await sees(nurse, dashboard)).toBe(true);
    expect(await sees(clerk, dashboard)).toBe(false);
    expect(await sees(workspace.as("ADMIN"), dashboard)).toBe(true);
  });

  test("by job role", async () => {
    const { workspace, owner, dashboard, id } = await arrange();
    const matron = await person(workspace, "Mia Matron", { role: "VIEWER", jobRole: "Matron" });
    await changeDashboardSharing(owner, {
      ...id,
      visibility: "ROLE",
      jobRoles: ["Matron"],
      isOpenToEditors: true,
    });
    expect(await sees(matron, dashboard)).toBe(true);
    expect(await sees(workspace.as("VIEWER"), dashboard)).toBe(false);
  });

  test("by a share of a private one, until it is taken back", async () => {
    const { workspace, ward, owner, dashboard, id } = await arrange();
    const viewer = workspace.as("VIEWER");
    const nurse = await person(workspace, "Nora Nurse", { role: "VIEWER", departmentId: ward });
    const target = { kind: "person", userId: userIdOf(viewer) } as const;
    await shareDashboard(owner, { ...id, target, access: "VIEW" });
    expect(await sees(viewer, dashboard)).toBe(true);
    expect(await sees(nurse, dashboard)).toBe(false);
    // Private means private to admins, too.
    expect(await sees(workspace.as("ADMIN"), dashboard)).toBe(false);
    await shareDashboard(owner, {
      ...id,
      target: { kind: "department", departmentId: ward },
      access: "VIEW",
    });
    expect(await sees(nurse, dashboard)).toBe(true);
    await unshareDashboard(owner, { ...id, target });
    expect(await sees(viewer, dashboard)).toBe(false);
    await expect(unshareDashboard(owner, { ...id, target })).rejects.toMatchObject(missing);
  });

  test("is told to those who edit it, with every reason", async () => {
    const { workspace, care, ward, owner, id } = await arrange();
    await person(workspace, "Nora Nurse", { role: "VIEWER", departmentId: ward, jobRole: "Nurse" });
    const helper = await person(workspace, "Hugo Helper");
    await changeDashboardSharing(owner, {
      ...id,
      visibility: "DEPARTMENT",
      departmentId: care,
      isOpenToEditors: true,
    });
    const audience = await shareDashboard(owner, {
      ...id,
      target: { kind: "person", userId: userIdOf(helper) },
      access: "EDIT",
    });
    const told = audience.people.map(({ name, mayEdit, reasons }) => [
      name.split(" ")[0],
      mayEdit,
      reasons.map(({ kind }) => kind),
    ]);
    expect(told).toEqual([
      ["ADMIN", true, ["admin"]],
      ["Hugo", true, ["person"]],
      ["Nora", false, ["department"]],
      ["OWNER", true, ["admin"]],
      ["Olga", true, ["owner"]],
    ]);
    expect(await readAudience(helper, id)).toEqual(audience);
    const viewer = workspace.as("VIEWER");
    await expect(readAudience(viewer, id)).rejects.toMatchObject(forbidden);
  });
});

describe("who changes a dashboard", () => {
  test("every editor who sees it by its visibility, unless that is closed", async () => {
    const { workspace, owner, dashboard, id } = await arrange();
    const editor = workspace.as("EDITOR");
    const open = { ...id, visibility: "WORKSPACE" as const };
    await changeDashboardSharing(owner, { ...open, isOpenToEditors: true });
    expect(await mayChange(editor, dashboard)).toBe(true);
    await changeDashboardSharing(owner, { ...open, isOpenToEditors: false });
    expect(await mayChange(editor, dashboard)).toBe(false);
    expect(await mayChange(workspace.as("ADMIN"), dashboard)).toBe(true);
    expect(await mayChange(owner, dashboard)).toBe(true);
  });

  test("an editor named by a share for editing, not one named for viewing", async () => {
    const { workspace, ward, owner, dashboard, id } = await arrange();
    const editor = workspace.as("EDITOR");
    const target = { kind: "person", userId: userIdOf(editor) } as const;
    await shareDashboard(owner, { ...id, target, access: "VIEW" });
    expect(await mayChange(editor, dashboard)).toBe(false);
    await shareDashboard(owner, { ...id, target, access: "EDIT" });
    expect(await mayChange(editor, dashboard)).toBe(true);
    const nurse = await person(workspace, "Nora Nurse", { departmentId: ward });
    await shareDashboard(owner, {
      ...id,
      target: { kind: "department", departmentId: ward },
      access: "EDIT",
    });
    expect(await mayChange(nurse, dashboard)).toBe(true);
  });

  test("a viewer never, by no route", async () => {
    const { workspace, ward, owner, dashboard, id } = await arrange();
    const viewer = await person(workspace, "Vera Viewer", { role: "VIEWER", departmentId: ward });
    const target = { kind: "person", userId: userIdOf(viewer) } as const;
    await expect(shareDashboard(owner, { ...id, target, access: "EDIT" })).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining("Vera Viewer is a viewer"),
    });
    // Of a department that may edit, a viewer still only views.
    await shareDashboard(owner, {
      ...id,
      target: { kind: "department", departmentId: ward },
      access: "EDIT",
    });
    expect((await getDashboard(viewer, id)).access).toEqual({ edit: false, manage: false });
    const { name, filters, settings } = dashboard;
    const document = {
      name,
      description: "",
      type: "PERSONAL" as const,
      tags: [],
      filters,
      settings,
      widgets: [],
    };
    const sharing = { ...id, visibility: "WORKSPACE" as const, isOpenToEditors: true };
    for (const attempt of [
      () => saveDashboard(viewer, changeOf(dashboard)),
      () => saveDashboardDraft(viewer, { ...id, baseVersion: 1, expectedRevision: 0, document }),
      () => restoreDashboardVersion(viewer, { ...id, number: 1, expectedVersion: 1 }),
      () => changeDashboardSharing(viewer, sharing),
      () => shareDashboard(viewer, { ...id, target, access: "VIEW" }),
      () => unshareDashboard(viewer, { ...id, target }),
      () => transferDashboard(viewer, { ...id, ownerId: userIdOf(viewer) }),
      () => deleteDashboard(viewer, id),
    ])
      await expect(attempt()).rejects.toMatchObject(forbidden);
  });

  test("a system dashboard: admins alone, its owner not", async () => {
    const { workspace, owner, dashboard, id } = await arrange();
    const admin = workspace.as("ADMIN");
    await changeDashboardSharing(owner, { ...id, visibility: "WORKSPACE", isOpenToEditors: true });
    await expect(saveDashboard(owner, { ...changeOf(dashboard), type: "SYSTEM" })).rejects.toMatchObject(
      forbidden,
    );
    await expect(createDashboard(owner, { name: "System", type: "SYSTEM" })).rejects.toMatchObject(forbidden);
    await saveDashboard(admin, { ...changeOf(dashboard), type: "SYSTEM" });
    expect(await mayChange(owner, dashboard)).toBe(false);
    await expect(deleteDashboard(owner, id)).rejects.toMatchObject(forbidden);
    expect(await mayChange(admin, dashboard)).toBe(true);
  });

  test("sharing, deleting and giving away are its owner's and the admins'", async () => {
    const { workspace, owner, id } = await arrange();
    const editor = workspace.as("EDITOR");
    const target = { kind: "person", userId: userIdOf(editor) } as const;
    await shareDashboard(owner, { ...id, target, access: "EDIT" });
    await expect(deleteDashboard(editor, id)).rejects.toMatchObject(forbidden);
    await expect(transferDashboard(editor, { ...id, ownerId: userIdOf(editor) })).rejects.toMatchObject(
      forbidden,
    );
    await expect(shareDashboard(editor, { ...id, target, access: "VIEW" })).rejects.toMatchObject(forbidden);
    await deleteDashboard(owner, id);
    expect((await listDeletedDashboards(owner)).map(({ name }) => name)).toEqual(["Beds"]);
    expect(await listDeletedDashboards(editor)).toEqual([]);
  });

  test("the bin says who deleted it last", async () => {
    const { workspace, owner } = await arrange();
    const admin = workspace.as("ADMIN");
    const { id: dashboardId } = await createDashboard(owner, { name: "Wards" });
    await deleteDashboard(owner, { dashboardId });
    await restoreDashboard(owner, { dashboardId });
    workspace.clock.set("2026-11-20T09:00:00Z");
    await deleteDashboard(admin, { dashboardId });
    expect(await listDeletedDashboards(owner)).toMatchObject([
      { name: "Wards", deletedAt: "2026-11-20T09:00:00.000Z", deletedByName: admin.actor.name },
    ]);
  });
});

describe("giving away", () => {
  test("one dashboard, to somebody who may keep it", async () => {
    const { workspace, owner, dashboard, id } = await arrange();
    const [viewer, editor] = [workspace.as("VIEWER"), workspace.as("EDITOR")];
    await expect(transferDashboard(owner, { ...id, ownerId: userIdOf(viewer) })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await transferDashboard(owner, { ...id, ownerId: userIdOf(editor) });
    expect(await sees(owner, dashboard)).toBe(false);
    expect((await getDashboard(editor, id)).ownerId).toBe(userIdOf(editor));
  });

  test("some of a person's, chosen by whoever gives them away", async () => {
    const { workspace, owner } = await arrange();
    const [admin, editor] = [workspace.as("ADMIN"), workspace.as("EDITOR")];
    const [wards, rooms] = [
      await createDashboard(owner, { name: "Wards" }),
      await createDashboard(owner, { name: "Rooms" }),
    ];
    const give = { fromUserId: userIdOf(owner), ownerId: userIdOf(editor), dashboardIds: [rooms.id] };
    expect(await transferOwnedDashboards(admin, give)).toMatchObject({ count: 1 });
    expect((await getDashboard(admin, { dashboardId: rooms.id })).ownerId).toBe(userIdOf(editor));
    expect((await getDashboard(admin, { dashboardId: wards.id })).ownerId).toBe(userIdOf(owner));
  });

  test("everything of a person: private ones once they have left", async () => {
    const { workspace, owner, dashboard } = await arrange();
    const open = await createDashboard(owner, { name: "Wards" });
    const [admin, editor] = [workspace.as("ADMIN"), workspace.as("EDITOR")];
    const of = { userId: userIdOf(owner) };
    const give = { fromUserId: of.userId, ownerId: userIdOf(editor) };
    expect(await listOwnedDashboards(admin, of)).toMatchObject({
      dashboards: [{ id: open.id, name: "Wards" }],
      privateCount: 0,
    });
    await expect(transferOwnedDashboards(editor, give)).rejects.toMatchObject(forbidden);
    await expect(
      transferOwnedDashboards(admin, { ...give, dashboardIds: [dashboard.id] }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(await transferOwnedDashboards(admin, give)).toMatchObject({ count: 1 });
    expect(await sees(owner, dashboard)).toBe(true);
    await withOwner((client) =>
      client.query("UPDATE memberships SET deactivated_at = now() WHERE user_id = $1", [of.userId]),
    );
    expect(await listOwnedDashboards(admin, of)).toMatchObject({ dashboards: [], privateCount: 1 });
    expect(await transferOwnedDashboards(admin, give)).toMatchObject({ count: 1 });
    expect(await sees(editor, dashboard)).toBe(true);
    await expect(transferOwnedDashboards(admin, give)).rejects.toMatchObject({ code: "conflict" });
  });
});
