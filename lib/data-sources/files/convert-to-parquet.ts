import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { columnSql, type PlannedColumn } from "@/lib/data-sources/files/column-plan";
import { fileRows } from "@/lib/data-sources/files/file-rows";
import { duckdbErrorKind, withLoadDatabase } from "@/lib/data-sources/files/load-database";
import { measureDigits } from "@/lib/data-sources/files/measure-digits";
import { requireFitting } from "@/lib/data-sources/files/misfits";
import { dataRows, type LocalFile, type Reading } from "@/lib/data-sources/files/reading";
import { type Relation, uploadedCsv, uploadedParquet, writtenCsv } from "@/lib/data-sources/files/relations";
import { misfitSql, quoteName, quoteText } from "@/lib/data-sources/files/typed-sql";
import { writeRows } from "@/lib/data-sources/files/write-rows";
import { AppError, InvalidInputError } from "@/lib/errors";

export type LoadPlan = {
  reading: Reading;
  /** Columns of the file, also those left out. */
  width: number;
  /** As the file names them: members of JSON lines, columns of Parquet with DuckDB's types. */
  source: { name: string; type: string | null }[];
  columns: PlannedColumn[];
  badValues: "refuse" | "empty";
};

export type Converted = { rows: number; emptied: number };

/** Cells that wait in memory for a row group to be complete. */
const GROUP_CELLS = 4_000_000;
const GROUP_ROWS = 122_880;

type Watched = {
  /** Told 0–100. */
  onProgress: (percent: number) => void;
  signal: AbortSignal;
};
type Job = { file: LocalFile; plan: LoadPlan; folder: string; target: string } & Watched;

const TICK_MS = 500;
const UNWATCHED: Watched = { onProgress: () => undefined, signal: new AbortController().signal };

/**
 * Writes a file as Parquet to `target`, inside `folder`, in which it may leave other files too. Fast when the file
 * is as it seemed; otherwise a second, slower way finds the place of what is wrong, or settles it. Throws
 * InvalidInputError with row and column; any error once `signal` is aborted.
 */
export async function convertToParquet(
  given: Omit<Job, keyof Watched>,
  watched: Watched = UNWATCHED,
): Promise<Converted> {
  const job = { ...given, ...watched };
  const access = { files: [job.file.path], folder: job.folder };
  return withLoadDatabase(access, async (connection) => {
    const timer = setInterval(() => {
      // Each time again: between two statements there is nothing to interrupt.
      if (job.signal.aborted) connection.interrupt();
      else job.onProgress(Math.min(99, Math.max(0, connection.progress.percentage)));
    }, TICK_MS);
    try {
      return await convert(connection, job);
    } catch (error) {
      throw explained(error);
    } finally {
      clearInterval(timer);
    }
  });
}

async function convert(connection: DuckDBConnection, job: Job): Promise<Converted> {
  const { plan, file } = job;
  if (plan.reading.format === "PARQUET") {
    const columns = plan.source.map(({ name, type }) => ({ name, type: type ?? "VARCHAR" }));
    return convertMeasured(connection, job, uploadedParquet(file.path, columns), null);
  }
  const direct = await convertDirectly(connection, job);
  if (direct) return direct;
  const included = plan.columns.map(({ index }) => index);
  const written = path.join(job.folder, "rows.csv");
  const onBytes = (bytes: number) => job.onProgress(Math.round((bytes / Math.max(1, file.bytes)) * 50));
  const names = plan.source.map(({ name }) => name);
  const rows = dataRows(fileRows(file, plan.reading, names, { onBytes }), plan.reading, plan.width);
  const count = await writeRows(rows, included, written, { signal: job.signal });
  return convertMeasured(connection, job, writtenCsv(written, plan.width, included), count);
}

/** One typed pass over the upload itself. null when that is not possible, or when anything at all was odd. */
async function convertDirectly(connection: DuckDBConnection, job: Job): Promise<Converted | null> {
  const { plan, file } = job;
  if (plan.reading.format !== "CSV" && plan.reading.format !== "TSV") return null;
  const relation = uploadedCsv(file, plan.reading, plan.width);
  const isMeasured = plan.columns.every(({ type, digits }) => type !== "number" || digits !== null);
  if (!relation || !isMeasured) return null;
  try {
    const rows = await copy(connection, job, relation, plan.columns, true);
    return (await isEveryRow(job, rows)) ? { rows, emptied: 0 } : null;
  } catch (error) {
    if (job.signal.aborted || isExhausted(error)) throw error;
    return null;
  }
}

/** Rows are counted a second time, without DuckDB, so that none is ever lost silently. */
async function isEveryRow({ file, plan, signal }: Job, rows: number): Promise<boolean> {
  const { lines, blankLines, isLastLineOpen } = file.facts;
  const blank = plan.width > 1 ? blankLines : 0;
  const inLines = lines + (isLastLineOpen ? 1 : 0) - blank - (plan.reading.hasHeader ? 1 : 0);
  if (rows === inLines) return true;
  // Line ends inside quotes: the records themselves have to be counted.
  let records = 0;
  const names = plan.source.map(({ name }) => name);
  for await (const batch of dataRows(fileRows(file, plan.reading, names), plan.reading, plan.width)) {
    signal.throwIfAborted();
    records += batch.length;
  }
  return rows === records;
}

async function convertMeasured(
  connection: DuckDBConnection,
  job: Job,
  relation: Relation,
  expected: number | null,
): Promise<Converted> {
  const columns = await measureDigits(connection, relation, job.plan.columns);
  const emptied = await requireFitting(connection, relation, columns, job.plan.badValues);
  const rows = await copy(connection, job, relation, columns, emptied === 0);
  if (expected !== null && rows !== expected)
    throw new Error(`${expected} rows were written and ${rows} were read back`);
  return { rows, emptied };
}

/** Resolves to the number of rows. With `isChecked`, a value that does not fit fails the whole. */
async function copy(
  connection: DuckDBConnection,
  { target }: Job,
  relation: Relation,
  columns: PlannedColumn[],
  isChecked: boolean,
): Promise<number> {
  const parts = columns.map((column, position) => {
    const sql = columnSql(relation, column);
    const typed = `t${position}`;
    const isCertain = sql.text === null || column.type === "text";
    const checked =
      isCertain || !isChecked
        ? typed
        : `CASE WHEN ${misfitSql(`x${position}`, typed)} THEN error('misfit') ELSE ${typed} END`;
    return {
      inner: [`${sql.typed} AS ${typed}`, ...(isCertain ? [] : [`${sql.text} AS x${position}`])],
      outer: `${checked} AS ${quoteName(column.name)}`,
    };
  });
  const groupRows = Math.max(2048, Math.min(GROUP_ROWS, Math.floor(GROUP_CELLS / columns.length)));
  const inner = parts.flatMap((part) => part.inner).join(", ");
  const result = await connection.run(
    `COPY (SELECT ${parts.map((part) => part.outer).join(", ")} FROM (SELECT ${inner} FROM ${relation.from})) TO ${quoteText(target)} (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${groupRows})`,
  );
  const [[rows] = []] = await result.getRows();
  return Number(rows);
}

const isExhausted = (error: unknown): boolean =>
  duckdbErrorKind(error) === "Out of Memory" || /No space left|ENOSPC/i.test(String(error));

function explained(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (/No space left|ENOSPC/i.test(String(error)))
    return new AppError(
      "storage_failed",
      "The disk is full. Free some space, then load the file again.",
      { reason: "the disk is full" },
      { cause: error },
    );
  if (duckdbErrorKind(error) === "Out of Memory")
    return new InvalidInputError(
      "The file needs more memory than is set aside for loading. Leave columns out, or split it into smaller files.",
    );
  return error;
}
