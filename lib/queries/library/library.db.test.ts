import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  copyQuery,
  createFromTemplate,
  createQuery,
  deleteQuery,
  getQuery,
  getQueryUses,
  listDeletedQueries,
  listOwnedQueries,
  listQueries,
  listQueryVersions,
  prepareFigure,
  restoreQuery,
  restoreQueryVersion,
  setFavouriteQuery,
  transferOwnedQueries,
  transferQuery,
  updateQuery,
} from "@/lib/queries";
import { QUERY_TEMPLATES } from "@/lib/queries/library/templates";
import { withOwner } from "@/tests/support/database";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "@/tests/support/source";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

const definition = { kind: "sql" as const, sql: "select shop, amount from shop.sales" };
const missing = { code: "not_found" };

async function setUp() {
  const workspace = await createWorkspace();
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop);
  return { workspace, dataSourceId, editor: workspace.as("EDITOR"), viewer: workspace.as("VIEWER") };
}

/** Two departments, one below the other; the viewer works in the lower one as a nurse. */
async function placeViewer({
  id: workspaceId,
  ...workspace
}: TestWorkspace): Promise<{ above: string; other: string }> {
  const actor = workspace.as("VIEWER").actor;
  return withOwner(async (client) => {
    const add = async (name: string, parentId: string | null) =>
      (
        await client.query<{ id: string }>(
          "INSERT INTO departments (id, workspace_id, name, parent_id) VALUES (gen_random_uuid(), $1, $2, $3) RETURNING id",
          [workspaceId, name, parentId],
        )
      ).rows[0]?.id ?? "";
    const above = await add("Clinics", null);
    const below = await add("Clinic North", above);
    const other = await add("Finance", null);
    await client.query(
      "UPDATE memberships SET department_id = $1, job_role = 'Nurse' WHERE workspace_id = $2 AND user_id = $3",
      [below, workspaceId, actor.kind === "user" ? actor.userId : null],
    );
    return { above, other };
  });
}

describe("who sees a query", () => {
  it("is its owner, and others as its visibility says", async () => {
    const { workspace, dataSourceId, editor, viewer } = await setUp();
    const { above, other } = await placeViewer(workspace);
    const base = { dataSourceId, definition };
    const ids = {
      open: (await createQuery(editor, { ...base, name: "Open" })).id,
      private: (await createQuery(editor, { ...base, name: "Private", visibility: "PRIVATE" })).id,
      mine: (
        await createQuery(editor, { ...base, name: "Clinics", visibility: "DEPARTMENT", departmentId: above })
      ).id,
      theirs: (
        await createQuery(editor, { ...base, name: "Finance", visibility: "DEPARTMENT", departmentId: other })
      ).id,
      nurses: (
        await createQuery(editor, { ...base, name: "Nurses", visibility: "ROLE", jobRoles: ["Nurse"] })
      ).id,
      doctors: (
        await createQuery(editor, { ...base, name: "Doctors", visibility: "ROLE", jobRoles: ["Doctor"] })
      ).id,
    };
    const namesFor = async (ctx: typeof editor) => (await listQueries(ctx)).map(({ name }) => name);
    expect(await namesFor(editor)).toEqual(["Clinics", "Doctors", "Finance", "Nurses", "Open", "Private"]);
    expect(await namesFor(viewer)).toEqual(["Clinics", "Nurses", "Open"]);
    expect(await namesFor(workspace.as("ADMIN"))).toEqual([
      "Clinics",
      "Doctors",
      "Finance",
      "Nurses",
      "Open",
    ]);
    for (const queryId of [ids.private, ids.theirs, ids.doctors])
      await expect(getQuery(viewer, { queryId })).rejects.toMatchObject(missing);
    for (const queryId of [ids.open, ids.mine, ids.nurses])
      expect((await getQuery(viewer, { queryId })).id).toBe(queryId);
    await expect(getQuery(workspace.as("OWNER"), { queryId: ids.private })).rejects.toMatchObject(missing);
  });

  it("also decides whose figures it makes", async () => {
    const { workspace, dataSourceId, editor, viewer } = await setUp();
    const hidden = await createQuery(editor, { name: "H", dataSourceId, definition, visibility: "PRIVATE" });
    const figure = {
      queryId: hidden.id,
      visual: { kind: "table" as const, title: "T", columns: [], totals: false, maxRows: 5 },
      range: { kind: "relative", name: "all_time" } as const,
    };
    await expect(prepareFigure(viewer, figure, { purpose: "DASHBOARD" })).rejects.toMatchObject(missing);
    expect((await prepareFigure(editor, figure, { purpose: "DASHBOARD" })).rows).toBe(92);
    expect((await prepareFigure(workspace.system(), figure, { purpose: "REPORT" })).rows).toBe(92);
  });

  it("needs a department of this workspace, a job role, and the owner's own wish to be private", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const other = await createWorkspace();
    const { above: foreign } = await placeViewer(other);
    const base = { name: "Q", dataSourceId, definition };
    await expect(
      createQuery(editor, { ...base, visibility: "DEPARTMENT", departmentId: foreign }),
    ).rejects.toMatchObject({ details: { fields: { departmentId: expect.stringMatching(/Choose/) } } });
    await expect(createQuery(editor, { ...base, visibility: "ROLE" })).rejects.toMatchObject({
      details: { fields: { jobRoles: expect.stringMatching(/job role/) } },
    });
    const query = await createQuery(editor, base);
    await expect(
      updateQuery(workspace.as("ADMIN"), { ...base, queryId: query.id, visibility: "PRIVATE" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the library", () => {
  it("keeps favourites for each person", async () => {
    const { dataSourceId, editor, viewer } = await setUp();
    const { id: queryId } = await createQuery(editor, { name: "Q", dataSourceId, definition });
    await setFavouriteQuery(viewer, { queryId, isFavourite: true });
    await setFavouriteQuery(viewer, { queryId, isFavourite: true });
    expect([
      (await getQuery(viewer, { queryId })).isFavourite,
      (await getQuery(editor, { queryId })).isFavourite,
    ]).toEqual([true, false]);
    await setFavouriteQuery(viewer, { queryId, isFavourite: false });
    expect((await getQuery(viewer, { queryId })).isFavourite).toBe(false);
  });

  it("copies into one's own, private query", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const query = await createQuery(editor, {
      name: "Q",
      dataSourceId,
      definition,
      tags: ["x"],
      isTemplate: true,
    });
    const admin = workspace.as("ADMIN");
    const copy = await copyQuery(admin, { queryId: query.id, name: "Mine" });
    expect(copy).toMatchObject({
      name: "Mine",
      tags: ["x"],
      visibility: "PRIVATE",
      isTemplate: false,
      version: 1,
    });
    expect(copy.ownerId).not.toBe(query.ownerId);
    await expect(copyQuery(admin, { queryId: query.id, name: "mine" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("restores a version as a new one", async () => {
    const { dataSourceId, editor } = await setUp();
    const base = { name: "Q", dataSourceId };
    const { id: queryId } = await createQuery(editor, { ...base, definition });
    await updateQuery(editor, { ...base, queryId, definition: { kind: "sql", sql: "select 2" } });
    const back = await restoreQueryVersion(editor, { queryId, number: 1 });
    expect([back.version, back.definition]).toEqual([3, expect.objectContaining(definition)]);
    expect((await listQueryVersions(editor, { queryId })).map(({ changeNote }) => changeNote)).toEqual([
      "Back to version 1",
      "",
      "",
    ]);
    await expect(restoreQueryVersion(editor, { queryId, number: 9 })).rejects.toMatchObject(missing);
  });

  it("says who needs a query, and keeps what was deleted", async () => {
    const { workspace, dataSourceId, editor, viewer } = await setUp();
    const shops = await createQuery(editor, { name: "Shops", dataSourceId, definition });
    const chooser = await createQuery(editor, {
      name: "Sales of a shop",
      dataSourceId,
      definition: {
        kind: "sql",
        sql: "select * from shop.sales where shop = {{shop}}",
        parameters: [
          {
            name: "shop",
            type: "text",
            options: { kind: "query", queryId: shops.id, valueColumn: "shop" },
          },
        ],
      },
    });
    expect(await getQueryUses(viewer, { queryId: shops.id })).toEqual([
      { noun: "query", id: chooser.id, name: "Sales of a shop" },
    ]);
    await expect(deleteQuery(editor, { queryId: shops.id })).rejects.toThrow(/the query “Sales of a shop”/);
    await deleteQuery(editor, { queryId: chooser.id });
    workspace.clock.set("2026-11-20T09:00:00Z");
    const admin = workspace.as("ADMIN");
    await deleteQuery(admin, { queryId: shops.id });
    expect(await listDeletedQueries(editor)).toMatchObject([
      { name: "Shops", deletedByName: admin.actor.name },
      { name: "Sales of a shop", deletedByName: editor.actor.name },
    ]);
    await createQuery(editor, { name: "shops", dataSourceId, definition });
    await expect(restoreQuery(editor, { queryId: shops.id })).rejects.toMatchObject({ code: "conflict" });
    expect((await restoreQuery(editor, { queryId: chooser.id })).name).toBe("Sales of a shop");
    await expect(restoreQuery(editor, { queryId: chooser.id })).rejects.toMatchObject(missing);
  });

  it("is given to somebody else by its owner or an admin", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const { id: queryId } = await createQuery(workspace.as("ADMIN"), { name: "Q", dataSourceId, definition });
    const actorOf = (ctx: typeof editor) => (ctx.actor.kind === "user" ? ctx.actor.userId : "");
    const ownerId = actorOf(editor);
    await expect(transferQuery(editor, { queryId, ownerId })).rejects.toMatchObject({ code: "forbidden" });
    expect((await transferQuery(workspace.as("ADMIN"), { queryId, ownerId })).ownerId).toBe(ownerId);
    const stranger = actorOf((await createWorkspace()).as("EDITOR"));
    await expect(transferQuery(editor, { queryId, ownerId: stranger })).rejects.toMatchObject(missing);
    const reader = actorOf(workspace.as("VIEWER"));
    await expect(transferQuery(editor, { queryId, ownerId: reader })).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining("is a viewer and could not change it"),
    });
  });

  it("of somebody who leaves are given on by admins, some or all, private ones only then", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const [admin, owner] = [workspace.as("ADMIN"), workspace.as("OWNER")];
    const idOf = (ctx: typeof editor) => (ctx.actor.kind === "user" ? ctx.actor.userId : "");
    const make = async (name: string, visibility: "WORKSPACE" | "PRIVATE" = "WORKSPACE") =>
      (await createQuery(editor, { name, dataSourceId, definition, visibility })).id;
    const [a, b, secret] = [await make("A"), await make("B"), await make("Secret", "PRIVATE")];
    await deleteQuery(editor, { queryId: b });
    const give = { fromUserId: idOf(editor), ownerId: idOf(owner) };
    const from = { userId: idOf(editor) };
    expect(await listOwnedQueries(admin, from)).toEqual({
      queries: [
        { id: a, name: "A", isDeleted: false },
        { id: b, name: "B", isDeleted: true },
      ],
      privateCount: 0,
    });
    await expect(listOwnedQueries(editor, from)).rejects.toMatchObject({ code: "forbidden" });
    await expect(transferOwnedQueries(editor, give)).rejects.toMatchObject({ code: "forbidden" });
    await expect(transferOwnedQueries(admin, { ...give, queryIds: [secret] })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(
      transferOwnedQueries(admin, { ...give, ownerId: idOf(workspace.as("VIEWER")) }),
    ).rejects.toMatchObject({ details: { fields: { ownerId: expect.stringContaining("is a viewer") } } });
    expect(await transferOwnedQueries(admin, { ...give, queryIds: [a] })).toMatchObject({ count: 1 });
    expect((await getQuery(owner, { queryId: a })).ownerId).toBe(idOf(owner));
    expect(await transferOwnedQueries(admin, give)).toMatchObject({ count: 1 });
    await withOwner((client) =>
      client.query("UPDATE memberships SET deactivated_at = now() WHERE user_id = $1", [idOf(editor)]),
    );
    expect(await listOwnedQueries(admin, from)).toEqual({ queries: [], privateCount: 1 });
    expect(await transferOwnedQueries(admin, give)).toMatchObject({ count: 1 });
    expect((await getQuery(owner, { queryId: secret })).name).toBe("Secret");
  });
});

describe("templates that come with the product", () => {
  it("become queries that answer, from columns that fit", async () => {
    const { dataSourceId, editor } = await setUp();
    for (const { id: templateId, name, slots } of QUERY_TEMPLATES) {
      const columns = slots.map((slot) => {
        const isTime = slot.types.some((type) => type === "date");
        const isNumber = slot.types.every((type) => type === "number");
        return [slot.name, isNumber ? "amount" : isTime ? "day" : "shop"] as const;
      });
      const query = await createFromTemplate(editor, {
        templateId,
        name,
        dataSourceId,
        schema: "shop",
        table: "sales",
        columns: Object.fromEntries(columns),
      });
      const figure = await prepareFigure(
        editor,
        {
          queryId: query.id,
          visual: { kind: "table", title: name, columns: [], totals: false, maxRows: 100 },
          range: { kind: "relative", name: "all_time" },
        },
        { purpose: "EDITOR" },
      );
      expect(figure.rows, templateId).toBeGreaterThan(0);
    }
  });

  it("say which column does not fit", async () => {
    const { dataSourceId, editor } = await setUp();
    const input = { templateId: "rows-by-week", name: "W", dataSourceId, schema: "shop", table: "sales" };
    await expect(createFromTemplate(editor, { ...input, columns: { when: "shop" } })).rejects.toMatchObject({
      details: { fields: { "columns.when": expect.stringMatching(/“Date”.*date or timestamp/) } },
    });
    await expect(
      createFromTemplate(editor, { ...input, table: "secret", columns: {} }),
    ).rejects.toMatchObject(missing);
  });
});
