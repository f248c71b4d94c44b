/** Does one thing with the rows of `export-rows` for every message of the parent process, and tells what it cost. */
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { createRequire } from "node:module";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createDeflateRaw } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { memberContext } from "@/lib/auth/member-context";
import { systemContext } from "@/lib/auth/system-context";
import { getExport, requestExport, runExport } from "@/lib/exports";
import type { ResultFormat } from "@/lib/exports/schemas";
import { writeXlsx } from "@/lib/exports/writers/xlsx";
import { rowOf, rowStream, TABLE } from "./export-rows";

export type ExportOrder = { rows: number } & (
  | { kind: "export"; format: ResultFormat; workspaceId: string; userId: string; dataSourceId: string }
  | { kind: "copy"; url: string; file: string | null }
  | { kind: "xlsx-writer" }
  | { kind: "deflate" }
  | { kind: "exceljs"; folder: string }
);
/** `peakMb` is the most memory the process has held so far, `idleMb` what it held before. */
export type ExportMeasurement = {
  ms: number;
  cpuMs: number;
  idleMb: number;
  peakMb: number;
  storageKey: string | null;
};

export const statementOf = (rows: number): string => `SELECT * FROM ${TABLE} WHERE id <= ${rows}`;

process.on("message", (order: ExportOrder) => {
  measure(order).then(
    (measurement) => process.send?.(measurement),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function measure(order: ExportOrder): Promise<ExportMeasurement> {
  const idleMb = process.memoryUsage().rss / 1e6;
  const cpu = process.cpuUsage();
  const start = performance.now();
  const storageKey = await work(order);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  return { ms, cpuMs: (user + system) / 1000, idleMb, peakMb, storageKey };
}

async function work(order: ExportOrder): Promise<string | null> {
  switch (order.kind) {
    case "export":
      return exportOnce(order);
    case "copy":
      await copyOnly(order);
      return null;
    case "xlsx-writer":
      await writeOnly(order.rows);
      return null;
    case "deflate":
      await deflateOnly(order.rows);
      return null;
    case "exceljs":
      await exceljsOnly(order);
      return null;
  }
}

/** As a person asks for it and the job makes it: into the store, with its progress written on the way. */
async function exportOnce(order: Extract<ExportOrder, { kind: "export" }>): Promise<string> {
  const { workspaceId, userId, dataSourceId, format, rows } = order;
  const person = await memberContext(workspaceId, userId, "bench");
  const { id: exportId } = await requestExport(person, {
    of: "draft",
    dataSourceId,
    definition: { kind: "sql", sql: statementOf(rows) },
    name: "Bench",
    format,
  });
  await runExport(await systemContext(workspaceId, "bench"), { exportId, runId: randomUUID() });
  const done = await getExport(person, { exportId });
  if (done.state !== "COMPLETED" || done.rows !== rows)
    throw new Error(`The export is ${done.state} with ${done.rows} rows: ${done.error}`);
  return `${workspaceId}/${exportId}/${done.publicId}`;
}

/** What the server sends is thrown away, than which no export can be faster, or put into a file as it is. */
async function copyOnly({ url, file, rows }: Extract<ExportOrder, { kind: "copy" }>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const copy = client.query(copyTo(`COPY (${statementOf(rows)}) TO STDOUT (FORMAT csv)`));
    await pipeline(copy, file === null ? nowhere() : createWriteStream(file));
    if (copy.rowCount !== rows) throw new Error(`COPY sent ${copy.rowCount} rows.`);
  } finally {
    await client.end();
  }
}

async function writeOnly(rows: number): Promise<void> {
  const options = { zone: "UTC", title: "Bench", creator: "Bench", createdAt: "2026-01-01T00:00:00.000Z" };
  await pipeline(writeXlsx(rowStream(rows), { ...options, onRows: () => undefined }), nowhere());
}

/** A yardstick that no change of the product moves: the plainest XML of the rows, through zlib at its default level. */
async function deflateOnly(rows: number): Promise<void> {
  async function* xml() {
    for await (const batch of rowStream(rows).batches) {
      let text = "";
      for (const row of batch) {
        text += "<row>";
        for (const cell of row)
          text +=
            typeof cell === "string"
              ? `<c t="inlineStr"><is><t>${cell}</t></is></c>`
              : `<c><v>${cell}</v></c>`;
        text += "</row>";
      }
      yield Buffer.from(text);
    }
  }
  await pipeline(xml(), createDeflateRaw({ level: 6 }), nowhere());
}

type ExcelJs = {
  stream: {
    xlsx: {
      WorkbookWriter: new (options: {
        stream: Writable;
        useStyles: boolean;
        useSharedStrings: boolean;
      }) => {
        addWorksheet(name: string): {
          columns: { header: string; key: string; width: number; style?: { numFmt: string } }[];
          addRow(values: unknown[]): { commit(): void };
          commit(): void;
        };
        commit(): Promise<void>;
      };
    };
  };
};

/** exceljs as its manual streams: typed cells, date formats, each row let go when it is written. */
async function exceljsOnly({ folder, rows }: Extract<ExportOrder, { kind: "exceljs" }>): Promise<void> {
  const { stream } = createRequire(`${folder}/index.js`)("exceljs") as ExcelJs;
  const out = nowhere();
  const book = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet("Bench");
  sheet.columns = rowStream(0).columns.map(({ name, type }) => ({
    header: name,
    key: name,
    width: 14,
    ...(type === "date" ? { style: { numFmt: "yyyy-mm-dd" } } : {}),
    ...(type === "timestamp" ? { style: { numFmt: "yyyy-mm-dd hh:mm:ss" } } : {}),
  }));
  for (let n = 1; n <= rows; n += 1) {
    const [id, day, seenAt, ...rest] = rowOf(n);
    sheet.addRow([id, new Date(String(day)), new Date(String(seenAt)), ...rest]).commit();
    // Without a breath nothing it has compressed is taken away, and all of it stays in memory.
    if (n % 1000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
  await book.commit();
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
