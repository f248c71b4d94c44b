/** The demo company's first dashboard: every widget's figure, with an empty cache and with a full one, against the bare SQL. */
import { performance } from "node:perf_hooks";
import pg from "pg";
import type { RequestContext } from "@/lib/context";
import { getDashboard, listDashboards, widgetData } from "@/lib/dashboards";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { createDemoReader, seedDemoCompany } from "../prisma/seed/demo-company";
import { createDocuments } from "../prisma/seed/demo-workspace/create-documents";
import { createPeople } from "../prisma/seed/demo-workspace/create-people";
import { DEMO_WORKSPACES } from "../prisma/seed/demo-workspace/people";
import type { BenchResult } from "./types";

const RUNS = 7;
const PASSWORD = "bench-reader";
const REFERENCE = "the same statements on the bare driver";

export default async function bench(): Promise<BenchResult[]> {
  const owner = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await owner.connect();
  try {
    const ctx = await arrange(owner);
    const [first] = await listDashboards(ctx);
    if (!first) throw new Error("The demo workspace has no dashboard.");
    const dashboard = await getDashboard(ctx, { dashboardId: first.id });
    await showAll(ctx, dashboard); // Connections and code are warm from here on.
    const statements = await recordStatements(owner, ctx, dashboard);
    const bare = await medianOf(() => runBare(statements));
    const cold = await medianOf(async () => {
      await owner.query("DELETE FROM analytics_cache");
      return timed(() => showAll(ctx, dashboard));
    });
    const warm = await medianOf(() => timed(() => showAll(ctx, dashboard)));
    const name = `${dashboard.widgets.length} widgets of "${dashboard.name}"`;
    return [
      { name: `${name}, bare SQL (${statements.length} statements)`, value: bare, unit: "ms" },
      { name: `${name}, cold`, value: cold, unit: "ms", reference: REFERENCE, ratio: cold / bare },
      { name: `${name}, cached`, value: warm, unit: "ms", reference: REFERENCE, ratio: warm / bare },
    ];
  } finally {
    await owner.end();
  }
}

async function arrange(owner: pg.Client): Promise<RequestContext> {
  const now = new Date("2026-11-20T08:00:00Z");
  await seedDemoCompany(owner, { today: "2026-11-20" });
  await createDemoReader(owner, { role: "harbor_reader", password: PASSWORD });
  const people = await createPeople(owner);
  const workspace = DEMO_WORKSPACES[0];
  if (!workspace) throw new Error("There is no demo workspace.");
  const url = new URL(process.env.TEST_OWNER_URL ?? "");
  const settings = {
    host: url.hostname,
    port: Number(url.port),
    database: url.pathname.slice(1),
    user: "harbor_reader",
    tls: "disable" as const,
    caCertificate: "",
  };
  await createDocuments(people, workspace, { settings, password: PASSWORD }, now);
  return people.contextOf(workspace, "editor@demo.example", now);
}

async function showAll(ctx: RequestContext, dashboard: DashboardDto): Promise<void> {
  const { id: dashboardId, filters, widgets } = dashboard;
  await Promise.all(
    widgets.map(({ key: widgetKey }) => widgetData(ctx, { dashboardId, widgetKey, range: filters.range })),
  );
}

/** What the data source was really asked, taken from PostgreSQL itself. */
async function recordStatements(
  owner: pg.Client,
  ctx: RequestContext,
  dashboard: DashboardDto,
): Promise<{ text: string; values: unknown[] }[]> {
  const recorded: { text: string; values: unknown[] }[] = [];
  const query = pg.Client.prototype.query;
  await owner.query("DELETE FROM analytics_cache");
  const spy = function (this: pg.Client, ...args: unknown[]) {
    const [config] = args as [{ text?: string; values?: unknown[] } | undefined];
    const text = config?.text;
    if (text?.includes("harbor_health")) recorded.push({ text, values: config?.values ?? [] });
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  };
  Object.assign(pg.Client.prototype, { query: spy });
  try {
    await showAll(ctx, dashboard);
  } finally {
    Object.assign(pg.Client.prototype, { query });
  }
  if (recorded.length === 0) throw new Error("No statement of the dashboard was seen.");
  return recorded;
}

async function runBare(statements: { text: string; values: unknown[] }[]): Promise<number> {
  const pool = new pg.Pool({ connectionString: process.env.TEST_OWNER_URL, max: 4 });
  await Promise.all(Array.from({ length: 4 }, () => pool.query("SELECT 1")));
  const ms = await timed(() => Promise.all(statements.map((statement) => pool.query(statement))));
  await pool.end();
  return ms;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function medianOf(measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let run = 0; run < RUNS; run += 1) values.push(await measure());
  return values.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}
