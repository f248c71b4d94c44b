import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RequestContext } from "@/lib/context";
import {
  createDashboard,
  createFromWorkspaceTemplate,
  dashboardData,
  deleteDashboard,
  deleteWorkspaceTemplate,
  getDashboard,
  listDashboards,
  listWorkspaceTemplates,
  previewWorkspaceTemplate,
  renameWorkspaceTemplate,
  saveAsTemplate,
  saveDashboard,
  shareDashboard,
} from "@/lib/dashboards";
import type { DashboardDto, WidgetInput } from "@/lib/dashboards/schemas";
import { deletePicture, uploadPicture } from "@/lib/pictures";
import { createQuery, deleteQuery, getQuery } from "@/lib/queries";
import { withOwner } from "@/tests/support/database";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { gather } from "@/tests/support/gather";
import { drawPicture, inPieces } from "@/tests/support/pictures";
import { addSource, createShop, dropShop, type TestSource } from "@/tests/support/source";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

const SALES = `SELECT day, shop, amount FROM shop.sales
  WHERE day >= {{from}} AND day < {{to}} AND ({{only}}::text IS NULL OR shop = {{only}})`;
/** Other names, one of them the same. */
const VISITS =
  "SELECT day, upper(shop) AS clinic, 2 AS visits FROM shop.sales WHERE day >= {{from}} AND day < {{to}}";

const PERIOD = [
  { name: "from", type: "date" as const },
  { name: "to", type: "date" as const },
];
const range = { kind: "absolute" as const, from: "2026-10-01", to: "2026-10-31" };
const frame = { x: 0, w: 6, h: 4 };

const figures = (queryId: string): WidgetInput[] => [
  {
    key: "total",
    queryId,
    visual: { kind: "metric", title: "Takings", value: "amount" },
    parameters: { only: "North" },
    layout: { ...frame, y: 0 },
  },
  {
    key: "shops",
    queryId,
    visual: { kind: "bar", title: "Takings by shop", x: "shop", y: ["amount"] },
    layout: { ...frame, y: 4 },
  },
  {
    key: "words",
    queryId: null,
    visual: { kind: "text", title: "", markdown: "What was taken in {{period}}" },
    layout: { ...frame, y: 8 },
  },
];

/** Another editor of the workspace. */
async function colleague(workspace: TestWorkspace): Promise<RequestContext> {
  const [userId, email] = [randomUUID(), `colleague@${workspace.slug}.example`];
  await withOwner(async (client) => {
    await client.query("INSERT INTO users (id, email, name) VALUES ($1, $2, $2)", [userId, email]);
    await client.query(
      "INSERT INTO memberships (id, workspace_id, user_id, role) VALUES ($1, $2, $3, 'EDITOR')",
      [randomUUID(), workspace.id, userId],
    );
  });
  return { ...workspace.as("EDITOR"), actor: { kind: "user", userId, email, name: email, role: "EDITOR" } };
}

/** A private dashboard of a private query, saved as a template. */
async function arrange(visibility: "PRIVATE" | "WORKSPACE" = "PRIVATE") {
  const workspace = await createWorkspace();
  const source = await addSource(workspace.as("ADMIN"), shop);
  const author = workspace.as("EDITOR");
  const other = await colleague(workspace);
  const make = (ctx: RequestContext, name: string, sql: string, more: object = {}) =>
    createQuery(ctx, {
      name,
      dataSourceId: source.id,
      definition: { kind: "sql", sql, parameters: [...PERIOD, ...(sql === SALES ? [ONLY] : [])] },
      ...more,
    });
  const query = await make(author, "Board figures", SALES, { visibility });
  const visits = await make(other, "Visits", VISITS);
  const dashboard = await createDashboard(author, {
    name: "Takings",
    description: "Of the board",
    visibility: "PRIVATE",
    filters: {
      range,
      fields: [
        {
          name: "place",
          label: "Place",
          type: "text",
          options: { kind: "query", queryId: query.id, valueColumn: "shop" },
        },
      ],
    },
    widgets: figures(query.id),
  });
  const template = await saveAsTemplate(author, {
    dashboardId: dashboard.id,
    name: "Takings of a place",
    description: "To begin from",
  });
  return { workspace, author, other, query, visits, dashboard, template, id: { templateId: template.id } };
}
const ONLY = { name: "only", type: "text" as const, isRequired: false };

async function answersOf(ctx: RequestContext, { id, widgets }: DashboardDto) {
  const widgetKeys = widgets.flatMap(({ key, queryId }) => (queryId ? [key] : []));
  return gather(await dashboardData(ctx, { dashboardId: id, view: { range }, widgetKeys }));
}

const replaced = (queryId: string) => ({
  q1: { kind: "replaced" as const, queryId, columns: { shop: "clinic", amount: "visits" } },
});

describe("a template of the workspace", () => {
  test("is a copy: what happens to the dashboard does not change it, and it is no dashboard", async () => {
    const { author, other, dashboard, id } = await arrange("WORKSPACE");
    await saveDashboard(author, {
      ...dashboard,
      dashboardId: dashboard.id,
      expectedVersion: 1,
      name: "Emptied",
      widgets: [],
    });
    await deleteDashboard(author, { dashboardId: dashboard.id });
    expect(await listDashboards(other)).toEqual([]);
    const made = await createFromWorkspaceTemplate(other, { ...id, name: "Mine" });
    expect(made).toMatchObject({ name: "Mine", description: "To begin from", visibility: "PRIVATE" });
    expect(made.widgets.map(({ visual }) => visual.title)).toEqual(["Takings", "Takings by shop", ""]);
    const answers = await answersOf(other, made);
    expect(answers.map(({ error }) => error)).toEqual([undefined, undefined]);
    // The value that was typed for its parameter came along.
    expect(made.widgets[0]?.parameters).toEqual({ only: "North" });
  });

  test("is drawn from another query, with its columns in place of the first ones", async () => {
    const { other, visits, id } = await arrange();
    const preview = await previewWorkspaceTemplate(other, { ...id, queries: replaced(visits.id) });
    expect(preview.map(({ model, note }) => [model?.kind, note])).toEqual([
      ["metric", undefined],
      ["bar", undefined],
      [undefined, undefined],
    ]);
    expect(preview[2]?.content).toMatchObject({
      kind: "text",
      markdown: "What was taken in 1–31 October 2026",
    });
    const made = await createFromWorkspaceTemplate(other, {
      ...id,
      name: "Visits",
      queries: replaced(visits.id),
    });
    expect(made.widgets.slice(0, 2)).toMatchObject([
      { queryId: visits.id, visual: { value: "visits" }, parameters: {} },
      { queryId: visits.id, visual: { x: "clinic", y: ["visits"] } },
    ]);
    expect(made.filters.fields[0]?.options).toMatchObject({ queryId: visits.id, valueColumn: "clinic" });
    const [total, shops] = await answersOf(other, made);
    expect(JSON.stringify(total?.data?.model)).toContain("62");
    expect(JSON.stringify(shops?.data?.model)).toContain("NORTH");
  });

  test("is looked at tab by tab", async () => {
    const { other, author, visits } = await arrange("WORKSPACE");
    const tab = (key: string) => ({ key, name: key, sections: [{ key: `${key}-main`, name: "" }] });
    const all = figures(visits.id).map((widget, index) => ({
      ...widget,
      section: index === 1 ? "shops-main" : "all-main",
    }));
    const tabbed = await createDashboard(author, {
      name: "Tabbed",
      settings: { tabs: [tab("all"), tab("shops")] },
      widgets: all,
    });
    const { id: templateId } = await saveAsTemplate(author, { dashboardId: tabbed.id, name: "Tabbed" });
    const listed = (await listWorkspaceTemplates(other)).find(({ id }) => id === templateId);
    expect(listed?.tabs.map(({ name, outline }) => [name, outline.map(({ title }) => title)])).toEqual([
      ["all", ["Takings", ""]],
      ["shops", ["Takings by shop"]],
    ]);
    const titles = async (key?: string) =>
      (await previewWorkspaceTemplate(other, { templateId, ...(key ? { tab: key } : {}) })).map(
        ({ title }) => title,
      );
    expect(await titles()).toEqual(["Takings", ""]);
    expect(await titles("shops")).toEqual(["Takings by shop"]);
    // A tab that is not there any more is the first one.
    expect(await titles("gone")).toEqual(["Takings", ""]);
  });

  test("words and units follow the columns of the other query", async () => {
    const { author, other, visits } = await arrange("WORKSPACE");
    const total = figures(visits.id)
      .slice(0, 1)
      .map((widget) => ({
        ...widget,
        parameters: {},
        visual: { kind: "metric" as const, title: "Visits", value: "visits", unit: "count" as const },
      }));
    const counted = await createDashboard(author, { name: "Counted", widgets: total });
    const { id: templateId } = await saveAsTemplate(author, { dashboardId: counted.id, name: "Counted" });
    const { definition, dataSourceId } = await getQuery(other, { queryId: visits.id });
    const money = await createQuery(other, {
      name: "Money",
      dataSourceId: dataSourceId ?? "",
      definition: {
        ...definition,
        sql: SALES,
        parameters: [...PERIOD, ONLY],
        columnUnits: { amount: "currency:EUR" },
      },
    } as Parameters<typeof createQuery>[1]);
    const queries = { q1: { kind: "replaced" as const, queryId: money.id, columns: { visits: "amount" } } };
    const [preview] = await previewWorkspaceTemplate(other, { templateId, queries });
    expect(preview).toMatchObject({ title: "Amount", model: { unit: "currency:EUR" } });
  });

  test("says of a column that the other query lacks why there is no figure", async () => {
    const { other, visits, id } = await arrange();
    const queries = { q1: { kind: "replaced" as const, queryId: visits.id, columns: {} } };
    const [total] = await previewWorkspaceTemplate(other, { ...id, queries });
    expect(total).toMatchObject({ model: null, note: expect.stringContaining("amount") });
  });

  test("can be used with nothing chosen yet, also by those who see its query", async () => {
    const { author, id } = await arrange();
    const made = await createFromWorkspaceTemplate(author, {
      ...id,
      name: "Bare",
      queries: { q1: { kind: "empty" } },
    });
    expect(made.widgets.map(({ visual, layout }) => [visual.kind, layout.y])).toEqual([
      ["text", 0],
      ["text", 4],
      ["text", 8],
    ]);
    expect(made.filters.fields[0]).toMatchObject({ name: "place", options: null });
  });

  test("keeps its pictures", async () => {
    const { author } = await arrange();
    const picture = await uploadPicture(author, { fileName: "logo.png" }, inPieces(await drawPicture()));
    const dashboard = await createDashboard(author, {
      name: "With a logo",
      widgets: [
        {
          key: "logo",
          queryId: null,
          visual: { kind: "image", title: "", pictureId: picture.id, alt: "Our logo" },
          layout: { ...frame, y: 0 },
        },
      ],
    });
    await saveAsTemplate(author, { dashboardId: dashboard.id, name: "Letterhead" });
    await deleteDashboard(author, { dashboardId: dashboard.id });
    await expect(deletePicture(author, { pictureId: picture.id })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Letterhead (template)"),
    });
  });
});

describe("a query that the person does not see", () => {
  test("has no name, no figures and no values in the gallery; its place says so", async () => {
    const { workspace, author, other, query, id } = await arrange();
    const [own] = await listWorkspaceTemplates(author);
    expect(own?.queries).toEqual([
      {
        slot: "q1",
        query: { id: query.id, name: "Board figures" },
        columns: [
          { name: "amount", types: ["number"] },
          { name: "shop", types: expect.arrayContaining(["text"]) },
        ],
        usedBy: ["Takings", "Takings by shop", "Place"],
      },
    ]);
    // Also for admins: the query is private.
    for (const stranger of [other, workspace.as("ADMIN")]) {
      const [seen] = await listWorkspaceTemplates(stranger);
      expect(seen?.queries[0]).toMatchObject({ slot: "q1", query: null });
      const preview = await previewWorkspaceTemplate(stranger, id);
      expect(preview.map(({ model }) => model)).toEqual([null, null, null]);
      expect(preview[0]?.content).toMatchObject({
        title: "Takings",
        markdown: expect.stringContaining("not shared with you"),
      });
      for (const text of [JSON.stringify(seen), JSON.stringify(preview)])
        for (const secret of [query.id, "Board figures", "North", "1.5"]) expect(text).not.toContain(secret);
    }
  });

  test("leaves words where its figures would stand, and nothing of it in the new dashboard", async () => {
    const { other, query, id } = await arrange();
    const kept = { q1: { kind: "kept" as const } };
    for (const queries of [kept, {}]) {
      const made = await createFromWorkspaceTemplate(other, {
        ...id,
        name: `Bare ${queries === kept}`,
        queries,
      });
      expect(made.widgets.map(({ visual }) => visual.kind)).toEqual(["text", "text", "text"]);
      const stored = JSON.stringify(await getDashboard(other, { dashboardId: made.id }));
      for (const secret of [query.id, "Board figures", "North"]) expect(stored).not.toContain(secret);
    }
  });

  test("gives its values to no other query", async () => {
    const { other, visits, id } = await arrange();
    const made = await createFromWorkspaceTemplate(other, {
      ...id,
      name: "No values",
      queries: replaced(visits.id),
    });
    expect(JSON.stringify(made)).not.toContain("North");
  });

  test("cannot be chosen in place of another", async () => {
    const { other, query, id } = await arrange();
    const input = { ...id, queries: replaced(query.id) };
    const refused = {
      code: "invalid_input",
      details: { fields: { "queries.q1.queryId": expect.any(String) } },
    };
    await expect(createFromWorkspaceTemplate(other, { ...input, name: "Taken" })).rejects.toMatchObject(
      refused,
    );
    await expect(previewWorkspaceTemplate(other, input)).rejects.toMatchObject(refused);
  });

  test("that was deleted is left empty for its owner, too", async () => {
    const { author, query, dashboard, id } = await arrange();
    await deleteDashboard(author, { dashboardId: dashboard.id });
    await deleteQuery(author, { queryId: query.id });
    expect((await listWorkspaceTemplates(author))[0]?.queries[0]?.query).toBeNull();
    const made = await createFromWorkspaceTemplate(author, { ...id, name: "Afterwards" });
    expect(made.widgets.map(({ visual }) => visual.kind)).toEqual(["text", "text", "text"]);
  });
});

describe("who may", () => {
  test("save: whoever edits the dashboard, not whoever sees it", async () => {
    const { workspace, author, other, dashboard } = await arrange();
    const input = { dashboardId: dashboard.id, name: "Another" };
    await expect(saveAsTemplate(other, input)).rejects.toMatchObject({ code: "not_found" });
    const target = {
      kind: "person" as const,
      userId: other.actor.kind === "user" ? other.actor.userId : "",
    };
    await shareDashboard(author, { dashboardId: dashboard.id, target, access: "VIEW" });
    await expect(saveAsTemplate(other, input)).rejects.toMatchObject({ code: "forbidden" });
    await shareDashboard(author, { dashboardId: dashboard.id, target, access: "EDIT" });
    expect(await saveAsTemplate(other, input)).toMatchObject({ name: "Another", mayManage: true });
    await expect(saveAsTemplate(workspace.as("VIEWER"), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(saveAsTemplate(author, { ...input, name: "ANOTHER" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("rename and delete: its author and admins", async () => {
    const { workspace, author, other, id } = await arrange();
    const renamed = { ...id, name: "Takings, anew", description: "Clearer" };
    await expect(renameWorkspaceTemplate(other, renamed)).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteWorkspaceTemplate(other, id)).rejects.toMatchObject({ code: "forbidden" });
    await renameWorkspaceTemplate(author, renamed);
    expect(await listWorkspaceTemplates(other)).toMatchObject([
      { name: "Takings, anew", description: "Clearer", mayManage: false, authorName: author.actor.name },
    ]);
    const made = await createFromWorkspaceTemplate(author, { ...id, name: "Stays" });
    await deleteWorkspaceTemplate(workspace.as("ADMIN"), id);
    expect(await listWorkspaceTemplates(author)).toEqual([]);
    expect(await getDashboard(author, { dashboardId: made.id })).toMatchObject({ name: "Stays" });
  });

  test("use: editors of the workspace, nobody of another", async () => {
    const { workspace, id } = await arrange();
    const elsewhere = await createWorkspace();
    const stranger = elsewhere.as("OWNER");
    expect(await listWorkspaceTemplates(stranger)).toEqual([]);
    const attempts: (() => Promise<unknown>)[] = [
      () => createFromWorkspaceTemplate(stranger, { ...id, name: "Theirs" }),
      () => previewWorkspaceTemplate(stranger, id),
      () => renameWorkspaceTemplate(stranger, { ...id, name: "Theirs" }),
      () => deleteWorkspaceTemplate(stranger, id),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    const viewer = workspace.as("VIEWER");
    await expect(listWorkspaceTemplates(viewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(previewWorkspaceTemplate(viewer, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(createFromWorkspaceTemplate(viewer, { ...id, name: "Mine" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
