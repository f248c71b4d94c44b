import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { RequestContext } from "@/lib/context";
import {
  changeDashboardSharing,
  chooseOwnStart,
  clearDashboardStart,
  clearOwnStart,
  createDashboard,
  deleteDashboard,
  firstDashboard,
  listDashboardStarts,
  setDashboardStart,
} from "@/lib/dashboards";
import { withOwner } from "@/tests/support/database";
import { createWorkspace } from "@/tests/support/factories";

/** A viewer of the ward, which belongs to care, with a job role; and a dashboard for each of them. */
async function arrange() {
  const workspace = await createWorkspace();
  const [admin, viewer] = [workspace.as("ADMIN"), workspace.as("VIEWER")];
  const userId = viewer.actor.kind === "user" ? viewer.actor.userId : "";
  const [care, ward] = [randomUUID(), randomUUID()];
  await withOwner(async (client) => {
    await client.query(
      "INSERT INTO departments (id, workspace_id, name, parent_id) VALUES ($1, $3, 'Care', NULL), ($2, $3, 'Ward', $1)",
      [care, ward, workspace.id],
    );
    await client.query("UPDATE memberships SET department_id = $1, job_role = 'Nurse' WHERE user_id = $2", [
      ward,
      userId,
    ]);
  });
  const make = async (name: string) => (await createDashboard(admin, { name })).id;
  return { workspace, admin, viewer, care, ward, make };
}

const first = async (ctx: RequestContext) => (await firstDashboard(ctx))?.name ?? null;

test("one's own choice goes before the job role, the job role before the department, the nearer before the one above", async () => {
  const { admin, viewer, care, ward, make } = await arrange();
  expect(await first(viewer)).toBeNull();
  await setDashboardStart(admin, {
    target: { of: "department", departmentId: care },
    dashboardId: await make("Care"),
  });
  expect(await firstDashboard(viewer)).toMatchObject({
    name: "Care",
    because: { kind: "department", name: "Care" },
  });
  const wards = { of: "department", departmentId: ward } as const;
  await setDashboardStart(admin, { target: wards, dashboardId: await make("Ward") });
  expect(await first(viewer)).toBe("Ward");
  const nurses = { of: "jobRole", jobRole: "Nurse" } as const;
  await setDashboardStart(admin, { target: nurses, dashboardId: await make("Nurses") });
  expect(await firstDashboard(viewer)).toMatchObject({
    name: "Nurses",
    because: { kind: "jobRole", jobRole: "Nurse" },
  });
  await chooseOwnStart(viewer, { dashboardId: await make("Mine") });
  expect(await firstDashboard(viewer)).toMatchObject({ name: "Mine", because: { kind: "own" } });
  // Others of no department and without a job role are not concerned.
  expect(await first(admin)).toBeNull();

  await clearOwnStart(viewer);
  expect(await first(viewer)).toBe("Nurses");
  await clearDashboardStart(admin, { target: nurses });
  expect(await first(viewer)).toBe("Ward");
  await clearDashboardStart(admin, { target: wards });
  expect(await first(viewer)).toBe("Care");
});

test("a dashboard that is gone or not seen counts as not chosen", async () => {
  const { admin, viewer, care, make } = await arrange();
  const [theirs, mine] = [await make("Care"), await make("Mine")];
  await setDashboardStart(admin, { target: { of: "department", departmentId: care }, dashboardId: theirs });
  await chooseOwnStart(viewer, { dashboardId: mine });
  await deleteDashboard(admin, { dashboardId: mine });
  expect(await first(viewer)).toBe("Care");
  await changeDashboardSharing(admin, { dashboardId: theirs, visibility: "PRIVATE", isOpenToEditors: true });
  expect(await first(viewer)).toBeNull();
  await expect(chooseOwnStart(viewer, { dashboardId: theirs })).rejects.toMatchObject({ code: "not_found" });
});

test("admins see what was decided for whom, and editors decide nothing", async () => {
  const { workspace, admin, care, make } = await arrange();
  const target = { of: "department", departmentId: care } as const;
  const dashboardId = await make("Care");
  await setDashboardStart(admin, { target, dashboardId });
  await setDashboardStart(admin, { target, dashboardId: await make("Care, new") });
  expect(await listDashboardStarts(admin)).toMatchObject([
    { label: "Nurse", people: 1, dashboardId: null, reach: null },
    {
      label: "Care",
      people: 1,
      dashboardName: "Care, new",
      reach: { opens: 1, ownChoice: 0, nearer: 0, unseen: 0 },
    },
    { label: "Ward", people: 1, dashboardId: null },
  ]);
  const editor = workspace.as("EDITOR");
  await expect(setDashboardStart(editor, { target, dashboardId })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(listDashboardStarts(editor)).rejects.toMatchObject({ code: "forbidden" });
});

test("what was decided says for whom it opens, and why not for the others", async () => {
  const { workspace, admin, viewer, care, ward, make } = await arrange();
  const editor = workspace.as("EDITOR");
  await withOwner((client) =>
    client.query("UPDATE memberships SET department_id = $1 WHERE user_id = $2", [
      care,
      editor.actor.kind === "user" ? editor.actor.userId : "",
    ]),
  );
  const target = { of: "department", departmentId: care } as const;
  const dashboardId = await make("Care");
  await setDashboardStart(admin, { target, dashboardId });
  const reach = async () => (await listDashboardStarts(admin)).find(({ label }) => label === "Care")?.reach;
  expect(await reach()).toEqual({ opens: 2, ownChoice: 0, nearer: 0, unseen: 0 });
  await setDashboardStart(admin, {
    target: { of: "department", departmentId: ward },
    dashboardId: await make("Ward"),
  });
  expect(await reach()).toEqual({ opens: 1, ownChoice: 0, nearer: 1, unseen: 0 });
  await chooseOwnStart(viewer, { dashboardId: await make("Mine") });
  expect(await reach()).toEqual({ opens: 1, ownChoice: 1, nearer: 0, unseen: 0 });
  await changeDashboardSharing(admin, { dashboardId, visibility: "PRIVATE", isOpenToEditors: true });
  expect(await reach()).toEqual({ opens: 0, ownChoice: 0, nearer: 0, unseen: 2 });
});
