import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { text as readText } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withOwner } from "@/tests/support/database";
import { describeConnector, type Fixture, INSTANTS, WALLS } from "./contract";
import { postgres } from "./postgres";
import { copyCsv } from "./postgres-copy";
import { readTimestamp } from "./timestamps";
import type { OpenServer } from "./types";

process.env.SOURCE_ALLOWED_NETWORKS ??= "loopback";

async function setUp(): Promise<Fixture<OpenServer>> {
  const url = new URL(process.env.TEST_OWNER_URL ?? "");
  const user = `contract_${randomBytes(6).toString("hex")}`;
  const schema = `it_${user}`;
  await withOwner((client) =>
    client.query(`
      CREATE ROLE ${user} LOGIN PASSWORD 'reader';
      CREATE SCHEMA ${schema};
      CREATE DOMAIN ${schema}.euros AS numeric(12, 2);
      CREATE TABLE ${schema}.shops (country text, code int, PRIMARY KEY (country, code));
      CREATE TABLE ${schema}.sales (id bigint PRIMARY KEY, shop_country text, shop_code int, amount ${schema}.euros NOT NULL, at timestamptz,
        FOREIGN KEY (shop_country, shop_code) REFERENCES ${schema}.shops (country, code));
      COMMENT ON TABLE ${schema}.sales IS 'One row a sale';
      INSERT INTO ${schema}.sales (id, amount) VALUES (1, 2);
      CREATE SEQUENCE ${schema}.counter;
      CREATE FUNCTION ${schema}.sell() RETURNS integer LANGUAGE plpgsql AS
        $$ BEGIN INSERT INTO ${schema}.sales (id, amount) VALUES (-1, 1); RETURN 1; END $$;
      ANALYZE ${schema}.sales;
      GRANT USAGE ON SCHEMA ${schema} TO ${user};
      GRANT ALL ON ALL TABLES IN SCHEMA ${schema} TO ${user};
      GRANT ALL ON ALL SEQUENCES IN SCHEMA ${schema} TO ${user};`),
  );
  const count = (sql: string) =>
    withOwner(async (client) => Number((await client.query<{ count: string }>(sql, [user])).rows[0]?.count));
  return {
    connector: postgres,
    source: {
      id: user,
      kind: "POSTGRESQL",
      name: "Contract",
      fingerprint: user,
      settings: {
        host: url.hostname,
        port: Number(url.port || 5432),
        database: url.pathname.slice(1),
        user,
        tls: "disable",
        caCertificate: "",
      },
      password: () => "reader",
      statementTimeoutMs: 20_000,
      rowLimit: 1000,
      connectionLimit: 1,
    },
    sql: {
      parameter: (place) => `$${place}::text`,
      types: [
        ["true", "boolean", "boolean", true],
        ["42::int", "int", "number", 42],
        ["9007199254740993::bigint", "bigint", "number", "9007199254740993"],
        ["12345678901234567890.0123456789::numeric", "numeric", "number", "12345678901234567890.0123456789"],
        ["12.30::numeric(10,2)", "numeric(10,2)", "number", 12.3],
        ["0.1::real", "real", "number", 0.1],
        ["1e300::float8", "float8", "number", 1e300],
        ["'NaN'::float8", "float8", "number", null],
        ["'Größe 🧾'::text", "text", "text", "Größe 🧾"],
        ["date '2026-02-28'", "date", "date", "2026-02-28"],
        ["'infinity'::date", "date", "date", null],
        ["timestamp '2026-02-28 12:34:56.789'", "timestamp", "timestamp", "2026-02-28T12:34:56.789Z"],
        ["timestamptz '2026-02-28 12:34:56+02'", "timestamptz", "timestamp", "2026-02-28T10:34:56.000Z"],
        ["time '12:34'", "time", "text", "12:34:00"],
        ["interval '-1 day'", "interval", "text", "-1 days"],
        [`'{"a": 1}'::jsonb`, "jsonb", "text", `{"a": 1}`],
        ["ARRAY[1, 2]", "int[]", "text", "{1,2}"],
        ["'\\xdeadbeef'::bytea", "bytea", "text", "\\xdeadbeef"],
      ].map(([sql, type, valueType, cell]) => ({
        sql: String(sql),
        nullSql: `NULL::${type}`,
        type: valueType as "text",
        cell: cell as string,
      })),
      walls: `SELECT ${WALLS.map((wall, at) => `timestamp '${wall}' AS c${at}`).join(", ")}`,
      instants: `SELECT ${INSTANTS.map((instant, at) => `timestamptz '${instant}' AS c${at}`).join(", ")}`,
      days: `SELECT ${INSTANTS.map((instant, at) => `date_trunc('day', timestamptz '${instant}')::date AS c${at}`).join(", ")}`,
      series: (rows) => `SELECT n, repeat('x', 2000) AS t FROM generate_series(1, ${rows}) n`,
      slow: "SELECT pg_sleep(300)",
      duplicateNames: "SELECT 1 AS a, 2 AS a",
      empty: "SELECT 1 AS a, 'x'::text AS b WHERE false",
      writes: [
        `INSERT INTO ${schema}.sales (id, amount) VALUES (2, 2)`,
        `UPDATE ${schema}.sales SET amount = 0 RETURNING id`,
        `WITH gone AS (DELETE FROM ${schema}.sales RETURNING id) SELECT * FROM gone`,
        `TRUNCATE ${schema}.sales`,
        `CREATE TABLE ${schema}.more (id int)`,
        `SELECT * INTO ${schema}.more FROM ${schema}.sales`,
        `SELECT nextval('${schema}.counter')`,
        `SELECT ${schema}.sell()`,
        `SELECT * FROM ${schema}.sales FOR UPDATE`,
        `COPY ${schema}.sales TO PROGRAM 'cat'`,
        `DO $$ BEGIN INSERT INTO ${schema}.sales (id, amount) VALUES (3, 3); END $$`,
      ],
      syntaxError: { text: "SELECT 1,\n FROM x", position: 12 },
      plan: { text: `SELECT * FROM ${schema}.sales WHERE id = 1`, shows: /Scan.* on sales/ },
    },
    tables: [
      {
        schema,
        name: "sales",
        comment: "One row a sale",
        rowEstimate: 1,
        columns: [
          { name: "id", type: "bigint", valueType: "number", nullable: false, comment: null },
          { name: "shop_country", type: "text", valueType: "text", nullable: true, comment: null },
          { name: "shop_code", type: "integer", valueType: "number", nullable: true, comment: null },
          { name: "amount", type: `${schema}.euros`, valueType: "number", nullable: false, comment: null },
          {
            name: "at",
            type: "timestamp with time zone",
            valueType: "timestamp",
            nullable: true,
            comment: null,
          },
        ],
        primaryKey: ["id"],
        foreignKeys: [
          {
            columns: ["shop_country", "shop_code"],
            schema,
            table: "shops",
            referencedColumns: ["country", "code"],
          },
        ],
      },
    ],
    written: () =>
      withOwner(
        async (client) =>
          (
            await client.query(
              `SELECT *, (SELECT last_value FROM ${schema}.counter), (SELECT count(*) FROM pg_class WHERE relnamespace = '${schema}'::regnamespace) AS relations FROM ${schema}.sales`,
            )
          ).rows,
      ),
    running: () => count("SELECT count(*) FROM pg_stat_activity WHERE usename = $1 AND state = 'active'"),
    connections: () => count("SELECT count(*) FROM pg_stat_activity WHERE usename = $1"),
    end: () =>
      withOwner(
        async (client) =>
          void (await client.query(
            `DROP SCHEMA ${schema} CASCADE; DROP OWNED BY ${user}; DROP ROLE ${user}`,
          )),
      ),
  };
}

describeConnector("PostgreSQL", setUp);

describe("PostgreSQL's CSV", () => {
  let fixture: Fixture<OpenServer>;
  beforeAll(async () => {
    fixture = await setUp();
  });
  afterAll(async () => {
    postgres.close(fixture.source.id);
    await fixture.end();
  });

  async function csv(
    text: string,
    values: (string | null)[] = [],
    more: { rowLimit?: number; zone?: string; guardFormulas?: boolean } = {},
  ) {
    const write = new PassThrough();
    const { zone = "Europe/Berlin", ...options } = more;
    const written = readText(write);
    const { rows } = await copyCsv(
      fixture.source,
      { text, values, zone },
      { rowLimit: null, timeoutMs: 20_000, guardFormulas: true, ...options },
      write,
    );
    write.end();
    return { rows, text: await written };
  }

  it("has the cells of a result, and unique names", async () => {
    const { rows, text } =
      await csv(`SELECT 1 AS a, true AS a, 12.30::numeric AS n, 'NaN'::float8 AS f, date '2026-02-28' AS d,
      timestamp '2026-10-25 02:30:00' AS w, timestamptz '2026-10-25 00:30:00.123456+00' AS i, NULL::text AS z,
      'infinity'::timestamptz AS x, 'say "hi", you' AS t; -- the end`);
    expect(rows).toBe(1);
    expect(text).toBe(
      `a,a (2),n,f,d,w,i,z,x,t\r\n1,true,12.30,,2026-02-28,2026-10-25T01:30:00.000Z,2026-10-25T00:30:00.123Z,,,"say ""hi"", you"\n`,
    );
  });

  it("cuts instants to milliseconds as a result does, and knows which numbers are none", async () => {
    const instants = [
      "2026-01-01 00:00:00+00",
      "2026-01-01 00:00:00.2+00",
      "2026-01-01 00:00:00.25+01",
      "1969-12-31 23:59:59.999999+00",
      "1999-12-31 23:59:59.000001-05",
      "0001-01-01 00:00:00.0009+00",
      "9999-12-31 23:59:59.999999+00",
    ];
    const list = "FROM unnest($1::text[]) t";
    const array = `{${instants.map((instant) => `"${instant}"`).join(",")}}`;
    const { text } = await csv(`SELECT t::timestamptz AS i ${list}`, [array]);
    expect(text.trim().split(/\r?\n/).slice(1)).toEqual(
      instants.map((instant) => readTimestamp(instant, "UTC")),
    );
    const numbers = "SELECT x::numeric(6, 2) AS fixed, x::numeric AS free, x::real AS single";
    expect((await csv(`${numbers} FROM (VALUES ('NaN'), ('-1.50')) v (x)`)).text).toBe(
      "fixed,free,single\r\n,,\n-1.50,-1.50,-1.5\n",
    );
    expect((await csv("SELECT x::numeric AS n, x::float8 AS f FROM (VALUES ('-Infinity')) v (x)")).text).toBe(
      "n,f\r\n,\n",
    );
    expect((await csv("SELECT '12345-06-07 08:09:10.5+00'::timestamptz AS i")).text).toBe(
      "i\r\n12345-06-07T08:09:10.500Z\n",
    );
  });

  it("keeps spreadsheets from running texts, in names too", async () => {
    const dangerous = [
      "=1+1",
      "+1",
      "-1",
      "@x",
      "\tx",
      "\rx",
      "\nx",
      "＝1",
      "＋1",
      "－1",
      "＠1",
      "plain",
      "a=1",
      "'x",
    ];
    const select = `SELECT t AS "=name", -1 AS number, '-1 day'::interval AS i FROM json_array_elements_text($1::json) t`;
    const list = JSON.stringify(dangerous);
    const { text } = await csv(select, [list]);
    const first = text
      .split(",-1,'-1 days\n")
      .slice(0, -1)
      .map((field) => field.replace(/^"|"$/g, ""));
    first[0] = first[0]?.split("\r\n")[1] ?? "";
    expect(first).toEqual(
      dangerous.map((value) => (/^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value)),
    );
    expect(text.startsWith("'=name,number,i\r\n")).toBe(true);
    expect((await csv("SELECT '=1' AS a", [], { guardFormulas: false })).text).toBe("a\r\n=1\n");
  });

  it("binds values by the type of their place, and leaves quoted places alone", async () => {
    const values = ["2026-03-01", "3", null, "'); DROP TABLE x; --", "=1"];
    const { text } = await csv(
      `SELECT $1::date + $2::int AS d, 7 > $2 AS n, $3::int AS z, $4 AS t, '$5' AS q, "$5$" AS i /* $1 */ FROM (SELECT $5 AS "$5$") x -- $2`,
      values,
    );
    expect(text).toBe("d,n,z,t,q,i\r\n2026-03-04,true,,'); DROP TABLE x; --,$5,'=1\n");
    await expect(csv("SELECT $1::int AS a", [])).rejects.toMatchObject({ code: "query_failed" });
    await expect(csv("SELECT $1::text AS a", ["a\0"])).rejects.toMatchObject({ code: "query_failed" });
  });

  it("never lets a text out of its brackets", async () => {
    const before = await fixture.written();
    const attacks = [
      "SELECT 1) TO PROGRAM 'touch /tmp/x' --",
      "SELECT 1) AS q (c1)) TO STDOUT; DROP TABLE x; COPY (SELECT 1",
      "SELECT 1; SELECT 2",
      ...fixture.sql.writes,
    ];
    for (const attack of attacks)
      await expect(csv(attack), attack).rejects.toMatchObject({ code: "query_failed" });
    expect(await fixture.written()).toEqual(before);
  });

  it("ends at its row limit, keeps the order, and writes names also without rows", async () => {
    expect(await csv("SELECT n FROM generate_series(1, 9) n ORDER BY n DESC", [], { rowLimit: 2 })).toEqual({
      rows: 2,
      text: "n\r\n9\n8\n",
    });
    expect(await csv("SELECT 1 AS a WHERE false")).toEqual({ rows: 0, text: "a\r\n" });
  });

  it("points at errors, stops when it is told, and passes the writer's error on", async () => {
    const { text, position } = fixture.sql.syntaxError;
    await expect(csv(text)).rejects.toMatchObject({ code: "query_failed", details: { position } });
    await expect(csv("SELECT 1 / (n - 5000) AS a FROM generate_series(1, 9000) n")).rejects.toMatchObject({
      code: "query_failed",
    });
    const big = { text: fixture.sql.series(200_000), values: [], zone: "UTC" };
    const options = { rowLimit: null, timeoutMs: 20_000, guardFormulas: true };
    const stop = new AbortController();
    const unread = new PassThrough();
    unread.once("data", () => {
      unread.pause();
      stop.abort();
    });
    await expect(
      copyCsv(fixture.source, big, { ...options, signal: stop.signal }, unread),
    ).rejects.toMatchObject({ code: "cancelled" });
    const failing = new PassThrough();
    failing.once("data", () => failing.destroy(new RangeError("the disk is full")));
    await expect(copyCsv(fixture.source, big, options, failing)).rejects.toThrow("the disk is full");
    expect((await csv("SELECT 1 AS a")).rows).toBe(1);
  });
});
