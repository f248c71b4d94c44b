/** Opens an exported workbook in two other programs and compares every cell with the row it was made of. */
import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { readSheet } from "read-excel-file/node";
import { storage } from "@/lib/storage";
import { COLUMNS, rowOf } from "./export-rows";
import type { BenchResult } from "./types";

/** Comma, quotes, UTF-8; texts in quotes, cells as they are shown: text, number, date and boolean look different. */
const CSV_FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false";

/** Throws when a row is missing or a cell differs. LibreOffice is asked only where `soffice` is found. */
export async function checkWithLibreOffice(storageKey: string, rows: number): Promise<BenchResult[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "broadsheet-workbook-"));
  try {
    await copyFile(await storage().localPath(storageKey), path.join(folder, "bench.xlsx"));
    const start = performance.now();
    if (!(await convert(folder))) {
      console.warn("LibreOffice was not found: the workbook was not opened in it.");
      return [];
    }
    const ms = performance.now() - start;
    let n = 0;
    for await (const line of createInterface({ input: createReadStream(path.join(folder, "bench.csv")) })) {
      const expected = n === 0 ? COLUMNS.map(({ name }) => `"${name}"`).join(",") : asShown(n);
      if (line !== expected) throw new Error(`LibreOffice reads row ${n} as ${line} instead of ${expected}.`);
      n += 1;
    }
    if (n !== rows + 1) throw new Error(`LibreOffice reads ${n - 1} rows instead of ${rows}.`);
    return [
      {
        name: `${rows.toLocaleString("en-GB")} × 10, read by LibreOffice, all cells right`,
        value: ms,
        unit: "ms",
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** False when there is no LibreOffice. */
async function convert(folder: string): Promise<boolean> {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const file = path.join(folder, "bench.xlsx");
  const args = [profile, "--headless", "--convert-to", CSV_FILTER, "--outdir", folder, file];
  return promisify(execFile)("soffice", args).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}

function asShown(n: number): string {
  return rowOf(n)
    .map((cell, index) => {
      if (cell === null) return "";
      const type = COLUMNS[index]?.type;
      if (type === "timestamp") return String(cell).slice(0, 19).replace("T", " ");
      if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
      return type === "text" ? `"${cell}"` : cell;
    })
    .join(",");
}

/** Throws when a row is missing or a cell differs, in its type too. */
export async function checkWithLibrary(storageKey: string, rows: number): Promise<BenchResult[]> {
  const start = performance.now();
  const [, ...read] = await readSheet(await storage().localPath(storageKey));
  const ms = performance.now() - start;
  if (read.length !== rows) throw new Error(`read-excel-file reads ${read.length} rows instead of ${rows}.`);
  for (const [index, row] of read.entries()) {
    const expected = rowOf(index + 1).map((cell, column) => {
      const type = COLUMNS[column]?.type;
      return type === "date" || type === "timestamp" ? new Date(String(cell)).getTime() : cell;
    });
    // A workbook keeps an instant as a part of a day, which the library cuts to milliseconds.
    const cells = row.map((cell) => (cell instanceof Date ? Math.round(cell.getTime() / 10) * 10 : cell));
    if (JSON.stringify(cells) !== JSON.stringify(expected))
      throw new Error(
        `read-excel-file reads row ${index + 1} as ${JSON.stringify(cells)} instead of ${JSON.stringify(expected)}.`,
      );
  }
  const name = `${rows.toLocaleString("en-GB")} × 10, read by read-excel-file, all cells right`;
  return [{ name, value: ms, unit: "ms" }];
}
