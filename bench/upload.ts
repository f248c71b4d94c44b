/**
 * A CSV of a million rows and ten columns, from its first byte to the first answer from its table: received, looked
 * at, requested, loaded, asked. Against DuckDB's own `COPY (SELECT * FROM read_csv(…)) TO …` of the same file. Then a
 * workbook of half a million rows, for its memory: the texts of its cells stand beside the sheet and are held.
 */
import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import pg from "pg";
import type { RequestContext } from "@/lib/context";
import * as files from "@/lib/data-sources";
import type { BenchResult } from "./types";
import { median, timed } from "./clock";
import { writeCsv, writeWorkbook } from "./upload-files";

const ROWS = 1_000_000;
const ROUNDS = 5;
const THREADS = "2";
const WORKBOOK_ROWS = 500_000;

type Samples = {
  own: number[];
  all: number[];
  receive: number[];
  look: number[];
  load: number[];
  memoryMb: number;
};

export default async function bench(): Promise<BenchResult[]> {
  const owner = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await owner.connect();
  const folder = await mkdtemp(path.join(tmpdir(), "broadsheet-upload-"));
  try {
    const csv = path.join(folder, "visits.csv");
    await writeCsv(csv, ROWS);
    const ctx = await createAdmin(owner);
    const source = await files.createDataSource(ctx, { kind: "FILES", name: "Bench uploads" });
    const samples: Samples = { own: [], all: [], receive: [], look: [], load: [], memoryMb: 0 };
    // Taken in turns, so that a busy moment of the machine weighs on both. The first round warms up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const own = await timed(() => copyOnly(csv, path.join(folder, "own.parquet")));
      const ours = await upload(ctx, source.id, { file: csv, rows: ROWS, tableName: `visits_${round}` });
      if (round === 0) continue;
      samples.own.push(own.ms);
      samples.memoryMb = Math.max(samples.memoryMb, ours.memoryMb);
      for (const part of ["all", "receive", "look", "load"] as const) samples[part].push(ours[part]);
    }
    const file = path.join(folder, "visits.xlsx");
    await writeWorkbook(file, WORKBOOK_ROWS);
    const workbook = await upload(ctx, source.id, { file, rows: WORKBOOK_ROWS, tableName: "workbook" });
    return [
      ...report(samples),
      { name: "upload of a workbook, 500 k rows", value: workbook.all, unit: "ms" },
      { name: "  memory over idle", value: workbook.memoryMb, unit: "MB" },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
    await owner.end();
  }
}

async function copyOnly(csv: string, parquet: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", { threads: THREADS });
  const connection = await instance.connect();
  await connection.run(`COPY (SELECT * FROM read_csv('${csv}')) TO '${parquet}'`);
  connection.closeSync();
  instance.closeSync();
}

type Upload = { file: string; rows: number; tableName: string };

async function upload(ctx: RequestContext, dataSourceId: string, { file, rows, tableName }: Upload) {
  const idleMb = process.memoryUsage().rss / 1e6;
  let peakMb = idleMb;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, process.memoryUsage().rss / 1e6);
  }, 10);
  const received = await timed(() =>
    files.receiveUpload(
      ctx,
      { dataSourceId, fileName: path.basename(file) },
      createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>,
    ),
  );
  const loadId = received.value.id;
  const looked = await timed(() => files.inspectUpload(ctx, { loadId }));
  const loaded = await timed(async () => {
    const columns = looked.value.columns.map(({ name, type, format }) => ({ name, type, format }));
    await files.requestLoad(ctx, { loadId, columns, target: { mode: "create", tableName } });
    await files.loadFile(
      { ...ctx, actor: { kind: "system", name: "load-file" } },
      { loadId, runId: randomUUID() },
    );
    const source = await files.findQuerySource(ctx, dataSourceId);
    const answer = await source.run({ text: `SELECT count(*) FROM ${tableName}`, values: [], zone: "UTC" });
    const [[count] = []] = answer.rows;
    if (count !== rows) throw new Error(`The table has ${String(count)} rows.`);
  });
  clearInterval(watch);
  const all = received.ms + looked.ms + loaded.ms;
  return { all, receive: received.ms, look: looked.ms, load: loaded.ms, memoryMb: peakMb - idleMb };
}

function report(samples: Samples): BenchResult[] {
  const own = median(samples.own);
  const reference = "DuckDB's own read_csv to Parquet";
  const against = (name: string, values: number[]): BenchResult => ({
    name,
    value: median(values),
    unit: "ms",
    reference,
    ratio: median(values) / own,
  });
  return [
    { name: reference, value: own, unit: "ms" },
    against("upload, from the first byte to the first answer", samples.all),
    against("  stored on its way in", samples.receive),
    against("  looked at", samples.look),
    against("  loaded and asked", samples.load),
    { name: "upload, memory over idle", value: samples.memoryMb, unit: "MB" },
  ];
}

async function createAdmin(owner: pg.Client): Promise<RequestContext> {
  const [workspaceId, userId] = [randomUUID(), randomUUID()];
  await owner.query(
    "INSERT INTO workspaces (id, slug, name, zone, locale) VALUES ($1, 'bench-upload', 'Bench', 'UTC', 'en-GB')",
    [workspaceId],
  );
  const email = "bench-upload@example.com";
  await owner.query("INSERT INTO users (id, email, name) VALUES ($1, $2, 'Bench')", [userId, email]);
  await owner.query(
    "INSERT INTO memberships (id, workspace_id, user_id, role) VALUES ($1, $2, $3, 'ADMIN')",
    [randomUUID(), workspaceId, userId],
  );
  const workspace = { id: workspaceId, slug: "bench-upload", name: "Bench", zone: "UTC", locale: "en-GB" };
  return {
    workspace: { ...workspace, weekStartsOn: 1 },
    actor: { kind: "user", userId, name: "Bench", email, role: "ADMIN" },
    now: () => new Date(),
    requestId: "bench",
  };
}
