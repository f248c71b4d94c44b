/**
 * The query runner against the bare driver: a question that reaches the source, and one whose answer is kept. What is
 * compared takes turns, so that whatever else the machine does weighs on all alike.
 */
import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import pg from "pg";
import Cursor from "pg-cursor";
import type { RequestContext } from "@/lib/context";
import { createDataSource } from "@/lib/data-sources";
import { createQuery, runQuery } from "@/lib/queries";
import { settleRuns } from "@/lib/queries/runs/run-book";
import type { BenchResult } from "./types";

const ROUNDS = 40;
const HITS = 400;
const WARM_UP = 5;
/** Until the engine has compiled what a server that runs for a while has compiled. */
const WARM_UP_QUESTIONS = 300;
const PASSWORD = "bench-reader";
const SQL = "select * from bench_visits order by id limit {{rows}}";
// The driver's fastest way: nothing is made of the server's text.
const AS_TEXT = { getTypeParser: () => (text: string) => text };

export default async function bench(): Promise<BenchResult[]> {
  const owner = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await owner.connect();
  try {
    const { ctx, queryId } = await arrange(owner);
    for (let rows = 1; rows <= WARM_UP_QUESTIONS; rows += 1)
      await runQuery(ctx, { queryId, values: { rows }, purpose: "DASHBOARD" });
    await settleRuns();
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

async function askSource(owner: pg.Client, ctx: RequestContext, queryId: string): Promise<BenchResult[]> {
  const rows = 10_000;
  const client = await connectReader();
  const question = { text: SQL.replace("{{rows}}", "$1"), values: [String(rows)], rowMode: "array" as const };
  const recording: Sample = { wall: [], cpu: [] };
  const results = await takeTurns(ROUNDS, {
    // As people use it: dates, numbers and truth values become those of JavaScript.
    bare: { work: async () => requireRows((await client.query(question)).rows, rows) },
    runner: {
      work: async () => {
        const result = await runQuery(ctx, { queryId, values: { rows }, purpose: "DASHBOARD" });
        if (result.fromCache) throw new Error("The source was not asked.");
        requireRows(result.rows, rows);
      },
      after: async () => {
        await measure(recording, settleRuns);
        await owner.query("DELETE FROM analytics_cache");
      },
    },
    text: { work: async () => requireRows((await client.query({ ...question, types: AS_TEXT })).rows, rows) },
    cursor: {
      work: async () => {
        const cursor = client.query(new Cursor(question.text, question.values, { rowMode: "array" }));
        requireRows(await cursor.read(rows + 1), rows);
        await cursor.close();
      },
    },
  });
  await client.end();
  const { bare, runner, text, cursor } = results;
  return [
    ...report("10,000 × 10, bare driver", bare),
    ...report("10,000 × 10, runner", runner, { name: "the bare driver", sample: bare }),
    ...report("10,000 × 10, pg-cursor", cursor, { name: "the bare driver", sample: bare }),
    ...report("10,000 × 10, bare driver, text only", text, { name: "the bare driver", sample: bare }),
    ...report("10,000 × 10, kept and recorded after the answer", recording),
  ];
}

async function connectReader(): Promise<pg.Client> {
  const reader = new URL(process.env.TEST_OWNER_URL ?? "");
  reader.username = "bench_reader";
  reader.password = PASSWORD;
  const client = new pg.Client({ connectionString: String(reader) });
  await client.connect();
  return client;
}

async function askCache(owner: pg.Client, ctx: RequestContext, queryId: string): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const rows of [100, 10_000]) {
    const ask = () => runQuery(ctx, { queryId, values: { rows }, purpose: "DASHBOARD" });
    await owner.query("DELETE FROM analytics_cache");
    await ask();
    await settleRuns();
    const { rows: entries } = await owner.query<{ id: string }>("SELECT id FROM analytics_cache");
    // Not by turns: the megabytes that the yardstick reads would be cleared away in the turns of the other.
    const { kept } = await takeTurns(HITS, {
      kept: {
        work: async () => {
          if (!(await ask()).fromCache) throw new Error("The answer was not kept.");
        },
      },
    });
    const { bare } = await takeTurns(HITS, {
      bare: { work: () => owner.query("SELECT data FROM analytics_cache WHERE id = $1", [entries[0]?.id]) },
    });
    const name = `${rows.toLocaleString("en-GB")} × 10, kept answer`;
    results.push(
      ...report(`${name}, bare SELECT`, bare),
      ...report(name, kept, { name: "one bare SELECT of it", sample: bare }),
    );
  }
  return results;
}

function requireRows(rows: unknown[], count: number): void {
  if (rows.length !== count) throw new Error("Another number of rows was read.");
}

/** Milliseconds of each turn: by the clock, and of this process's own work. */
type Sample = { wall: number[]; cpu: number[] };
type Turn = { work: () => Promise<unknown>; after?: () => Promise<unknown> };

/** Each round begins with another one, because each works in the memory that the one before has filled. */
async function takeTurns<Name extends string>(
  rounds: number,
  turns: Record<Name, Turn>,
): Promise<Record<Name, Sample>> {
  const names = Object.keys(turns) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, { wall: [], cpu: [] }])) as unknown as Record<
    Name,
    Sample
  >;
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      await measure(samples[name], turns[name].work);
      await turns[name].after?.();
    }
  }
  for (const { wall, cpu } of Object.values<Sample>(samples)) {
    wall.splice(0, WARM_UP);
    cpu.splice(0, WARM_UP);
  }
  return samples;
}

async function measure(into: Sample, work: () => Promise<unknown>): Promise<void> {
  const [from, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  into.wall.push(performance.now() - from);
  into.cpu.push((user + system) / 1000);
}

function report(name: string, sample: Sample, reference?: { name: string; sample: Sample }): BenchResult[] {
  const line = (suffix: string, read: (of: Sample) => number): BenchResult => {
    const value = read(sample);
    const compared = reference && {
      reference: reference.name,
      ratio: value / read(reference.sample),
    };
    return { name: `${name}${suffix}`, value, unit: "ms", ...compared };
  };
  return [
    line("", ({ wall }) => percentile(wall, 0.5)),
    line(", p95", ({ wall }) => percentile(wall, 0.95)),
    line(", cpu", ({ cpu }) => percentile(cpu, 0.5)),
  ];
}

function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
