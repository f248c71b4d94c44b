import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cell } from "@/lib/charts/types";
import { duckdb } from "./duckdb";
import { instanceOf } from "./duckdb-instance";
import type { OpenFiles } from "./types";

const folder = mkdtempSync(path.join(tmpdir(), "broadsheet-duckdb-"));
const sales = path.join(folder, "it's a part.parquet");
const other = path.join(folder, "other.parquet");

const source = (changes: Partial<OpenFiles> = {}): OpenFiles => ({
  kind: "FILES",
  id: "source",
  name: "Files",
  fingerprint: "1",
  statementTimeoutMs: 20_000,
  rowLimit: 1000,
  connectionLimit: 2,
  tables: [
    {
      name: 'Sales "2026"',
      columns: [
        { name: "id", type: "number" },
        { name: "day", type: "date" },
      ],
      rows: 5000,
      paths: [sales],
    },
  ],
  ...changes,
});

const ask = (text: string, values: (string | null)[] = [], zone = "UTC") =>
  duckdb.run(source(), { text, values, zone });
const cell = async (expression: string, zone = "UTC") =>
  (await ask(`SELECT ${expression}`, [], zone)).rows[0]?.[0];

beforeAll(async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const file of [sales, other])
    await connection.run(
      `COPY (SELECT i AS id, DATE '2026-01-01' + (i % 300)::INT AS day FROM range(5000) t(i)) TO '${file.replaceAll("'", "''")}'`,
    );
  connection.closeSync();
  instance.closeSync();
});
afterAll(() => {
  duckdb.close("source");
  rmSync(folder, { recursive: true, force: true });
});

describe("cells", () => {
  it.each<[string, Cell]>([
    ["1::TINYINT", 1],
    ["999999999999999::BIGINT", 999_999_999_999_999],
    ["9007199254740993::BIGINT", "9007199254740993"],
    ["170141183460469231731687303715884105727::HUGEINT", "170141183460469231731687303715884105727"],
    ["-1000000000000000000::BIGINT", -1e18],
    ["12.50::DECIMAL(10,2)", 12.5],
    ["-0.07::DECIMAL(10,2)", -0.07],
    ["12345678901234567890.123400::DECIMAL(38,6)", "12345678901234567890.1234"],
    ["0.1::FLOAT", 0.1],
    ["0.1::DOUBLE", 0.1],
    ["'NaN'::DOUBLE", null],
    ["'-infinity'::DOUBLE", null],
    ["true", true],
    ["DATE '2026-10-01'", "2026-10-01"],
    ["DATE '12026-10-01'", "12026-10-01"],
    ["'infinity'::DATE", null],
    ["DATE '0044-03-15 (BC)'", null],
    ["TIMESTAMP '2026-10-01 12:00:00.5'", "2026-10-01T12:00:00.500Z"],
    ["TIMESTAMP '1969-12-31 23:59:59.999999'", "1969-12-31T23:59:59.999Z"],
    ["TIMESTAMPTZ '2026-10-01 12:00:00+02'", "2026-10-01T10:00:00.000Z"],
    ["'infinity'::TIMESTAMP", null],
    ["TIME '10:00:00'", "10:00:00"],
    ["'x'::ENUM('x', 'y')", "x"],
    ["'5f7a9c1e-0000-4000-8000-000000000001'::UUID", "5f7a9c1e-0000-4000-8000-000000000001"],
    ["'\\xAB\\x01'::BLOB", "\\xab01"],
    ["'naïve 🐦 漢'", "naïve 🐦 漢"],
    ["NULL", null],
  ])("%s", async (expression, expected) => {
    expect(await cell(expression)).toEqual(expected);
  });

  it("reads wall times in the zone of the statement, which is also the session's", async () => {
    expect(await cell("TIMESTAMP '2026-10-01 00:00:00'", "Europe/Berlin")).toBe("2026-09-30T22:00:00.000Z");
    expect(await cell("'2026-10-01'::TIMESTAMPTZ", "Europe/Berlin")).toBe("2026-09-30T22:00:00.000Z");
    expect(await cell("'2026-10-01'::TIMESTAMPTZ", "America/New_York")).toBe("2026-10-01T04:00:00.000Z");
  });

  it("prints everything else as text", async () => {
    const { columns, rows } = await ask("SELECT [1, 2] AS a, {'k': 1} AS b, INTERVAL 3 DAY AS c, 1 AS c");
    expect(columns.map(({ name, type }) => [name, type])).toEqual([
      ["a", "text"],
      ["b", "text"],
      ["c", "text"],
      ["c (2)", "number"],
    ]);
    expect(rows).toEqual([["[1, 2]", "{'k': 1}", "3 days", 1]]);
  });
});

describe("statements", () => {
  it("reads the tables, binds texts, and says when there is more", async () => {
    const text = `SELECT id FROM "Sales ""2026""" WHERE id >= CAST($1 AS BIGINT) AND $2 IS NULL ORDER BY id`;
    const result = await ask(text, ["3990", null]);
    expect(result).toMatchObject({
      truncated: true,
      columns: [{ name: "id", type: "number", role: "measure" }],
    });
    expect(result.rows).toHaveLength(1000);
    expect(result.rows[0]).toEqual([3990]);
    expect((await ask(text, ["4990", null])).truncated).toBe(false);
    expect(await ask("SELECT $1 AS x", ["'); DROP VIEW x; --"])).toMatchObject({
      rows: [["'); DROP VIEW x; --"]],
    });
  });

  it.each([
    ["CREATE TABLE x AS SELECT 1"],
    ["CREATE OR REPLACE TEMP VIEW x AS SELECT 1"],
    ["EXPLAIN ANALYZE CREATE TEMP TABLE x AS SELECT 1"],
    ["EXPLAIN/**/ANALYZE CREATE TEMP TABLE x AS SELECT 1"],
    ["EXPLAIN ANALYZE SELECT 1"],
    ["EXPLAIN (ANALYZE, FORMAT json) SELECT 1"],
    ["COPY (SELECT 1) TO '/tmp/broadsheet-stolen.csv'"],
    ["ATTACH '/tmp/broadsheet-stolen.db'"],
    ["PRAGMA database_list"],
    ["/* a */ PRAGMA database_list"],
    ["SET threads = 9"],
    ["CALL duckdb_settings()"],
    ["INSTALL httpfs"],
    ["LOAD httpfs"],
    ["SELECT 1; SELECT 2"],
    ["SELECT 1; DROP VIEW x"],
    [""],
    ["-- nothing"],
    ["SELECT * FROM read_csv('/etc/passwd')"],
    ["SELECT * FROM '/etc/passwd'"],
    ["SELECT * FROM glob('/etc/*')"],
    ["SELECT * FROM read_text('/proc/self/environ')"],
    ["SELECT * FROM 'https://example.com/x.parquet'"],
    ["SELECT $1"],
  ])("refuses %s", async (text) => {
    await expect(ask(text)).rejects.toMatchObject({ code: "query_failed" });
  });

  it("does not read the files of another source", async () => {
    const error = await ask(`SELECT * FROM read_parquet('${other}')`).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ code: "query_failed" });
    expect((error as Error).message).not.toContain(folder);
  });

  it("says where a mistake is, in characters", async () => {
    const text = `SELECT 'äö€🐦' AS x,\n  idd FROM "Sales ""2026"""`;
    await expect(ask(text)).rejects.toMatchObject({
      code: "query_failed",
      details: { position: text.indexOf("idd") + 1 },
    });
    await expect(ask("SELEC 1")).rejects.toMatchObject({ details: { position: 1 } });
  });

  it("ends at the time limit and at the signal", async () => {
    const text = "SELECT count(*) FROM range(1000000) a(i), range(1000000) b(j) WHERE i * j % 7 = 3";
    const slow = source({ statementTimeoutMs: 100 });
    await expect(duckdb.run(slow, { text, values: [], zone: "UTC" })).rejects.toMatchObject({
      code: "query_timeout",
    });
    const controller = new AbortController();
    const running = duckdb.run(source(), { text, values: [], zone: "UTC" }, controller.signal);
    setImmediate(() => controller.abort());
    await expect(running).rejects.toMatchObject({ code: "cancelled" });
  });

  it("explains without running", async () => {
    const lines = await duckdb.explain(source(), {
      text: `SELECT count(*) FROM "Sales ""2026""" WHERE id > CAST($1 AS BIGINT)`,
      values: ["3"],
      zone: "UTC",
    });
    expect(lines.join("\n")).toContain("READ_PARQUET");
  });
});

describe("streams", () => {
  const statement = { text: `SELECT i FROM range(10000) t(i)`, values: [], zone: "UTC" };

  it("lend rows up to the limit", async () => {
    const count = (rowLimit: number | null) =>
      duckdb.stream(source(), statement, { rowLimit, timeoutMs: 20_000 }, async ({ batches }) => {
        let rows = 0;
        for await (const batch of batches) rows += batch.length;
        return rows;
      });
    expect(await count(null)).toBe(10_000);
    expect(await count(3000)).toBe(3000);
  });

  it("give back what the reader threw, and the connection", async () => {
    const full = new Error("the disk is full");
    for (let attempt = 0; attempt < 3; attempt += 1)
      await expect(
        duckdb.stream(source(), statement, { rowLimit: null, timeoutMs: 20_000 }, () => Promise.reject(full)),
      ).rejects.toBe(full);
    expect((await ask("SELECT 1")).rows).toEqual([[1]]);
  });

  it("end at the signal between two batches", async () => {
    const controller = new AbortController();
    const options = { rowLimit: null, timeoutMs: 20_000, signal: controller.signal };
    const endless = { ...statement, text: "SELECT i FROM range(1000000000) t(i)" };
    const reading = duckdb.stream(source(), endless, options, async ({ batches }) => {
      for await (const batch of batches) if (batch.length > 0) controller.abort();
    });
    await expect(reading).rejects.toMatchObject({ code: "cancelled" });
  });
});

describe("sources", () => {
  it("without tables say so, with missing files too", async () => {
    const text = { text: "SELECT 1", values: [], zone: "UTC" };
    await expect(duckdb.run(source({ id: "empty", tables: [] }), text)).rejects.toThrow(/has no tables yet/);
    const [table] = source().tables;
    const gone = source({
      id: "gone",
      tables: table ? [{ ...table, paths: [`${folder}/gone.parquet`] }] : [],
    });
    await expect(duckdb.run(gone, text)).rejects.toMatchObject({ code: "source_unreachable" });
  });

  it("are opened anew when their files change", async () => {
    const text = { text: "SELECT count(*) FROM t", values: [], zone: "UTC" };
    const table = { name: "t", columns: [], rows: 0 };
    const before = source({ id: "changing", tables: [{ ...table, paths: [sales] }] });
    const after = source({ id: "changing", fingerprint: "2", tables: [{ ...table, paths: [sales, other] }] });
    expect((await duckdb.run(before, text)).rows).toEqual([[5000]]);
    expect((await duckdb.run(after, text)).rows).toEqual([[10_000]]);
    duckdb.close("changing");
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it("describe their tables", async () => {
    expect(await duckdb.describe(source())).toMatchObject([
      {
        schema: "",
        name: 'Sales "2026"',
        rowEstimate: 5000,
        columns: [
          { name: "id", valueType: "number" },
          { name: "day", valueType: "date" },
        ],
        primaryKey: [],
      },
    ]);
  });
});

describe("a statement behind many comments", () => {
  const comments = "/**/ -- x\n".repeat(2000);

  it("is read at once, and known for what it is", async () => {
    expect((await ask(`${comments}SELECT 1`)).rows).toEqual([[1]]);
    expect((await ask(`${comments}EXPLAIN/**/ SELECT 1`)).rows).toHaveLength(1);
    await expect(ask(`${comments}PRAGMA database_list`)).rejects.toThrow(/only read/);
  });
});

describe("what one source wrote to disk", () => {
  const spilling = "SELECT repeat(md5(range::VARCHAR), 20) AS secret FROM range(1500000) ORDER BY secret";

  it("is not read by a statement of another", async () => {
    const reading = { rowLimit: null, timeoutMs: 60_000 };
    const statement = { text: spilling, values: [], zone: "UTC" };
    const seen = await duckdb.stream(source({ id: "spilling" }), statement, reading, async ({ batches }) => {
      for await (const _ of batches) {
        const own = await folderOf("source");
        const theirs = await folderOf("spilling");
        const parent = path.dirname(own);
        const found = async (pattern: string) =>
          (await ask(`SELECT file FROM glob('${pattern}')`).catch(() => ({ rows: [] }))).rows.length;
        expect(readdirSync(theirs).length).toBeGreaterThan(0);
        return [await found(`${own}/*`), await found(`${parent}/*`), await found(`${theirs}/*`)];
      }
      return null;
    });
    duckdb.close("spilling");
    expect(seen).toEqual([0, 0, 0]);
  }, 120_000);

  const folderOf = async (id: string): Promise<string> => {
    const connection = await (await instanceOf(source({ id }), "UTC")).connect();
    const settings = await connection.run("SELECT current_setting('temp_directory')");
    const [[folder] = []] = await settings.getRows();
    connection.closeSync();
    return String(folder);
  };
});

describe("where the files are stored", () => {
  it.each([
    "SELECT sql FROM duckdb_views()",
    "SELECT sql FROM 'duckdb_views'",
    "SELECT sql FROM $$duckdb_views$$",
    "SELECT * FROM sqlite_master",
    'SELECT * FROM "Sales ""2026""" AS s, "SQLITE_SCHEMA" LIMIT 1',
    "SELECT view_definition FROM information_schema.views",
    'SELECT view_definition FROM system."information_schema" . /* */ "views"',
    "SELECT * FROM pg_views",
    "FROM pg_settings",
    "SELECT * FROM duckdb_settings()",
    "SELECT current_setting('allowed_paths')",
    "SELECT * FROM duckdb_external_file_cache()",
    'EXPLAIN ANALYZE SELECT * FROM "Sales ""2026"""',
    'SELECT CAST((SELECT min(day) FROM "Sales ""2026""") AS INTEGER)',
    'SELECT filename FROM "Sales ""2026"""',
  ])("is not told by %s", async (text) => {
    const error = await ask(text).then(
      () => null,
      (thrown: Error) => thrown,
    );
    expect(error).toMatchObject({ code: "query_failed" });
    expect(JSON.stringify([error?.message, (error as { details?: unknown } | null)?.details])).not.toContain(
      folder,
    );
  });

  it("is not told by a plan", async () => {
    const statement = { text: 'SELECT sum(id) FROM "Sales ""2026""" WHERE id > 3', values: [], zone: "UTC" };
    expect((await duckdb.explain(source(), statement)).join("")).not.toMatch(/parquet"|\/|part/);
  });
});

describe("functions that do more than answer", () => {
  it.each([
    "SELECT * FROM enable_logging('QueryLog')",
    "SELECT * FROM \"ENABLE_LOGGING\"/* */('QueryLog')",
    "SELECT * FROM system.main.enable_logging(storage = 'file', storage_config = {'path': '/tmp/log'})",
    "SELECT * FROM disable_logging()",
    "SELECT message FROM duckdb_logs",
    "SELECT * FROM duckdb_logs()",
    "SELECT * FROM query('SELECT * FROM enable_logging()')",
    "FROM query_table('duckdb_logs')",
    "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
    "SELECT * FROM enable_profiling(save_location = '/tmp/profile.json')",
    "SELECT * FROM checkpoint()",
    "SELECT * FROM enable_peg_parser()",
    "SELECT sleep_ms(600000)",
    "WITH x AS (SELECT * FROM arrow_scan(1, 2, 3)) SELECT * FROM x",
    "EXPLAIN ANALYZE SELECT * FROM enable_logging()",
    "SELECT * FROM 'duckdb_logs'",
  ])("%s is refused, and changes nothing for others", async (text) => {
    await expect(ask(text)).rejects.toMatchObject({
      code: "query_failed",
      message: expect.stringMatching(/does more than answer/),
    });
    expect((await ask("SELECT 1")).rows).toEqual([[1]]);
  });

  it("are columns and texts where nothing is called", async () => {
    expect((await ask("SELECT 'enable_logging()' AS query, 2 AS \"checkpoint\"")).rows).toEqual([
      ["enable_logging()", 2],
    ]);
  });
});
