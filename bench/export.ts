/**
 * A million rows (workbooks: half a million) of ten columns as a file, from the wish to the object in the store.
 * CSV against the bare `COPY` of the same statement, workbooks against exceljs. Each format has a process of its own,
 * so that the memory is that format's: the most it ever held, less what it held after an export of a few rows.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { createDataSource } from "@/lib/data-sources";
import type { ResultFormat } from "@/lib/exports/schemas";
import { BUNDLE_FOLDER, bundle } from "./bundle";
import type { ExportMeasurement, ExportOrder } from "./export-process";
import { checkWithLibrary, checkWithLibreOffice } from "./export-read-back";
import { createTable, TABLE } from "./export-rows";
import type { BenchResult } from "./types";
import { createAdmin } from "./workspace";
import { median } from "./clock";

const ROWS = 1_000_000;
const WORKBOOK_ROWS = 500_000;
/** As many as a library that holds a whole workbook in memory reads well. */
const LIBRARY_ROWS = 50_000;
const WARM_UP_ROWS = 1000;
const CSV_ROUNDS = 5;
const ROUNDS = 3;
const PASSWORD = "bench-export";

/**
 * What exceljs 4.4.0 took for the rows, in times of the yardstick (`deflate`), measured in one run on one machine.
 * exceljs needs a package that is not published in the version it asks for, so it is no dependency. It is
 * measured itself when BENCH_EXCELJS names a folder in which it is installed (with the override
 * `"typedarray.prototype.slice": "1.0.5"`, which only its reading half needs).
 */
const EXCELJS_IN_YARDSTICKS = 5;

type Samples = { ms: number; cpuMs: number; overIdleMb: number; storageKey: string | null };
type Order =
  | Exclude<ExportOrder, { kind: "export" }>
  | { kind: "export"; format: ResultFormat; rows: number };
type Run = (order: Order) => Promise<ExportMeasurement>;
type Bed = { start: () => { run: Run; end: () => void } };

export default async function bench(): Promise<BenchResult[]> {
  const owner = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await owner.connect();
  try {
    const bed = await arrange(owner);
    return [...(await benchCsv(bed)), ...(await benchWorkbook(bed)), ...(await benchOthers(bed))];
  } finally {
    await owner.end();
    await rm(BUNDLE_FOLDER, { recursive: true, force: true });
  }
}

async function arrange(owner: pg.Client): Promise<Bed> {
  await createTable(owner, ROWS);
  await owner.query(
    `CREATE ROLE bench_export LOGIN PASSWORD '${PASSWORD}'; GRANT SELECT ON ${TABLE} TO bench_export`,
  );
  const ctx = await createAdmin(owner, "bench-export");
  const url = readerUrl();
  const { id: dataSourceId } = await createDataSource(ctx, {
    kind: "POSTGRESQL",
    name: "Bench",
    settings: {
      host: url.hostname,
      port: Number(url.port),
      database: url.pathname.slice(1),
      user: url.username,
      tls: "disable",
    },
    password: PASSWORD,
  });
  const person = {
    workspaceId: ctx.workspace.id,
    userId: ctx.actor.kind === "user" ? ctx.actor.userId : "",
    dataSourceId,
  };
  const processPath = await bundle("bench/export-process.ts", "export-process.mjs");
  const start = () => {
    const child = fork(processPath, [], { execArgv: [] });
    const run: Run = (order) => ask(child, order.kind === "export" ? { ...order, ...person } : order);
    return { run, end: () => child.disconnect() };
  };
  return { start };
}

function readerUrl(): URL {
  const url = new URL(process.env.TEST_OWNER_URL ?? "");
  url.username = "bench_export";
  url.password = PASSWORD;
  return url;
}

async function ask(child: ChildProcess, order: ExportOrder): Promise<ExportMeasurement> {
  child.send(order);
  const ended = new AbortController();
  const exit = once(child, "exit", ended).then(() => {
    throw new Error(`The process that measures "${order.kind}" ended.`);
  });
  try {
    const [measurement] = await Promise.race([once(child, "message", ended), exit]);
    return measurement as ExportMeasurement;
  } finally {
    exit.catch(() => undefined);
    ended.abort();
  }
}

/** Each order in a process of its own, in turns, so that a busy moment of the machine weighs on all. */
async function inTurns(bed: Bed, rounds: number, orders: Order[]): Promise<Samples[]> {
  const sides = [];
  for (const order of orders) {
    const { run, end } = bed.start();
    await run({ ...order, rows: WARM_UP_ROWS });
    sides.push({ run, end, order, taken: [] as ExportMeasurement[] });
  }
  for (let round = 0; round < rounds; round += 1)
    for (const { run, order, taken } of sides) taken.push(await run(order));
  return sides.map(({ end, taken }) => {
    end();
    return {
      ms: median(taken.map(({ ms }) => ms)),
      cpuMs: median(taken.map(({ cpuMs }) => cpuMs)),
      overIdleMb: Math.max(...taken.map(({ peakMb }) => peakMb)) - (taken[0]?.idleMb ?? 0),
      storageKey: taken.at(-1)?.storageKey ?? null,
    };
  });
}

async function benchCsv(bed: Bed): Promise<BenchResult[]> {
  const copy = { kind: "copy", url: String(readerUrl()), rows: ROWS } as const;
  const [thrownAway, kept, csv] = await inTurns(bed, CSV_ROUNDS, [
    { ...copy, file: null },
    { ...copy, file: path.join(BUNDLE_FOLDER, "copy.csv") },
    { kind: "export", format: "CSV", rows: ROWS },
  ]);
  if (!thrownAway || !kept || !csv) throw new Error("Nothing was measured.");
  const against = (reference: string, { ms }: Samples) => ({ reference, ratio: csv.ms / ms });
  return [
    { name: "1,000,000 × 10, COPY, thrown away", value: thrownAway.ms, unit: "ms" },
    { name: "1,000,000 × 10, COPY into a file", value: kept.ms, unit: "ms" },
    {
      name: "1,000,000 × 10, CSV in the store",
      value: csv.ms,
      unit: "ms",
      ...against("COPY, thrown away", thrownAway),
    },
    { name: "  the same", value: csv.ms, unit: "ms", ...against("COPY into a file", kept) },
    { name: "  memory over idle", value: csv.overIdleMb, unit: "MB" },
  ];
}

async function benchWorkbook(bed: Bed): Promise<BenchResult[]> {
  const folder = process.env.BENCH_EXCELJS;
  const rows = WORKBOOK_ROWS;
  const [whole, writer, yardstick, exceljs] = await inTurns(bed, ROUNDS, [
    { kind: "export", format: "XLSX", rows },
    { kind: "xlsx-writer", rows },
    { kind: "deflate", rows },
    ...(folder ? [{ kind: "exceljs" as const, folder, rows }] : []),
  ]);
  if (!whole || !writer || !yardstick) throw new Error("Nothing was measured.");
  const exceljsMs = exceljs?.cpuMs ?? yardstick.cpuMs * EXCELJS_IN_YARDSTICKS;
  const reference = exceljs
    ? "exceljs, measured"
    : `exceljs, taken as ${EXCELJS_IN_YARDSTICKS} × the yardstick`;
  const cpu = (name: string, { cpuMs }: Samples): BenchResult => ({
    name,
    value: cpuMs,
    unit: "ms cpu",
    reference,
    ratio: cpuMs / exceljsMs,
  });
  return [
    cpu("500,000 × 10, workbook from rows", writer),
    cpu("500,000 × 10, workbook from the source in the store", whole),
    { name: "  time", value: whole.ms, unit: "ms" },
    { name: "  memory over idle", value: whole.overIdleMb, unit: "MB" },
    { name: "500,000 × 10, plain XML and deflate, the yardstick", value: yardstick.cpuMs, unit: "ms cpu" },
    ...(exceljs
      ? [
          {
            name: "500,000 × 10, exceljs, streaming",
            value: exceljs.cpuMs,
            unit: "ms cpu",
            reference: "the yardstick",
            ratio: exceljs.cpuMs / yardstick.cpuMs,
          },
          { name: "  memory over idle", value: exceljs.overIdleMb, unit: "MB" },
        ]
      : []),
    ...(await checkWithLibreOffice(whole.storageKey ?? "", rows)),
    ...(await checkSmaller(bed)),
  ];
}

async function checkSmaller(bed: Bed): Promise<BenchResult[]> {
  const { run, end } = bed.start();
  const { storageKey } = await run({ kind: "export", format: "XLSX", rows: LIBRARY_ROWS });
  end();
  return checkWithLibrary(storageKey ?? "", LIBRARY_ROWS);
}

async function benchOthers(bed: Bed): Promise<BenchResult[]> {
  const formats = [
    ["JSONL", "JSON lines"],
    ["PARQUET", "Parquet"],
  ] as const;
  const taken = await inTurns(
    bed,
    ROUNDS,
    formats.map(([format]) => ({ kind: "export", format, rows: ROWS })),
  );
  return taken.flatMap((samples, index) => [
    { name: `1,000,000 × 10, ${formats[index]?.[1]} in the store`, value: samples.ms, unit: "ms" },
    { name: "  memory over idle", value: samples.overIdleMb, unit: "MB" },
  ]);
}
