import { describe, expect, it } from "vitest";
import { withTransaction } from "@/lib/db";
import { withOwner } from "@/tests/support/database";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import {
  checkRecipients,
  createList,
  deleteList,
  getList,
  listLists,
  resolveRecipients,
  updateList,
} from "./index";
import type { Recipients } from "./schemas";

const members = (...names: string[]) => names.map((name) => ({ email: `${name}@harbor.example`, name }));

async function allowDomains(workspace: TestWorkspace, ...domains: string[]): Promise<void> {
  await withOwner((client) =>
    client.query("UPDATE workspaces SET allowed_recipient_domains = $2 WHERE id = $1", [
      workspace.id,
      domains,
    ]),
  );
}

async function scheduleTo(workspace: TestWorkspace, name: string, recipients: unknown): Promise<void> {
  await withTransaction(workspace.system(), async (tx) => {
    const report = await tx.reportDefinition.create({
      data: { workspaceId: workspace.id, name: `Report of ${name}`, draft: {} },
    });
    await tx.reportSchedule.create({
      data: {
        workspaceId: workspace.id,
        reportId: report.id,
        name,
        cron: "30 7 * * *",
        zone: "UTC",
        formats: ["PDF"],
        recipients: recipients as object,
      },
    });
  });
}

const resolve = (workspace: TestWorkspace, recipients: Recipients, options = {}) =>
  withTransaction(workspace.system(), (tx) => resolveRecipients(workspace.system(), tx, recipients, options));

describe("lists", () => {
  it("are made, read, listed, changed and deleted", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const created = await createList(admin, {
      name: " Board ",
      description: "Top",
      members: members("zoe", "ada"),
    });
    expect(created).toMatchObject({
      name: "Board",
      kind: "STATIC",
      members: [{ email: "ada@harbor.example" }, { name: "zoe" }],
    });
    expect(await getList(workspace.as("VIEWER"), { listId: created.id })).toEqual({ ...created, usedBy: [] });

    const changed = await updateList(admin, {
      listId: created.id,
      name: "Directors",
      description: "",
      members: [{ email: "ADA@harbor.example", name: "Ada L." }, ...members("kim")],
    });
    expect(changed.members).toEqual([
      { email: "ada@harbor.example", name: "Ada L.", state: "ACTIVE" },
      { email: "kim@harbor.example", name: "kim", state: "ACTIVE" },
    ]);
    expect(await listLists(workspace.as("VIEWER"))).toMatchObject([
      { name: "Directors", memberCount: 2, scheduleCount: 0 },
    ]);

    await deleteList(admin, { listId: created.id });
    expect(await listLists(admin)).toEqual([]);
    await expect(getList(admin, { listId: created.id })).rejects.toThrow("This list does not exist");
  });

  it("keep an inactive member inactive over a save", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const list = await createList(admin, { name: "Board", members: members("ada", "kim") });
    await withTransaction(admin, (tx) =>
      tx.distributionListMember.updateMany({
        where: { email: "kim@harbor.example" },
        data: { state: "INACTIVE" },
      }),
    );
    const saved = await updateList(admin, {
      listId: list.id,
      name: "Board",
      members: members("ada", "kim", "lee"),
    });
    expect(saved.members.map(({ state }) => state)).toEqual(["ACTIVE", "INACTIVE", "ACTIVE"]);
    expect((await listLists(admin))[0]?.memberCount).toBe(2);
  });

  it("are changed by admins only", async () => {
    const workspace = await createWorkspace();
    const list = await createList(workspace.as("ADMIN"), { name: "Board", members: [] });
    for (const role of ["EDITOR", "VIEWER"] as const) {
      const ctx = workspace.as(role);
      await expect(createList(ctx, { name: "Mine", members: [] })).rejects.toThrow(/does not allow/);
      await expect(updateList(ctx, { listId: list.id, name: "Mine", members: [] })).rejects.toThrow(
        /does not allow/,
      );
      await expect(deleteList(ctx, { listId: list.id })).rejects.toThrow(/does not allow/);
    }
  });

  it("of another workspace read as missing", async () => {
    const [a, b] = [await createWorkspace(), await createWorkspace()];
    const { id: listId } = await createList(b.as("ADMIN"), { name: "Board", members: members("ada") });
    const foreign = a.as("OWNER");
    await expect(getList(foreign, { listId })).rejects.toThrow(
      "This list does not exist, or you cannot see it.",
    );
    await expect(updateList(foreign, { listId, name: "Mine", members: [] })).rejects.toThrow(
      "does not exist",
    );
    await expect(deleteList(foreign, { listId })).rejects.toThrow("does not exist");
    expect((await getList(b.as("VIEWER"), { listId })).members).toHaveLength(1);
  });

  it("have unique names among the living, whatever the case", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const first = await createList(admin, { name: "Board", members: [] });
    const second = await createList(admin, { name: "Staff", members: [] });
    await expect(createList(admin, { name: "BOARD", members: [] })).rejects.toMatchObject({
      code: "conflict",
      details: { fields: { name: 'There is already a list named "BOARD". Choose another name.' } },
    });
    await expect(updateList(admin, { listId: second.id, name: "board", members: [] })).rejects.toThrow(
      /already a list/,
    );
    await deleteList(admin, { listId: first.id });
    expect((await createList(admin, { name: "Board", members: [] })).name).toBe("Board");
  });

  it("refuse what is not a list", async () => {
    const admin = (await createWorkspace()).as("ADMIN");
    await expect(createList(admin, { name: "  ", members: [] })).rejects.toThrow(/Give it a name/);
    await expect(createList(admin, { name: "x".repeat(121), members: [] })).rejects.toThrow(/at most 120/);
    await expect(
      createList(admin, { name: "a", description: "x".repeat(2001), members: [] }),
    ).rejects.toThrow(/2000/);
    await expect(createList(admin, { name: "a", members: [{ email: "nobody" }] })).rejects.toThrow(
      /not an e-mail address/,
    );
    await expect(
      createList(admin, { name: "a", members: [...members("ada"), { email: "Ada@Harbor.example" }] }),
    ).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: { "members.1.email": "ada@harbor.example is on the list twice. Remove one." } },
    });
  });

  it("hold only allowed domains", async () => {
    const workspace = await createWorkspace();
    await allowDomains(workspace, "harbor.example", "partner.example");
    await expect(
      createList(workspace.as("ADMIN"), {
        name: "Board",
        members: [...members("ada"), { email: "eve@evil.example" }],
      }),
    ).rejects.toThrow(
      "eve@evil.example is outside the domains this workspace sends to (harbor.example, partner.example).",
    );
  });

  it("used by schedules are not deleted, and the schedules are named", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const { id: listId } = await createList(admin, { name: "Board", members: members("ada") });
    await scheduleTo(workspace, "Morning", [{ type: "list", listId, kind: "TO" }]);
    await scheduleTo(workspace, "Weekly", [
      { type: "list", listId, kind: "CC" },
      { type: "list", listId, kind: "TO" },
    ]);
    await scheduleTo(workspace, "Other", [{ type: "address", email: "a@x.example", kind: "TO" }]);
    await expect(deleteList(admin, { listId })).rejects.toThrow(
      '"Board" receives "Morning", "Weekly". Take it out of those schedules first.',
    );
    expect((await listLists(admin))[0]?.scheduleCount).toBe(2);
    expect((await getList(admin, { listId })).usedBy).toMatchObject([
      { name: "Morning" },
      { name: "Weekly" },
    ]);
  });
});

describe("recipients", () => {
  it("are one per address: To wins over Cc over Bcc, inactive members are left out", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const board = await createList(admin, { name: "Board", members: members("ada", "kim", "off") });
    const staff = await createList(admin, { name: "Staff", members: members("kim", "lee") });
    await withTransaction(admin, (tx) =>
      tx.distributionListMember.updateMany({
        where: { email: "off@harbor.example" },
        data: { state: "INACTIVE" },
      }),
    );
    const resolved = await resolve(workspace, [
      { type: "address", email: "ada@harbor.example", kind: "BCC" },
      { type: "list", listId: staff.id, kind: "CC" },
      { type: "list", listId: board.id, kind: "TO" },
    ]);
    expect(resolved).toEqual([
      {
        email: "ada@harbor.example",
        name: "ada",
        kind: "TO",
        reason: "You receive this because you are on the list Board.",
        blocked: null,
      },
      {
        email: "kim@harbor.example",
        name: "kim",
        kind: "TO",
        reason: "You receive this because you are on the list Board.",
        blocked: null,
      },
      {
        email: "lee@harbor.example",
        name: "lee",
        kind: "CC",
        reason: "You receive this because you are on the list Staff.",
        blocked: null,
      },
    ]);
  });

  it("that may not receive are kept and marked", async () => {
    const workspace = await createWorkspace();
    await allowDomains(workspace, "harbor.example");
    await withTransaction(workspace.system(), (tx) =>
      tx.suppression.create({
        data: { workspaceId: workspace.id, email: "gone@harbor.example", reason: "BOUNCE" },
      }),
    );
    const resolved = await resolve(workspace, [
      { type: "address", email: "ada@harbor.example", kind: "TO" },
      { type: "address", email: "gone@harbor.example", kind: "TO" },
      { type: "address", email: "eve@evil.example", kind: "TO" },
    ]);
    expect(resolved.map(({ blocked }) => blocked)).toEqual([
      null,
      {
        state: "SUPPRESSED",
        why: "gone@harbor.example is on the suppression list: an earlier mail came back.",
      },
      {
        state: "FAILED",
        why: "eve@evil.example is outside the domains this workspace sends to (harbor.example).",
      },
    ]);
  });

  it("of a test are the person who asks, alone", async () => {
    const workspace = await createWorkspace();
    const resolved = await resolve(
      workspace,
      [{ type: "address", email: "ada@harbor.example", kind: "TO" }],
      {
        testTo: { email: "Me@harbor.example", name: "Me" },
      },
    );
    expect(resolved).toEqual([
      {
        email: "me@harbor.example",
        name: "Me",
        kind: "TO",
        reason: "You asked for this test.",
        blocked: null,
      },
    ]);
  });

  it("are checked when saved: lists of this workspace, allowed domains", async () => {
    const [workspace, other] = [await createWorkspace(), await createWorkspace()];
    const foreign = await createList(other.as("ADMIN"), { name: "Board", members: [] });
    await allowDomains(workspace, "harbor.example");
    const check = (recipients: Recipients) =>
      withTransaction(workspace.system(), (tx) => checkRecipients(workspace.system(), tx, recipients));
    await expect(check([{ type: "list", listId: foreign.id, kind: "TO" }])).rejects.toMatchObject({
      details: { fields: { "recipients.0.listId": expect.stringMatching(/does not exist/) } },
    });
    await expect(
      check([
        { type: "address", email: "ada@harbor.example", kind: "TO" },
        { type: "address", email: "eve@evil.example", kind: "CC" },
      ]),
    ).rejects.toMatchObject({
      details: {
        fields: {
          "recipients.1.email": expect.stringContaining(
            "eve@evil.example is outside the domains this workspace sends to (harbor.example).",
          ),
        },
      },
    });
    await expect(
      check([{ type: "address", email: "ada@harbor.example", kind: "TO" }]),
    ).resolves.toBeUndefined();
  });

  it("of a deleted list are nobody", async () => {
    const workspace = await createWorkspace();
    const list = await createList(workspace.as("ADMIN"), { name: "Board", members: members("ada") });
    await deleteList(workspace.as("ADMIN"), { listId: list.id });
    expect(await resolve(workspace, [{ type: "list", listId: list.id, kind: "TO" }])).toEqual([]);
  });
});
