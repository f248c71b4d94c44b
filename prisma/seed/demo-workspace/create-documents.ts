import type pg from "pg";
import type { RequestContext } from "@/lib/context";
import { createDashboard, saveDashboard } from "@/lib/dashboards";
import { checkDataSource, createDataSource, listDataSources, updateDataSource } from "@/lib/data-sources";
import type { ServerSettings } from "@/lib/data-sources/schemas";
import { createList } from "@/lib/distribution";
import { createQuery } from "@/lib/queries";
import { QueryDefinition } from "@/lib/queries/schemas";
import { createReport, publishReport, saveReportDraft } from "@/lib/reports";
import type { ReportBlock } from "@/lib/reports/schemas";
import { createSchedule } from "@/lib/schedules";
import type { RelativeRange } from "@/lib/time/ranges";
import type { DemoContexts } from "./create-people";
import { DEMO_DASHBOARDS } from "./dashboards";
import { DEMO_LISTS } from "./lists";
import { DEMO_QUERIES } from "./queries";
import { DEMO_REPORTS } from "./reports";
import type { DemoBlock, DemoReport, DemoWorkspace } from "./types";

type SourceConnection = { settings: ServerSettings; password: string };
type Ids = Map<string, string>;

const SOURCE_NAME = "Harbor Health database";
const relative = (name: RelativeRange) => ({ kind: "relative", name }) as const;

/** Everything a workspace starts with, made through the same verbs that people use. */
export async function createDocuments(
  people: DemoContexts,
  workspace: DemoWorkspace,
  source: SourceConnection,
  now: Date,
): Promise<void> {
  const admin = people.contextOf(workspace, "admin@demo.example", now);
  const editor = people.contextOf(workspace, "editor@demo.example", now);
  const { id: dataSourceId } = await createDataSource(admin, {
    kind: "POSTGRESQL",
    name: SOURCE_NAME,
    ...source,
  });
  await checkDataSource(admin, { dataSourceId });
  const queries = await createQueries(editor, dataSourceId);
  await createDashboards(editor, queries);
  const lists: Ids = new Map();
  for (const { key, ...list } of DEMO_LISTS) lists.set(key, (await createList(admin, list)).id);
  const reports: Ids = new Map();
  for (const report of DEMO_REPORTS) reports.set(report.key, await createDemoReport(editor, report, queries));
  await createSchedules(editor, workspace, reports, lists);
}

/** The embedded database may answer on another port than last time. */
export async function refreshDemoSource(
  client: pg.ClientBase,
  source: SourceConnection,
  now: Date,
): Promise<void> {
  const { rows } = await client.query<{
    id: string;
    slug: string;
    name: string;
    zone: string;
    locale: string;
    weekStartsOn: number;
  }>('SELECT id, slug, name, zone, locale, week_starts_on AS "weekStartsOn" FROM workspaces WHERE is_demo');
  for (const workspace of rows) {
    const ctx: RequestContext = {
      workspace,
      actor: { kind: "system", name: "seed" },
      now: () => now,
      requestId: "seed",
    };
    const existing = (await listDataSources(ctx)).find((entry) => entry.name === SOURCE_NAME);
    if (!existing) continue;
    const dataSourceId = existing.id;
    const isThere = JSON.stringify(existing.settings) === JSON.stringify(source.settings);
    if (!isThere) await updateDataSource(ctx, { ...existing, dataSourceId, ...source });
    if (!isThere || existing.state === "UNCHECKED") await checkDataSource(ctx, { dataSourceId });
  }
}

async function createQueries(ctx: RequestContext, dataSourceId: string): Promise<Ids> {
  const ids: Ids = new Map();
  for (const { key, sql, parameters, columnUnits, ...query } of DEMO_QUERIES) {
    const definition = QueryDefinition.parse({ kind: "sql", sql, parameters, columnUnits });
    ids.set(key, (await createQuery(ctx, { ...query, dataSourceId, definition })).id);
  }
  return ids;
}

function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`The demo workspace names "${key}", which it does not define.`);
  return id;
}

async function createDashboards(ctx: RequestContext, queries: Ids): Promise<void> {
  // The first one last: lists show what was changed last on top.
  for (const { name, description, defaultRange, widgets } of [...DEMO_DASHBOARDS].reverse()) {
    const dashboard = await createDashboard(ctx, { name, description });
    await saveDashboard(ctx, {
      dashboardId: dashboard.id,
      expectedVersion: dashboard.version,
      name,
      description,
      filters: { range: relative(defaultRange) },
      settings: {},
      widgets: widgets.map(({ queryKey, ...widget }) => ({ ...widget, queryId: idOf(queries, queryKey) })),
    });
  }
}

async function createDemoReport(ctx: RequestContext, report: DemoReport, queries: Ids): Promise<string> {
  const { name, description } = report;
  const created = await createReport(ctx, { name, description });
  await saveReportDraft(ctx, {
    reportId: created.id,
    expectedRevision: created.draftRevision,
    name,
    description,
    document: {
      range: relative(report.defaultRange),
      blocks: report.blocks.map((block, index) => reportBlock(block, `block-${index + 1}`, queries)),
    },
  });
  await publishReport(ctx, { reportId: created.id, changeNote: "First version" });
  return created.id;
}

function reportBlock(block: DemoBlock, id: string, queries: Ids): ReportBlock {
  switch (block.kind) {
    case "heading":
    case "text":
    case "page_break":
      return { id, ...block };
    case "metrics":
      return {
        id,
        kind: "metrics",
        items: block.items.map(({ queryKey, visual }, index) => ({
          id: `${id}-${index + 1}`,
          queryId: idOf(queries, queryKey),
          parameters: {},
          visual,
        })),
      };
    case "chart":
      return {
        id,
        kind: "chart",
        queryId: idOf(queries, block.queryKey),
        parameters: {},
        visual: block.visual,
      };
    case "table":
      return {
        id,
        kind: "table",
        queryId: idOf(queries, block.queryKey),
        parameters: {},
        visual: block.visual,
      };
  }
}

async function createSchedules(
  ctx: RequestContext,
  workspace: DemoWorkspace,
  reports: Ids,
  lists: Ids,
): Promise<void> {
  const to = (key: string) => ({ type: "list" as const, listId: idOf(lists, key), kind: "TO" as const });
  await createSchedule(ctx, {
    name: "Clinic operations, monthly",
    reportId: idOf(reports, "monthly-clinic-operations"),
    cron: "30 7 1 * *",
    zone: workspace.zone,
    formats: ["PDF", "XLSX"],
    recipients: [to("clinic-managers")],
    message: "Good morning. Here is how your clinics did last month.",
  });
  await createSchedule(ctx, {
    name: "Executive brief, Mondays",
    reportId: idOf(reports, "executive-brief"),
    cron: "0 7 * * 1",
    zone: workspace.zone,
    formats: ["PDF"],
    recipients: [to("board"), { type: "address", email: "owner@demo.example", kind: "TO" }],
  });
}
