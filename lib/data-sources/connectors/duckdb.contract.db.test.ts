import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describeConnector, type Fixture, INSTANTS, WALLS } from "./contract";
import { duckdb } from "./duckdb";
import type { OpenFiles } from "./types";

async function setUp(): Promise<Fixture<OpenFiles>> {
  const folder = await mkdtemp(path.join(tmpdir(), "broadsheet-contract-"));
  const id = `contract_${randomBytes(6).toString("hex")}`;
  const file = path.join(folder, "sales.parquet");
  await writeParquet(
    `SELECT 1::bigint AS id, 'Nord' AS shop, 2.5::decimal(12, 2) AS amount, true AS paid, date '2026-02-28' AS day, timestamptz '2026-02-28 12:00:00+00' AS at`,
    file,
  );
  const columns = [
    { name: "id", type: "number" },
    { name: "shop", type: "text" },
    { name: "amount", type: "number" },
    { name: "paid", type: "boolean" },
    { name: "day", type: "date" },
    { name: "at", type: "timestamp" },
  ] as const;
  const source: OpenFiles = {
    id,
    kind: "FILES",
    name: "Contract",
    fingerprint: id,
    statementTimeoutMs: 20_000,
    rowLimit: 1000,
    connectionLimit: 2,
    tables: [{ name: "sales", columns: [...columns], rows: 1, paths: [file] }],
  };
  const count = { text: "SELECT count(*) AS n FROM sales", values: [], zone: "UTC" };
  return {
    connector: duckdb,
    source,
    sql: {
      parameter: (place) => `$${place}::text`,
      types: (
        [
          ["true", "boolean", "boolean", true],
          ["42::int", "int", "number", 42],
          ["9007199254740993::bigint", "bigint", "number", "9007199254740993"],
          [
            "170141183460469231731687303715884105727::hugeint",
            "hugeint",
            "number",
            "170141183460469231731687303715884105727",
          ],
          [
            "12345678901234567890.0123456789::decimal(38,10)",
            "decimal(38,10)",
            "number",
            "12345678901234567890.0123456789",
          ],
          ["12.30::decimal(10,2)", "decimal(10,2)", "number", 12.3],
          ["1e300::double", "double", "number", 1e300],
          ["'nan'::double", "double", "number", null],
          ["'Größe 🧾'", "text", "text", "Größe 🧾"],
          ["date '2026-02-28'", "date", "date", "2026-02-28"],
          ["timestamp '2026-02-28 12:34:56.789'", "timestamp", "timestamp", "2026-02-28T12:34:56.789Z"],
          ["timestamptz '2026-02-28 12:34:56+02'", "timestamptz", "timestamp", "2026-02-28T10:34:56.000Z"],
        ] as const
      ).map(([sql, type, valueType, cell]) => ({ sql, nullSql: `NULL::${type}`, type: valueType, cell })),
      walls: `SELECT ${WALLS.map((wall, at) => `timestamp '${wall}' AS c${at}`).join(", ")}`,
      instants: `SELECT ${INSTANTS.map((instant, at) => `timestamptz '${instant}' AS c${at}`).join(", ")}`,
      days: `SELECT ${INSTANTS.map((instant, at) => `date_trunc('day', timestamptz '${instant}')::date AS c${at}`).join(", ")}`,
      series: (rows) => `SELECT n, repeat('x', 2000) AS t FROM range(1, ${rows + 1}) r (n)`,
      slow: "SELECT count(*) FROM range(100000000) a, range(100000000) b WHERE (a.range + b.range) % 7 = 9",
      duplicateNames: "SELECT 1 AS a, 2 AS a",
      empty: "SELECT 1 AS a, 'x' AS b WHERE false",
      writes: [
        "INSERT INTO sales (id) VALUES (2)",
        "DELETE FROM sales",
        "DROP VIEW sales",
        "CREATE TABLE more (id int)",
        "CREATE TEMP TABLE more (id int)",
        `COPY (SELECT 1) TO '${path.join(folder, "out.csv")}'`,
        `ATTACH '${path.join(folder, "other.db")}'`,
        "SET memory_limit = '100GB'",
        "PRAGMA disable_checkpoint_on_shutdown",
        "INSTALL httpfs",
        `SELECT * FROM read_text('/etc/passwd')`,
      ],
      syntaxError: { text: "SELECT 1 +\n FROM x", position: 13 },
      plan: { text: "SELECT shop FROM sales WHERE id = 1", shows: /PARQUET|SCAN/i },
    },
    tables: [
      {
        schema: "",
        name: "sales",
        comment: null,
        rowEstimate: 1,
        columns: [
          { name: "id", type: "DECIMAL", valueType: "number", nullable: true, comment: null },
          { name: "shop", type: "VARCHAR", valueType: "text", nullable: true, comment: null },
          { name: "amount", type: "DECIMAL", valueType: "number", nullable: true, comment: null },
          { name: "paid", type: "BOOLEAN", valueType: "boolean", nullable: true, comment: null },
          { name: "day", type: "DATE", valueType: "date", nullable: true, comment: null },
          { name: "at", type: "TIMESTAMP", valueType: "timestamp", nullable: true, comment: null },
        ],
        primaryKey: [],
        foreignKeys: [],
      },
    ],
    written: async () => [await readdir(folder), (await duckdb.run(source, count)).rows],
    end: () => rm(folder, { recursive: true, force: true }),
  };
}

async function writeParquet(select: string, file: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`COPY (${select}) TO '${file}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}

describeConnector("Uploaded files", setUp);
