import { randomBytes } from "node:crypto";
import { createClient } from "@clickhouse/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clickhouse } from "./clickhouse";
import { describeConnector, type Fixture, INSTANTS, WALLS } from "./contract";
import type { OpenServer } from "./types";

process.env.SOURCE_ALLOWED_NETWORKS ??= "loopback";

/** The address of a user who may create databases, e.g. http://default:secret@127.0.0.1:8123. */
const SERVER = process.env.BROADSHEET_TEST_CLICKHOUSE_URL ?? "";
const WHY_NOT =
  "BROADSHEET_TEST_CLICKHOUSE_URL names no server (npm run test:connectors tells how to get one)";

async function setUp(): Promise<Fixture<OpenServer>> {
  const url = new URL(SERVER);
  const password = decodeURIComponent(url.password);
  const admin = createClient({ url: url.origin, username: url.username || "default", password });
  const name = `contract_${randomBytes(6).toString("hex")}`;
  const rowsOf = async (query: string) => (await admin.query({ query, format: "JSONEachRow" })).json();
  await admin.command({ query: `CREATE DATABASE ${name}` });
  await admin.command({
    query: `CREATE TABLE ${name}.sales (id UInt64, shop LowCardinality(Nullable(String)), amount Decimal(12, 2) COMMENT 'Gross',
      at DateTime64(3), day Date, paid Bool) ENGINE = MergeTree ORDER BY id COMMENT 'One row a sale'`,
  });
  await admin.command({ query: `INSERT INTO ${name}.sales (id, amount) VALUES (1, 2)` });
  return {
    connector: clickhouse,
    source: {
      id: name,
      kind: "CLICKHOUSE",
      name: "Contract",
      fingerprint: name,
      settings: {
        host: url.hostname,
        port: Number(url.port || 8123),
        database: name,
        user: url.username || "default",
        tls: "disable",
        caCertificate: "",
      },
      password: () => password,
      statementTimeoutMs: 20_000,
      rowLimit: 1000,
      connectionLimit: 2,
    },
    sql: {
      parameter: (place) => `{p${place}:Nullable(String)}`,
      types: (
        [
          ["true", "Bool", "boolean", true],
          ["toInt32(-42)", "Int32", "number", -42],
          ["toUInt64('18446744073709551615')", "UInt64", "number", "18446744073709551615"],
          ["toInt256('-9007199254740993000000000')", "Int256", "number", "-9007199254740993000000000"],
          [
            "toDecimal128('12345678901234567890.0123456789', 10)",
            "Decimal(38, 10)",
            "number",
            "12345678901234567890.0123456789",
          ],
          ["toDecimal64('12.30', 2)", "Decimal(10, 2)", "number", 12.3],
          ["toFloat32(0.1)", "Float32", "number", 0.1],
          ["1e300", "Float64", "number", 1e300],
          ["nan", "Float64", "number", null],
          ["-inf", "Float64", "number", null],
          ["'Größe 🧾 ᴺᵁᴸᴸ'", "String", "text", "Größe 🧾 ᴺᵁᴸᴸ"],
          ["toLowCardinality('x')", "LowCardinality(Nullable(String))", "text", "x"],
          ["CAST('ü', 'Enum8(\\'ü\\' = 1)')", "Enum8('ü' = 1)", "text", "ü"],
          ["toDate('2026-02-28')", "Date", "date", "2026-02-28"],
          ["toDate32('1925-02-28')", "Date32", "date", "1925-02-28"],
          [
            "toDateTime('2026-02-28 12:34:56', 'Asia/Tokyo')",
            "DateTime",
            "timestamp",
            "2026-02-28T03:34:56.000Z",
          ],
          [
            "toDateTime64('2026-02-28 12:34:56.123456789', 9, 'UTC')",
            "DateTime64(9)",
            "timestamp",
            "2026-02-28T12:34:56.123Z",
          ],
          [
            "toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')",
            "UUID",
            "text",
            "61f0c404-5cb3-11e7-907b-a6006ad3dba0",
          ],
        ] as const
      ).map(([sql, type, valueType, cell]) => ({
        sql,
        nullSql: type.includes("Nullable")
          ? `CAST(NULL, '${type}')`
          : `CAST(NULL, 'Nullable(${type.replaceAll("'", "\\'")})')`,
        type: valueType,
        cell,
      })),
      walls: `SELECT ${WALLS.map((wall, at) => `toDateTime64('${wall}', 3) AS c${at}`).join(", ")}`,
      wallsInBerlin: [
        "2026-09-30T22:00:00.000Z",
        "2026-11-30T23:00:00.000Z",
        "2026-10-25T00:30:00.000Z",
        "2026-03-29T00:30:00.000Z",
      ],
      instants: `SELECT ${INSTANTS.map((instant, at) => `fromUnixTimestamp64Milli(${Date.parse(instant)}) AS c${at}`).join(", ")}`,
      days: `SELECT ${INSTANTS.map((instant, at) => `toDate(fromUnixTimestamp64Milli(${Date.parse(instant)})) AS c${at}`).join(", ")}`,
      series: (rows) => `SELECT number + 1 AS n, repeat('x', 2000) AS t FROM numbers(${rows})`,
      slow: "SELECT count() FROM numbers(1000000000000000) WHERE sipHash64(number) = 1",
      duplicateNames: "SELECT 1 AS a, 1 AS a",
      empty: "SELECT toInt32(1) AS a, 'x' AS b WHERE 0",
      writes: [
        "INSERT INTO sales (id) VALUES (2)",
        `INSERT INTO ${name}.sales (id) SELECT 3`,
        "ALTER TABLE sales DELETE WHERE 1",
        "DELETE FROM sales WHERE 1",
        "TRUNCATE TABLE sales",
        "DROP TABLE sales",
        "CREATE TABLE more (id UInt8) ENGINE = Memory",
        "CREATE TEMPORARY TABLE more (id UInt8) ENGINE = Memory",
        "SELECT 1 SETTINGS readonly = 0",
        "SELECT 1 SETTINGS max_execution_time = 0",
        "SET readonly = 0",
        "SELECT 1 FORMAT CSV",
        "SELECT 1 INTO OUTFILE '/tmp/broadsheet-contract'",
        "SELECT * FROM url('http://127.0.0.1:1/', CSV, 'a String')",
        "INSERT INTO FUNCTION file('broadsheet-contract.csv') SELECT 1",
        "KILL QUERY WHERE 1",
      ],
      syntaxError: { text: "SELECT 'ü'\n 2", position: 13 },
      plan: { text: "SELECT * FROM sales WHERE id = 1", shows: /ReadFromMergeTree/ },
    },
    tables: [
      {
        schema: name,
        name: "sales",
        comment: "One row a sale",
        rowEstimate: 1,
        columns: [
          { name: "id", type: "UInt64", valueType: "number", nullable: false, comment: null },
          {
            name: "shop",
            type: "LowCardinality(Nullable(String))",
            valueType: "text",
            nullable: true,
            comment: null,
          },
          { name: "amount", type: "Decimal(12, 2)", valueType: "number", nullable: false, comment: "Gross" },
          { name: "at", type: "DateTime64(3)", valueType: "timestamp", nullable: false, comment: null },
          { name: "day", type: "Date", valueType: "date", nullable: false, comment: null },
          { name: "paid", type: "Bool", valueType: "boolean", nullable: false, comment: null },
        ],
        primaryKey: [],
        foreignKeys: [],
      },
    ],
    written: async () => [
      await rowsOf(`SELECT * FROM ${name}.sales`),
      await rowsOf(`SHOW TABLES FROM ${name}`),
    ],
    running: async () => {
      const rows = await rowsOf(
        `SELECT toString(count()) AS n FROM system.processes WHERE current_database = '${name}' AND query NOT LIKE '%system.processes%'`,
      );
      return Number((rows[0] as { n: string }).n);
    },
    end: async () => {
      await admin.command({ query: `DROP DATABASE ${name}` });
      await admin.close();
    },
  };
}

describe.skipIf(!SERVER)(SERVER ? "a server" : WHY_NOT, () => {
  describeConnector("ClickHouse", setUp);

  describe("a test of a connection", () => {
    let fixture: Fixture<OpenServer>;
    beforeAll(async () => {
      fixture = await setUp();
    });
    afterAll(() => fixture.end());

    it("tells each step, and says which one failed", async () => {
      const { settings } = fixture.source;
      const password = fixture.source.password();
      const good = await clickhouse.test({ settings, password });
      expect(good.steps.map(({ name, ok, message }) => [name, ok, message])).toEqual(
        ["resolve", "connect", "sign in", "read-only", "list tables"].map((name) => [
          name,
          true,
          expect.any(String),
        ]),
      );
      const failed = async (changes: Partial<typeof settings>, other = password) => {
        const { ok, steps } = await clickhouse.test({
          settings: { ...settings, ...changes },
          password: other,
        });
        return [ok, steps.at(-1)?.name, steps.at(-1)?.message];
      };
      expect(await failed({}, "wrong")).toEqual([
        false,
        "sign in",
        expect.stringMatching(/password is wrong/),
      ]);
      expect(await failed({ port: 1 })).toEqual([false, "connect", expect.stringMatching(/refused/)]);
      expect(await failed({ host: "no-such-host.invalid" })).toEqual([false, "resolve", expect.any(String)]);
      expect(await failed({ host: "169.254.169.254" })).toEqual([
        false,
        "resolve",
        expect.stringMatching(/SOURCE_ALLOWED_NETWORKS/),
      ]);
      expect(await failed({ tls: "require" })).toEqual([false, "connect", expect.any(String)]);
    });
  });
});
