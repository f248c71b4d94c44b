/**
 * Twelve widgets over ten million rows, as a person meets them: in a browser, from the navigation until the last one is
 * painted; and without the cache, beside the database's own time for the same statements.
 */
import type { Page } from "@playwright/test";
import pg from "pg";
import type { RequestContext } from "@/lib/context";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { createPeople } from "../prisma/seed/demo-workspace/create-people";
import { DEMO_WORKSPACES } from "../prisma/seed/demo-workspace/people";
import { buildWeb } from "../scripts/support/build.mjs";
import { median, medianOf } from "./clock";
import { layoutShift, paintedAfter, scriptKilobytes, signedIn } from "./dashboards/browser";
import { showAll } from "./dashboards/show-all";
import { recordStatements, runBare } from "./dashboards/statements";
import { createVisits, createVisitsDashboard, WIDGETS } from "./dashboards/visits";
import { withBrowser } from "./dashboards/web";
import type { BenchResult } from "./types";

const ADMIN = "admin@demo.example";
/** What reading a dashboard may bring: lib and components included. */
const SCRIPT_BUDGET_KB = 350;

export default async function bench(): Promise<BenchResult[]> {
  const owner = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await owner.connect();
  try {
    await createVisits(owner);
    const people = await createPeople(owner);
    const workspace = DEMO_WORKSPACES[0];
    if (!workspace) throw new Error("There is no demo workspace.");
    const ctx = people.contextOf(workspace, ADMIN, new Date());
    const dashboard = await createVisitsDashboard(ctx, process.env.TEST_OWNER_URL ?? "");
    const uncached = await measureUncached(owner, ctx, dashboard);
    await buildWeb();
    const painted = await measurePage(`/${workspace.slug}`, dashboard);
    return [...uncached, ...painted];
  } finally {
    await owner.end();
  }
}

async function measureUncached(
  owner: pg.Client,
  ctx: RequestContext,
  dashboard: DashboardDto,
): Promise<BenchResult[]> {
  const statements = await recordStatements(owner, "bench_visits", () => showAll(ctx, dashboard));
  const bare: number[] = [];
  const through: number[] = [];
  // In turns, so that a busy moment of the machine falls on both.
  for (let turn = 0; turn < 3; turn += 1) {
    bare.push(await runBare(statements));
    await owner.query("DELETE FROM analytics_cache");
    through.push(await showAll(ctx, dashboard));
  }
  const [bareMs, throughMs] = [median(bare), median(through)];
  const name = `${WIDGETS} widgets over 10 M rows`;
  return [
    { name: `${name}, bare SQL`, value: bareMs, unit: "ms" },
    {
      name: `${name}, uncached`,
      value: throughMs,
      unit: "ms",
      reference: "the same statements on the bare driver",
      ratio: throughMs / bareMs,
    },
  ];
}

async function measurePage(home: string, dashboard: DashboardDto): Promise<BenchResult[]> {
  return withBrowser(async (browser, baseURL) => {
    const context = await signedIn(browser, baseURL, ADMIN);
    const page = await context.newPage();
    const address = `${home}/dashboards/${dashboard.id}`;
    await paintedAfter(page, address, WIDGETS); // Fills the cache, and warms the server's code.
    const painted = await medianOf(7, () => paintedAfter(page, address, WIDGETS));
    const shift = await layoutShift(page);
    const list = await medianOf(7, () => paintedAfter(page, `${home}/lists`, 0));
    return [
      {
        name: `${WIDGETS} widgets, cached: navigation to all painted`,
        value: painted,
        unit: "ms",
        reference: "a page of the same shell without figures",
        ratio: painted / list,
      },
      { name: "layout shift of that page", value: shift, unit: "" },
      await measureScripts(page, address),
    ];
  });
}

async function measureScripts(page: Page, address: string): Promise<BenchResult> {
  const kilobytes = await scriptKilobytes(page, () => paintedAfter(page, address, WIDGETS));
  return {
    name: "JavaScript for viewing a dashboard, compressed",
    value: kilobytes,
    unit: "kB",
    reference: `${SCRIPT_BUDGET_KB} kB`,
    ratio: kilobytes / SCRIPT_BUDGET_KB,
  };
}
