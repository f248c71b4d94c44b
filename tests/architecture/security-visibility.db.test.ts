/**
 * A query that is shared with nobody: its name, its text and its rows stay with its owner, whatever shows or lists it.
 * But what its owner puts on a dashboard is shown to whoever sees that: they have vouched for the figure.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestContext } from "@/lib/context";
import * as dashboards from "@/lib/dashboards";
import * as exports_ from "@/lib/exports";
import { listNotifications } from "@/lib/notifications";
import * as queries from "@/lib/queries";
import * as reports from "@/lib/reports";
import { searchByName } from "@/lib/search";
import { withOwner } from "../support/database";
import { gather } from "../support/gather";
import { createWorkspace, type TestWorkspace } from "../support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../support/source";

const NAME = "Namecanary";
const ROW = "rowcanary";
const TEXT = "textcanary";
const sql = `select 'row' || 'canary' as value, 1 as amount /* ${TEXT} */`;
const range = { kind: "relative", name: "last_30_days" } as const;
const visual = { kind: "table" as const, title: "Figure", columns: [], totals: false };

let shop: TestSource;
let workspace: TestWorkspace;
let author: RequestContext;
let ids: Record<"dataSourceId" | "queryId" | "dashboardId" | "reportId" | "exportId" | "runId", string>;

beforeAll(async () => {
  shop = await createShop();
  workspace = await createWorkspace();
  author = workspace.as("EDITOR");
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop);
  const { id: queryId } = await queries.createQuery(author, {
    name: NAME,
    dataSourceId,
    definition: { kind: "sql", sql },
    visibility: "PRIVATE",
  });
  const dashboard = await dashboards.createDashboard(author, {
    name: "Open dashboard",
    widgets: [{ key: "w", queryId, visual, layout: { x: 0, y: 0, w: 6, h: 4 } }],
  });
  const report = await reports.createReportFromDashboard(author, {
    dashboardId: dashboard.id,
    name: "Open report",
  });
  await gather(await dashboards.dashboardData(author, widgetOf(dashboard.id)));
  await queries.prepareFigure(author, { queryId, visual, range }, { purpose: "EDITOR" });
  const { id: exportId } = await exports_.requestExport(author, { of: "query", queryId, format: "CSV" });
  await exports_.runExport(workspace.system(), { exportId, runId: "run" });
  await queries.settleRuns();
  const { runs } = await queries.listRuns(author, { queryId, purpose: "EDITOR" });
  const runId = runs[0]?.id ?? "";
  ids = { dataSourceId, queryId, dashboardId: dashboard.id, reportId: report.id, exportId, runId };
});
afterAll(() => dropShop(shop));

async function otherEditor(): Promise<RequestContext> {
  const userId = randomUUID();
  const email = `${userId}@example.com`;
  await withOwner(async (client) => {
    await client.query("INSERT INTO users (id, email, name) VALUES ($1, $2, 'Other')", [userId, email]);
    await client.query(
      "INSERT INTO memberships (id, workspace_id, user_id, role) VALUES ($1, $2, $3, 'EDITOR')",
      [randomUUID(), workspace.id, userId],
    );
  });
  return { ...author, actor: { kind: "user", userId, name: "Other", email, role: "EDITOR" } };
}

const widgetOf = (dashboardId: string) => ({ dashboardId, view: { range }, widgetKeys: ["w"] });

const people: Record<string, () => RequestContext | Promise<RequestContext>> = {
  "another editor": otherEditor,
  "a viewer": () => workspace.as("VIEWER"),
  "an admin": () => workspace.as("ADMIN"),
  "the workspace's owner": () => workspace.as("OWNER"),
};

/** What it answers, or what it says when it refuses. */
async function told(ctx: RequestContext, ask: (ctx: RequestContext) => Promise<unknown>): Promise<string> {
  const answer = await ask(ctx).catch(({ code, message, details }) => ({ code, message, details }));
  return JSON.stringify(answer, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

const block = (id = "b") => ({ id, kind: "table" as const, queryId: ids.queryId, parameters: {}, visual });
const options = (): Parameters<typeof queries.tryParameterOptions>[1] => ({
  parameter: "p",
  parameters: [{ name: "p", label: "", type: "text", isList: false, isRequired: true, options: feeding() }],
});
const feeding = () => ({
  kind: "query" as const,
  queryId: ids.queryId,
  valueColumn: "nowhere",
  labelColumn: "",
});

const READS: Record<string, (ctx: RequestContext) => Promise<unknown>> = {
  getQuery: (ctx) => queries.getQuery(ctx, ids),
  listQueries: (ctx) => queries.listQueries(ctx),
  "listQueries by its words": (ctx) => queries.listQueries(ctx, { search: NAME }),
  listQueryVersions: (ctx) => queries.listQueryVersions(ctx, ids),
  restoreQueryVersion: (ctx) => queries.restoreQueryVersion(ctx, { ...ids, number: 1 }),
  getQueryUses: (ctx) => queries.getQueryUses(ctx, ids),
  listTableUses: (ctx) => queries.listTableUses(ctx, { ...ids, table: TEXT }),
  listDeletedQueries: (ctx) => queries.listDeletedQueries(ctx),
  copyQuery: (ctx) => queries.copyQuery(ctx, { ...ids, name: "Copy" }),
  setFavouriteQuery: (ctx) => queries.setFavouriteQuery(ctx, { ...ids, isFavourite: true }),
  transferQuery: (ctx) =>
    queries.transferQuery(ctx, { ...ids, ownerId: ctx.actor.kind === "user" ? ctx.actor.userId : "" }),
  deleteQuery: (ctx) => queries.deleteQuery(ctx, ids),
  prepareFigure: (ctx) => queries.prepareFigure(ctx, { ...ids, visual, range }, { purpose: "DASHBOARD" }),
  listParameterOptions: (ctx) => queries.listParameterOptions(ctx, { ...ids, parameter: "p" }),
  tryParameterOptions: (ctx) => queries.tryParameterOptions(ctx, options()),
  listRuns: (ctx) => queries.listRuns(ctx),
  "listRuns of it": (ctx) => queries.listRuns(ctx, { queryId: ids.queryId }),
  listSlowRuns: (ctx) => queries.listSlowRuns(ctx),
  getRun: (ctx) => queries.getRun(ctx, ids),
  readCacheOverview: (ctx) => queries.readCacheOverview(ctx),
  clearCache: (ctx) => queries.clearCache(ctx, { scope: { kind: "query", queryId: ids.queryId } }),
  previewWidget: (ctx) => dashboards.previewWidget(ctx, { ...ids, visual, range }),
  figureColumns: (ctx) => dashboards.figureColumns(ctx, { ...ids, range }),
  getDashboard: (ctx) => dashboards.getDashboard(ctx, ids),
  listDashboardVersions: (ctx) => dashboards.listDashboardVersions(ctx, ids),
  getReport: (ctx) => reports.getReport(ctx, ids),
  prepareReport: (ctx) => reports.prepareReport(ctx, ids),
  listExports: (ctx) => exports_.listExports(ctx),
  getExport: (ctx) => exports_.getExport(ctx, ids),
  cancelExport: (ctx) => exports_.cancelExport(ctx, ids),
  requestExport: (ctx) => exports_.requestExport(ctx, { of: "query", queryId: ids.queryId, format: "CSV" }),
  searchByName: (ctx) => searchByName(ctx, { query: NAME }),
  listNotifications: (ctx) => listNotifications(ctx),
};

describe.each(Object.entries(people))("%s", (_, person) => {
  it.each(Object.entries(READS))("learns nothing of it by %s", async (_name, ask) => {
    const answer = await told(await person(), ask);
    for (const canary of [NAME, ROW, TEXT]) expect(answer).not.toContain(canary);
  });

  it("sees the figure that its owner put on an open dashboard, and neither its name nor its text", async () => {
    const answer = await told(await person(), async (ctx) =>
      gather(await dashboards.dashboardData(ctx, widgetOf(ids.dashboardId))),
    );
    expect(answer).toContain(ROW);
    for (const canary of [NAME, TEXT]) expect(answer).not.toContain(canary);
  });

  it("does not get the file of its export", async () => {
    await expect(exports_.downloadExport(await person(), ids)).rejects.toMatchObject({
      code: expect.stringMatching(/not_found|forbidden/),
    });
  });
});

describe("what others make", () => {
  it("does not show it: neither a new dashboard nor a new figure of one", async () => {
    const ctx = await otherEditor();
    const widget = { key: "x", queryId: ids.queryId, visual, layout: { x: 0, y: 0, w: 6, h: 4 } };
    const refused = { code: "invalid_input" };
    await expect(
      dashboards.createDashboard(ctx, { name: "Theirs", widgets: [widget] }),
    ).rejects.toMatchObject(refused);
  });

  it("does not send it: a run of a report is made for nobody in particular", async () => {
    const ctx = await otherEditor();
    const refused = { code: "invalid_input" };
    await expect(
      reports.createReportFromDashboard(ctx, { dashboardId: ids.dashboardId, name: "Theirs" }),
    ).rejects.toMatchObject(refused);
    const { id, name, draftRevision } = await reports.createReport(ctx, { name: "Their report" });
    const draft = { reportId: id, expectedRevision: draftRevision, name, description: "" };
    await expect(
      reports.saveReportDraft(ctx, { ...draft, document: { blocks: [block()] } }),
    ).rejects.toMatchObject(refused);
  });

  it("leaves a report of the author's as it is: others change the rest, not this figure", async () => {
    const ctx = await otherEditor();
    const { id, name, draft, draftRevision } = await reports.getReport(ctx, { reportId: ids.reportId });
    const input = { reportId: id, expectedRevision: draftRevision, name, description: "Changed" };
    const [figure] = draft.blocks;
    if (figure?.kind !== "table") throw new Error("the report shows the query as a table");
    for (const changed of [
      { ...figure, visual: { ...figure.visual, title: "Other" } },
      { ...figure, parameters: { clinic: "North" } },
    ])
      await expect(
        reports.saveReportDraft(ctx, { ...input, document: { ...draft, blocks: [changed] } }),
      ).rejects.toMatchObject({ code: "invalid_input" });
    const heading = { id: "h", kind: "heading" as const, level: 1 as const, text: "New" };
    const saved = await reports.saveReportDraft(ctx, {
      ...input,
      document: { ...draft, blocks: [heading, figure] },
    });
    expect(saved.draft.blocks).toHaveLength(2);
    expect((await reports.publishReport(ctx, { reportId: id })).latestVersion).toBe(1);
  });
});

describe("an export that was asked for", () => {
  it("ends without a file when the query was taken away meanwhile", async () => {
    const ctx = await otherEditor();
    const shared = await queries.createQuery(author, {
      name: "Shared for a while",
      dataSourceId: ids.dataSourceId,
      definition: { kind: "sql", sql },
    });
    const { id: exportId } = await exports_.requestExport(ctx, {
      of: "query",
      queryId: shared.id,
      format: "CSV",
    });
    await queries.updateQuery(author, { ...shared, queryId: shared.id, visibility: "PRIVATE" });
    await exports_.runExport(workspace.system(), { exportId, runId: "run" });
    const after = await exports_.getExport(ctx, { exportId });
    expect(after).toMatchObject({ state: "FAILED", bytes: 0 });
  });
});

describe("what is known of a person who reads", () => {
  it("is told to the person and to admins, not to others who see the query's runs", async () => {
    const viewer = workspace.as("VIEWER");
    const userId = viewer.actor.kind === "user" ? viewer.actor.userId : "";
    await withOwner((client) =>
      client.query(`UPDATE memberships SET attributes = '{"badge": "badgecanary"}' WHERE user_id = $1`, [
        userId,
      ]),
    );
    const { id: queryId } = await queries.createQuery(author, {
      name: "By badge",
      dataSourceId: ids.dataSourceId,
      definition: { kind: "sql", sql: "select {{me.badge}} as badge" },
    });
    await queries.prepareFigure(viewer, { queryId, visual, range }, { purpose: "DASHBOARD" });
    await queries.settleRuns();
    const parametersOf = async (ctx: RequestContext) =>
      (await queries.listRuns(ctx, { queryId })).runs.map(({ parameters }) => parameters);
    const whole = [{ "me.badge": "badgecanary" }];
    expect(await parametersOf(viewer)).toEqual(whole);
    expect(await parametersOf(workspace.as("ADMIN"))).toEqual(whole);
    expect(await parametersOf(await otherEditor())).toEqual([{}]);
  });

  it("is nobody else's answer: the same query is asked for each", async () => {
    const { id: queryId } = await queries.createQuery(author, {
      name: "Who reads",
      dataSourceId: ids.dataSourceId,
      definition: {
        kind: "sql",
        sql: "select {{me.email}} as email, pg_sleep(0.2)::text",
        cacheSeconds: 600,
      },
    });
    const readers = [workspace.as("VIEWER"), workspace.as("ADMIN"), workspace.as("OWNER"), author];
    const emails = readers.map(({ actor }) => (actor.kind === "user" ? actor.email : ""));
    for (const _ of ["at once", "from what is kept"]) {
      const answers = await Promise.all(
        readers.map((ctx) => queries.runQuery(ctx, { queryId, values: {}, purpose: "DASHBOARD" })),
      );
      expect(answers.map(({ rows }) => rows[0]?.[0])).toEqual(emails);
    }
    const given = { queryId, purpose: "DASHBOARD" as const };
    for (const name of ["me.email", "me"])
      await expect(
        queries.runQuery(workspace.as("VIEWER"), { ...given, values: { [name]: "owner@example.com" } }),
      ).rejects.toMatchObject({ code: "invalid_input" });
    await expect(queries.runQuery(workspace.system(), { ...given, values: {} })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});
