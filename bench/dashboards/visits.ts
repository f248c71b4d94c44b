/** Ten million generated visits, and a dashboard of twelve widgets over them. */
import type pg from "pg";
import type { RequestContext } from "@/lib/context";
import { createDashboard } from "@/lib/dashboards";
import type { DashboardDto, WidgetInput } from "@/lib/dashboards/schemas";
import { createDataSource } from "@/lib/data-sources";
import { createQuery } from "@/lib/queries";

export const VISITS = 10_000_000;
const READER = { user: "visits_reader", password: "bench-reader" };

/** A year of visits, of 24 clinics and 6 kinds, without a random number: every run reads the same rows. */
export async function createVisits(owner: pg.Client, rows: number = VISITS): Promise<void> {
  await owner.query(`
    CREATE SCHEMA bench_visits;
    CREATE UNLOGGED TABLE bench_visits.visits AS
      SELECT n AS id, date '2025-12-01' + (n * 7 % 365)::int AS day, 'Clinic ' || lpad((n * 13 % 24 + 1)::text, 2, '0') AS clinic,
        (ARRAY['First', 'Follow-up', 'Remote', 'Urgent', 'Check-up', 'Other'])[n * 31 % 6 + 1] AS kind,
        (n * 17 % 900 + 20)::int AS euros, (n * 11 % 90)::int AS waited_minutes, n * 37 % 100 < 8 AS missed
      FROM generate_series(1::bigint, ${rows}) n;
    ANALYZE bench_visits.visits;
    CREATE ROLE ${READER.user} LOGIN PASSWORD '${READER.password}';
    GRANT USAGE ON SCHEMA bench_visits TO ${READER.user};
    GRANT SELECT ON bench_visits.visits TO ${READER.user};`);
}

/** Twelve questions, each of which reads all rows of its period. */
const QUESTIONS: Record<string, string> = {
  Revenue: "SELECT sum(euros) AS revenue FROM v",
  Visits: "SELECT count(*) AS visits FROM v",
  Missed: "SELECT avg(missed::int) AS missed FROM v",
  Waiting: "SELECT avg(waited_minutes) AS minutes FROM v",
  "Revenue by month":
    "SELECT date_trunc('month', day)::date AS month, sum(euros) AS revenue FROM v GROUP BY 1 ORDER BY 1",
  "Visits by day": "SELECT day, count(*) AS visits FROM v GROUP BY 1 ORDER BY 1",
  "Revenue by clinic": "SELECT clinic, sum(euros) AS revenue FROM v GROUP BY 1 ORDER BY 2 DESC",
  "Visits by kind": "SELECT kind, count(*) AS visits FROM v GROUP BY 1 ORDER BY 2 DESC",
  "Missed by clinic": "SELECT clinic, avg(missed::int) AS missed FROM v GROUP BY 1 ORDER BY 2 DESC",
  "Kinds by month":
    "SELECT date_trunc('month', day)::date AS month, kind, count(*) AS visits FROM v GROUP BY 1, 2 ORDER BY 1",
  "Waiting by clinic": "SELECT clinic, avg(waited_minutes) AS minutes FROM v GROUP BY 1 ORDER BY 1",
  Clinics:
    "SELECT clinic, kind, count(*) AS visits, sum(euros) AS revenue FROM v GROUP BY 1, 2 ORDER BY 1, 2",
};
export const WIDGETS = Object.keys(QUESTIONS).length;

const IN_PERIOD = "WITH v AS (SELECT * FROM bench_visits.visits WHERE day >= {{from}} AND day < {{to}})";
const PERIOD = { kind: "absolute", from: "2025-12-01", to: "2026-11-30" } as const;

/** The dashboard, its queries and their source, made by an admin of the workspace. */
export async function createVisitsDashboard(ctx: RequestContext, serverUrl: string): Promise<DashboardDto> {
  const sourceId = await createVisitsSource(ctx, serverUrl);
  const widgets: WidgetInput[] = [];
  for (const [name, select] of Object.entries(QUESTIONS)) {
    const queryId = await createVisitsQuery(ctx, sourceId, name, select);
    widgets.push(widgetFor(name, queryId, widgets.length));
  }
  return createDashboard(ctx, { name: "Visits", filters: { range: PERIOD }, widgets });
}

/** The same charts over and over, three in a row: a page that is heavy to draw. */
export async function createChartsDashboard(
  ctx: RequestContext,
  serverUrl: string,
  charts: number,
): Promise<DashboardDto> {
  const sourceId = await createVisitsSource(ctx, serverUrl);
  const name = "Kinds by month";
  const queryId = await createVisitsQuery(ctx, sourceId, name, QUESTIONS[name] ?? "");
  const widgets = Array.from({ length: charts }, (_, index): WidgetInput => {
    const box = { x: (index % 3) * 4, y: Math.floor(index / 3) * 4, w: 4, h: 4 };
    return {
      key: `w-${index}`,
      queryId,
      visual: { ...visualFor(name), title: `Chart ${index + 1}` },
      layout: box,
    };
  });
  return createDashboard(ctx, { name: "Charts", filters: { range: PERIOD }, widgets });
}

async function createVisitsSource(ctx: RequestContext, serverUrl: string): Promise<string> {
  const url = new URL(serverUrl);
  const { id } = await createDataSource(ctx, {
    name: "Visits",
    kind: "POSTGRESQL",
    settings: {
      host: url.hostname,
      port: Number(url.port),
      database: url.pathname.slice(1),
      user: READER.user,
      tls: "disable",
      caCertificate: "",
    },
    password: READER.password,
  });
  return id;
}

async function createVisitsQuery(
  ctx: RequestContext,
  dataSourceId: string,
  name: string,
  select: string,
): Promise<string> {
  const { id } = await createQuery(ctx, {
    name: `Bench ${name}`,
    dataSourceId,
    definition: {
      kind: "sql",
      sql: `${IN_PERIOD} ${select}`,
      parameters: [
        { name: "from", type: "date" },
        { name: "to", type: "date" },
      ],
    },
  });
  return id;
}

function widgetFor(title: string, queryId: string, index: number): WidgetInput {
  const box = { x: (index % 4) * 3, y: Math.floor(index / 4) * 4, w: 3, h: 4 };
  return { key: `w-${index}`, queryId, visual: visualFor(title), layout: box };
}

function visualFor(title: string): WidgetInput["visual"] {
  const [measure = "", by] = title.split(" by ");
  if (title === "Clinics") return { kind: "table", title };
  if (by === undefined)
    return { kind: "metric", title, value: MEASURES[title] ?? "visits", aggregate: "last" };
  if (title === "Kinds by month") return { kind: "area", title, x: "month", y: ["visits"], series: "kind" };
  const y = [MEASURES[measure] ?? "visits"];
  return by === "month" || by === "day"
    ? { kind: "line", title, x: by, y }
    : { kind: "bar", title, x: by, y, horizontal: true };
}

const MEASURES: Record<string, string> = { Revenue: "revenue", Missed: "missed", Waiting: "minutes" };
