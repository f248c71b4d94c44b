/** The rows that are exported, as a table of the source and as cells: ten columns of every type. */
import { createHash } from "node:crypto";
import type pg from "pg";
import type { Cell, ResultColumn } from "@/lib/charts/types";
import type { RowStream } from "@/lib/data-sources";

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2020, 0, 1);
const FIRST_INSTANT = Date.UTC(2020, 0, 1, 7);
const BATCH_ROWS = 2000;

export const TABLE = "bench_exports";
export const COLUMNS: ResultColumn[] = [
  { name: "id", type: "number", role: "measure" },
  { name: "day", type: "date", role: "time" },
  { name: "seen_at", type: "timestamp", role: "time" },
  { name: "clinic", type: "text", role: "dimension" },
  { name: "doctor", type: "text", role: "dimension" },
  { name: "minutes", type: "number", role: "measure" },
  { name: "revenue", type: "number", role: "measure" },
  { name: "score", type: "number", role: "measure" },
  { name: "is_new", type: "boolean", role: "dimension" },
  { name: "remark", type: "text", role: "dimension" },
];

export async function createTable(owner: pg.Client, rows: number): Promise<void> {
  await owner.query(`
    CREATE TABLE ${TABLE} AS SELECT n AS id, date '2020-01-01' + n % 2000 AS day,
      timestamptz '2020-01-01 07:00+00' + n * interval '17 minutes' AS seen_at, 'Clinic ' || n % 40 AS clinic,
      'Dr. ' || md5((n % 300)::text) AS doctor, n % 90 AS minutes, ((n % 100000) / 100.0)::numeric(12, 2) AS revenue,
      n / 4096.0::float8 AS score, n % 3 = 0 AS is_new, CASE n % 5 WHEN 0 THEN NULL ELSE 'Remark ' || n END AS remark
    FROM generate_series(1, ${rows}) n;
    ANALYZE ${TABLE}`);
}

const DOCTORS = Array.from(
  { length: 300 },
  (_, n) => `Dr. ${createHash("md5").update(String(n)).digest("hex")}`,
);

/** Row `n` of the table, from 1. No number has more than the 15 digits that spreadsheet programs show. */
export function rowOf(n: number): Cell[] {
  return [
    n,
    new Date(FIRST_DAY + (n % 2000) * DAY_MS).toISOString().slice(0, 10),
    new Date(FIRST_INSTANT + n * 17 * 60_000).toISOString(),
    `Clinic ${n % 40}`,
    DOCTORS[n % 300] ?? "",
    n % 90,
    (n % 100_000) / 100,
    n / 4096,
    n % 3 === 0,
    n % 5 === 0 ? null : `Remark ${n}`,
  ];
}

export function rowStream(rows: number): RowStream {
  async function* batches() {
    for (let from = 1; from <= rows; from += BATCH_ROWS)
      yield Array.from({ length: Math.min(BATCH_ROWS, rows - from + 1) }, (_, index) => rowOf(from + index));
  }
  return { columns: COLUMNS, batches: batches() };
}
