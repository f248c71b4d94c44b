/** The demo company's first dashboard: every widget's figure, with an empty cache and with a full one, against the bare SQL. */
import pg from "pg";
import type { RequestContext } from "@/lib/context";
import { getDashboard, listDashboards } from "@/lib/dashboards";
import { createDemoReader, seedDemoCompany } from "../prisma/seed/demo-company";
import { createDocuments } from "../prisma/seed/demo-workspace/create-documents";
import { createPeople } from "../prisma/seed/demo-workspace/create-people";
import { DEMO_WORKSPACES } from "../prisma/seed/demo-workspace/people";
import { medianOf } from "./clock";
import { showAll } from "./dashboards/show-all";
import { recordStatements, runBare } from "./dashboards/statements";
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
    const statements = await recordStatements(owner, "harbor_health", () => showAll(ctx, dashboard));
    const bare = await medianOf(RUNS, () => runBare(statements));
    const cold = await medianOf(RUNS, async () => {
      await owner.query("DELETE FROM analytics_cache");
      return showAll(ctx, dashboard);
    });
    const warm = await medianOf(RUNS, () => showAll(ctx, dashboard));
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
