/** The query runner against the bare driver: a question that reaches the source, and one whose answer is kept. */
import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import pg from "pg";
import type { RequestContext } from "@/lib/context";
import { createDataSource } from "@/lib/data-sources";
import { createQuery, runQuery } from "@/lib/queries";
import { settleRuns } from "@/lib/queries/runs/run-book";
import type { BenchResult } from "./types";

const RUNS = 31;
const HITS = 400;
const PASSWORD = "bench-reader";
const SQL = "select * from bench_visits order by id limit {{rows}}";
// The text as the server wrote it, as the runner reads it.
const AS_TEXT = { getTypeParser: () => (text: string) => text };

export default async function bench(): Promise<BenchResult[]> {
  const owner = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await owner.connect();
  try {
    const { ctx, queryId } = await arrange(owner);
    return [...(await askSource(owner, ctx, queryId)), ...(await askCache(owner, ctx, queryId))];
  } finally {
    await settleRuns();
    await owner.end();
  }
}

export async function arrange(owner: pg.Client): Promise<{ ctx: RequestContext; queryId: string }> {
  await owner.query(`
    CREATE TABLE bench_visits AS SELECT n AS id, date '2020-01-01' + n % 2000 AS day,
      timestamptz '2020-01-01 08:00+01' + n * interval '17 minutes' AS seen_at, 'Clinic ' || n % 40 AS clinic,
      'Dr. ' || md5((n % 300)::text) AS doctor, n % 90 AS minutes, (n % 100000) / 100.0::numeric(12, 2) AS revenue,
      sqrt(n) AS score, n % 3 = 0 AS is_new, CASE n % 5 WHEN 0 THEN NULL ELSE 'Remark ' || n END AS remark
    FROM generate_series(1, 100000) n;
    ALTER TABLE bench_visits ADD PRIMARY KEY (id);
    ANALYZE bench_visits;
    CREATE ROLE bench_reader LOGIN PASSWORD '${PASSWORD}';
    GRANT SELECT ON bench_visits TO bench_reader`);
  const ctx = await createEditor(owner);
  const url = new URL(process.env.TEST_OWNER_URL ?? "");
  const { id: dataSourceId } = await createDataSource(ctx, {
    kind: "POSTGRESQL",
    name: "Bench",
    settings: {
      host: url.hostname,
      port: Number(url.port),
      database: url.pathname.slice(1),
      user: "bench_reader",
      tls: "disable",
    },
    password: PASSWORD,
  });
  const { id: queryId } = await createQuery(ctx, {
    name: "Visits",
    dataSourceId,
    definition: { kind: "sql", sql: SQL, parameters: [{ name: "rows", type: "number" }] },
  });
  return { ctx, queryId };
}

async function createEditor(owner: pg.Client): Promise<RequestContext> {
  const [workspaceId, userId] = [randomUUID(), randomUUID()];
  await owner.query(
    "INSERT INTO workspaces (id, slug, name, zone, locale) VALUES ($1, 'bench', 'Bench', 'UTC', 'en-GB')",
    [workspaceId],
  );
  await owner.query("INSERT INTO users (id, email, name) VALUES ($1, 'bench@example.com', 'Bench')", [
    userId,
  ]);
  await owner.query(
    "INSERT INTO memberships (id, workspace_id, user_id, role) VALUES ($1, $2, $3, 'ADMIN')",
    [randomUUID(), workspaceId, userId],
  );
  return {
    workspace: {
      id: workspaceId,
      slug: "bench",
      name: "Bench",
      zone: "UTC",
      locale: "en-GB",
      weekStartsOn: 1,
    },
    actor: { kind: "user", userId, name: "Bench", email: "bench@example.com", role: "ADMIN" },
    now: () => new Date(),
    requestId: "bench",
  };
}

/** Alternating, so that whatever else the machine does weighs on both. */
async function askSource(owner: pg.Client, ctx: RequestContext, queryId: string): Promise<BenchResult[]> {
  const rows = 10_000;
  const reader = new URL(process.env.TEST_OWNER_URL ?? "");
  reader.username = "bench_reader";
  reader.password = PASSWORD;
  const client = new pg.Client({ connectionString: String(reader) });
  await client.connect();
  const text = SQL.replace("{{rows}}", "$1");
  const bare: number[] = [];
  const asked: number[] = [];
  const written: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    bare.push(
      await timed(async () => {
        const result = await client.query({ text, values: [rows], rowMode: "array", types: AS_TEXT });
        if (result.rows.length !== rows) throw new Error("The driver read another number of rows.");
      }),
    );
    await owner.query("DELETE FROM analytics_cache");
    asked.push(
      await timed(async () => {
        const result = await runQuery(ctx, { queryId, values: { rows }, purpose: "DASHBOARD" });
        if (result.rows.length !== rows || result.fromCache) throw new Error("The source was not asked.");
      }),
    );
    written.push(await timed(settleRuns));
  }
  await client.end();
  const [reference, value] = [median(bare), median(asked)];
  return [
    { name: "10,000 × 10, bare driver", value: reference, unit: "ms" },
    {
      name: "10,000 × 10, runner",
      value,
      unit: "ms",
      reference: "the bare driver",
      ratio: value / reference,
    },
    { name: "10,000 × 10, kept and recorded after the answer", value: median(written), unit: "ms" },
  ];
}

async function askCache(owner: pg.Client, ctx: RequestContext, queryId: string): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const rows of [100, 10_000]) {
    const ask = async () => {
      const result = await runQuery(ctx, { queryId, values: { rows }, purpose: "DASHBOARD" });
      return result.fromCache;
    };
    await owner.query("DELETE FROM analytics_cache");
    await ask();
    await settleRuns();
    const {
      rows: [kept],
    } = await owner.query<{ id: string }>("SELECT id FROM analytics_cache");
    const bare: number[] = [];
    const asked: number[] = [];
    for (let hit = 0; hit < HITS; hit += 1) {
      bare.push(await timed(() => owner.query("SELECT data FROM analytics_cache WHERE id = $1", [kept?.id])));
      asked.push(
        await timed(async () => {
          if (!(await ask())) throw new Error("The answer was not kept.");
        }),
      );
    }
    const reference = median(bare);
    const name = `${rows.toLocaleString("en-GB")} × 10, kept answer`;
    const compared = (value: number) => ({
      value,
      unit: "ms",
      reference: "one bare SELECT of it",
      ratio: value / reference,
    });
    results.push(
      { name: `${name}, bare SELECT, median`, value: reference, unit: "ms" },
      { name: `${name}, median`, ...compared(median(asked)) },
      { name: `${name}, p95`, ...compared(percentile(asked, 0.95)) },
    );
  }
  return results;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

const median = (values: number[]) => percentile(values, 0.5);
