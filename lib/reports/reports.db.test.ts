import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestContext } from "@/lib/context";
import { createDashboard, saveDashboard } from "@/lib/dashboards";
import { createQuery, getQuery, restoreQueryVersion, updateQuery } from "@/lib/queries";
import { deletePicture, uploadPicture } from "@/lib/pictures";
import { closeRenderers } from "@/lib/render";
import { readPdf } from "@/lib/render/testing/pdf-text";
import { addSource, createShop, dropShop, type TestSource } from "@/tests/support/source";
import { createWorkspace } from "@/tests/support/factories";
import { drawPicture, inPieces } from "@/tests/support/pictures";
import * as reports from "./index";
import type { ReportBlock, ReportDto } from "./schemas";

let source: TestSource;
beforeAll(async () => {
  source = await createShop();
});
afterAll(async () => {
  await closeRenderers();
  await dropShop(source);
});

const OCTOBER = { kind: "absolute", from: "2026-10-01", to: "2026-10-31" } as const;

async function arrange() {
  const workspace = await createWorkspace();
  const dataSource = await addSource(workspace.as("ADMIN"), source);
  const query = await createQuery(workspace.as("EDITOR"), {
    name: "Sales by shop",
    dataSourceId: dataSource.id,
    definition: {
      kind: "sql",
      sql: "SELECT shop, sum(amount) AS revenue FROM shop.sales WHERE day >= {{from}} AND day < {{to}} GROUP BY shop ORDER BY shop",
      parameters: [
        { name: "from", label: "From", type: "date" },
        { name: "to", label: "To", type: "date" },
      ],
      columnUnits: { revenue: "currency:EUR" },
    },
  });
  return { workspace, editor: workspace.as("EDITOR"), queryId: query.id };
}

const metricRow = (queryId: string, value = "revenue"): ReportBlock => ({
  id: "metrics",
  kind: "metrics",
  items: [
    {
      id: "revenue",
      queryId,
      parameters: {},
      visual: {
        kind: "metric",
        title: "Revenue",
        value,
        aggregate: "sum",
        compare: "none",
        direction: "none",
      },
    },
  ],
});
const heading: ReportBlock = { id: "heading", kind: "heading", level: 1, text: "October" };

async function reportWith(
  ctx: RequestContext,
  blocks: ReportBlock[],
  name = `Report ${randomUUID()}`,
): Promise<ReportDto> {
  const created = await reports.createReport(ctx, { name });
  return save(ctx, created, blocks);
}

function save(ctx: RequestContext, report: ReportDto, blocks: ReportBlock[]): Promise<ReportDto> {
  return reports.saveReportDraft(ctx, {
    reportId: report.id,
    expectedRevision: report.draftRevision,
    name: report.name,
    description: report.description,
    document: { range: OCTOBER, blocks },
  });
}

describe("drafts and versions", () => {
  it("each publish makes the next version, and a restored one changes the draft only", async () => {
    const { editor, queryId } = await arrange();
    const first = await reportWith(editor, [heading]);
    await reports.publishReport(editor, { reportId: first.id, changeNote: "Start" });
    const second = await save(editor, await reports.getReport(editor, { reportId: first.id }), [
      heading,
      metricRow(queryId),
    ]);
    expect(second.hasUnpublishedChanges).toBe(true);
    const published = await reports.publishReport(editor, { reportId: first.id });
    expect(published).toMatchObject({ latestVersion: 2, hasUnpublishedChanges: false });
    expect(published.versions.map((version) => version.number)).toEqual([2, 1]);
    const restored = await reports.restoreReportVersion(editor, { reportId: first.id, number: 1 });
    expect(restored).toMatchObject({ latestVersion: 2, hasUnpublishedChanges: true });
    expect(restored.draft.blocks).toEqual([heading]);
  });

  it("a draft saved meanwhile by somebody else is never overwritten", async () => {
    const { workspace, editor } = await arrange();
    const report = await reportWith(editor, [heading]);
    await save(workspace.as("ADMIN"), report, [{ ...heading, text: "Theirs" }]);
    await expect(save(editor, report, [{ ...heading, text: "Mine" }])).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await reports.getReport(editor, { reportId: report.id })).draft.blocks).toMatchObject([
      { text: "Theirs" },
    ]);
  });

  it("refuses taken names, too long texts and an empty document at publish", async () => {
    const { editor } = await arrange();
    const report = await reportWith(editor, [], "Monthly");
    await expect(reports.createReport(editor, { name: "monthly" })).rejects.toMatchObject({
      code: "conflict",
      details: { fields: { name: expect.stringContaining('"monthly"') } },
    });
    await expect(reports.createReport(editor, { name: "x".repeat(121) })).rejects.toThrow(/120 characters/);
    await expect(
      save(editor, report, [{ id: "t", kind: "text", markdown: "x".repeat(20_001) }]),
    ).rejects.toThrow(/20,000/);
    await expect(reports.publishReport(editor, { reportId: report.id })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it("refuses to publish what depends on who reads, and says which query and why", async () => {
    const { editor, queryId } = await arrange();
    const { dataSourceId } = await getQuery(editor, { queryId });
    const table = { id: "sales", schema: "shop", name: "sales", join: null };
    const shop = { kind: "column" as const, table: "sales", column: "shop", type: "text" as const };
    const value = { kind: "parameter" as const, name: "me.shop" };
    const own = { kind: "filter" as const, field: shop, operator: "equals" as const, value };
    const built = await createQuery(editor, {
      name: "My shop, built",
      dataSourceId,
      definition: {
        kind: "builder",
        builder: {
          tables: [table],
          measures: [{ kind: "count", id: "count", name: "Sales" }],
          filters: { kind: "group", match: "all", items: [own] },
        },
      },
    });
    const written = await createQuery(editor, {
      name: "My shop",
      dataSourceId,
      definition: {
        kind: "sql",
        sql: "SELECT count(*) AS sales FROM shop.sales WHERE shop = {{me.job_role}}",
      },
    });
    const one = await reportWith(editor, [metricRow(written.id)]);
    await expect(reports.publishReport(editor, { reportId: one.id })).rejects.toThrow(
      'depends on who reads: "My shop" ({{me.job_role}})',
    );
    const both = await reportWith(editor, [
      metricRow(queryId),
      { ...metricRow(written.id), id: "w" },
      { ...metricRow(built.id), id: "b" },
    ]);
    await expect(reports.publishReport(editor, { reportId: both.id })).rejects.toThrow(
      '"My shop" ({{me.job_role}}), "My shop, built" ({{me.shop}})',
    );
  });

  it("a query in a published report cannot come to depend on who reads, nor by going back to a version", async () => {
    const { workspace, editor, queryId } = await arrange();
    const query = await getQuery(editor, { queryId });
    const ofReader = {
      ...query.definition,
      kind: "sql" as const,
      sql: "SELECT sum(amount) AS revenue FROM shop.sales WHERE shop = {{me.job_role}} AND day >= {{from}} AND day < {{to}}",
    };
    const report = await reportWith(editor, [metricRow(queryId)]);
    // A draft alone sends nothing: it is refused when it is published.
    await updateQuery(editor, { ...query, queryId, definition: ofReader });
    await restoreQueryVersion(editor, { queryId, number: 1 });
    await reports.publishReport(editor, { reportId: report.id });

    const refusal = `{{me.job_role}}. It stands in a published report, which is the same for everybody it is sent to: "${report.name}"`;
    await expect(updateQuery(editor, { ...query, queryId, definition: ofReader })).rejects.toThrow(refusal);
    await expect(restoreQueryVersion(editor, { queryId, number: 2 })).rejects.toThrow(refusal);
    await updateQuery(editor, { ...query, queryId, name: "Sales of a shop" });

    await reports.saveReportDraft(editor, {
      reportId: report.id,
      expectedRevision: (await reports.getReport(editor, { reportId: report.id })).draftRevision,
      name: report.name,
      description: "",
      document: { range: OCTOBER, blocks: [heading] },
    });
    await reports.publishReport(editor, { reportId: report.id });
    await updateQuery(workspace.as("ADMIN"), { ...query, queryId, definition: ofReader });
  });

  it("viewers read but change nothing; private reports and other workspaces read as missing", async () => {
    const { workspace, editor } = await arrange();
    const other = await createWorkspace();
    const report = await reportWith(editor, [heading]);
    const viewer = workspace.as("VIEWER");
    expect(await reports.listReports(viewer)).toHaveLength(1);
    const input = { reportId: report.id };
    await expect(reports.createReport(viewer, { name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(save(viewer, report, [])).rejects.toMatchObject({ code: "forbidden" });
    for (const verb of [reports.publishReport, reports.deleteReport])
      await expect(verb(viewer, input)).rejects.toMatchObject({ code: "forbidden" });
    for (const verb of [
      reports.getReport,
      reports.publishReport,
      reports.deleteReport,
      reports.prepareReport,
    ])
      await expect(verb(other.as("OWNER"), input)).rejects.toMatchObject({ code: "not_found" });
  });

  it("refuses queries of another workspace", async () => {
    const [mine, theirs] = [await arrange(), await arrange()];
    await expect(reportWith(mine.editor, [metricRow(theirs.queryId)])).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});

describe("from a dashboard", () => {
  it("puts its figures in reading order, metrics side by side", async () => {
    const { editor, queryId } = await arrange();
    const metric = (key: string, x: number, y: number) => ({
      key,
      queryId,
      visual: { kind: "metric" as const, title: key, value: "revenue" },
      layout: { x, y, w: 3, h: 2 },
    });
    const dashboard = await createDashboard(editor, { name: "Sales" });
    await saveDashboard(editor, {
      dashboardId: dashboard.id,
      expectedVersion: dashboard.version,
      name: "Sales",
      filters: { range: OCTOBER },
      settings: {},
      widgets: [
        {
          key: "table",
          queryId,
          visual: { kind: "table", title: "Shops" },
          layout: { x: 0, y: 2, w: 12, h: 4 },
        },
        metric("second", 3, 0),
        metric("first", 0, 0),
      ],
    });
    const report = await reports.createReportFromDashboard(editor, { dashboardId: dashboard.id });
    expect(report).toMatchObject({ name: "Sales", draft: { range: OCTOBER } });
    expect(report.draft.blocks).toMatchObject([
      { kind: "metrics", items: [{ id: "first" }, { id: "second" }] },
      { kind: "table", id: "table" },
    ]);
    const again = await reports.createReportFromDashboard(editor, { dashboardId: dashboard.id });
    expect(again.name).toBe("Sales 2");
  });
});

describe("a picture", () => {
  const draw = async (editor: RequestContext) =>
    uploadPicture(
      editor,
      { fileName: "front.png" },
      inPieces(await drawPicture({ width: 400, height: 200 })),
    );

  it("of a dashboard stands in its report as wide as there, and is printed in every format that shows any", async () => {
    const { editor } = await arrange();
    const { id: pictureId } = await draw(editor);
    const visual = { kind: "image" as const, title: "Front", pictureId, alt: "The front door" };
    const dashboard = await createDashboard(editor, {
      name: "House",
      widgets: [{ key: "front", queryId: null, visual, layout: { x: 0, y: 0, w: 5, h: 4 } }],
    });
    const report = await reports.createReportFromDashboard(editor, { dashboardId: dashboard.id });
    expect(report.draft.blocks).toMatchObject([{ kind: "image", title: "Front", pictureId, width: 5 }]);
    const { document } = await reports.prepareReport(editor, { reportId: report.id });
    expect(document.blocks).toMatchObject([{ kind: "picture", alt: "The front door", share: 5 / 12 }]);
    const file = (format: "PDF" | "HTML") => reports.renderReport(editor, { reportId: report.id, format });
    expect((await readPdf((await file("PDF")).bytes)).pictures).toEqual([1]);
    expect((await file("HTML")).bytes.toString()).toMatch(
      /<img src="data:image\/png;base64,[^"]+" alt="The front door"/,
    );
  });

  it("is held by the report, its draft and the version that is sent, and is told by its words when it is gone", async () => {
    const { workspace, editor } = await arrange();
    const { id: pictureId } = await draw(editor);
    const image: ReportBlock = {
      id: "front",
      kind: "image",
      title: "",
      pictureId,
      alt: "The front door",
      width: 12,
    };
    const report = await reportWith(editor, [image]);
    const remove = () => deletePicture(editor, { pictureId });
    await expect(remove()).rejects.toThrow(`${report.name} (report)`);
    await reports.publishReport(editor, { reportId: report.id });
    const emptied = await save(editor, await reports.getReport(editor, { reportId: report.id }), [heading]);
    await expect(remove()).rejects.toThrow(`${report.name} (report)`);
    await reports.publishReport(editor, { reportId: emptied.id });
    await remove();
    const { document, errors } = await reports.prepareReport(workspace.as("VIEWER"), {
      reportId: report.id,
      version: 1,
    });
    expect(document.blocks).toMatchObject([{ kind: "picture", picture: null, alt: "The front door" }]);
    expect(errors).toEqual([]);
  });

  it("of another workspace is not shown", async () => {
    const { editor } = await arrange();
    const other = await arrange();
    const { id: pictureId } = await draw(other.editor);
    const report = await reportWith(editor, [
      { id: "front", kind: "image", title: "", pictureId, alt: "Elsewhere", width: 12 },
    ]);
    const { document } = await reports.prepareReport(editor, { reportId: report.id });
    expect(document.blocks).toMatchObject([{ kind: "picture", picture: null }]);
  });
});

describe("prepareReport", () => {
  it("prepares every figure over the report's days", async () => {
    const { editor, queryId } = await arrange();
    const report = await reportWith(editor, [heading, metricRow(queryId)]);
    const prepared = await reports.prepareReport(editor, { reportId: report.id });
    // Days 62 to 92 of a series of 1.5 a day: 1.5 × (62 + … + 92).
    expect(prepared.document.blocks[1]).toMatchObject({
      kind: "metrics",
      items: [{ value: 3580.5, text: "€3,581" }],
    });
    expect(prepared.document).toMatchObject({ subtitle: "1–31 October 2026", versionLabel: "Draft" });
    expect(prepared.errors).toEqual([]);
    expect(prepared.blocks).toMatchObject([{ id: "metrics", title: "Revenue", rows: 2 }]);
  });

  it("a broken block is told as such, and the others are still there", async () => {
    const { editor, queryId } = await arrange();
    const report = await reportWith(editor, [heading, metricRow(queryId, "profit")]);
    const prepared = await reports.prepareReport(editor, { reportId: report.id });
    expect(prepared.errors).toMatchObject([
      { blockId: "metrics", title: "Revenue", message: expect.stringContaining("profit") },
    ]);
    expect(prepared.document.blocks).toMatchObject([{ kind: "heading" }, { kind: "error" }]);
  });

  it("renders the draft as a file named after the report and its period", async () => {
    const { editor, queryId } = await arrange();
    const report = await reportWith(editor, [heading, metricRow(queryId)], "Sales: North/South");
    const file = await reports.renderReport(editor, { reportId: report.id, format: "PDF" });
    expect(file).toMatchObject({
      contentType: "application/pdf",
      fileName: "Sales North South, 1–31 October 2026.pdf",
    });
    expect(file.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  });
});

describe("deleteReport", () => {
  it("hides it, and frees its name", async () => {
    const { editor } = await arrange();
    const report = await reportWith(editor, [heading], "Gone");
    await reports.deleteReport(editor, { reportId: report.id });
    await expect(reports.getReport(editor, { reportId: report.id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await reports.createReport(editor, { name: "Gone" })).toMatchObject({ name: "Gone" });
  });
});
