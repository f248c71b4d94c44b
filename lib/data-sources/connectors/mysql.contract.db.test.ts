import { randomBytes } from "node:crypto";
import { tzOffset } from "@date-fns/tz";
import { createConnection } from "mysql2/promise";
import { describe, expect, it } from "vitest";
import { describeConnector, type Fixture, INSTANTS, WALLS } from "./contract";
import { mysql } from "./mysql";
import type { OpenServer, Statement } from "./types";

process.env.SOURCE_ALLOWED_NETWORKS ??= "loopback";

/** An administrator's address, e.g. mysql://root@127.0.0.1:3306: databases and users are made and dropped. */
const SERVER = process.env.BROADSHEET_TEST_MYSQL_URL ?? "";
const WHY_NOT = "BROADSHEET_TEST_MYSQL_URL names no server (npm run test:connectors starts one)";
/** A server that a distribution has just installed knows no zone by name. */
const KNOWN_ZONES = ["Europe/Berlin", "America/New_York"];
const UNKNOWN_ZONE = "Asia/Kathmandu";

async function withAdmin<T>(work: (ask: (sql: string) => Promise<unknown[]>) => Promise<T>): Promise<T> {
  const connection = await createConnection({ uri: SERVER, multipleStatements: true });
  try {
    return await work(async (sql) => (await connection.query(sql))[0] as unknown[]);
  } finally {
    await connection.end();
  }
}

async function knowsZone(zone: string): Promise<boolean> {
  const [row] = await withAdmin((ask) =>
    ask(
      `SELECT CONVERT_TZ('2026-01-01', 'UTC', '${zone}') IS NOT NULL OR CONVERT_TZ('2026-01-01', '+00:00', '${zone}') IS NOT NULL AS knows`,
    ),
  );
  return (row as { knows: number }).knows === 1;
}

/** Fills the server's time zone tables as mysql_tzinfo_to_sql does, for the years of the tests. */
async function teachZone(zone: string): Promise<void> {
  if (await knowsZone(zone)) return;
  const offsetAt = (hour: number) => tzOffset(zone, new Date(hour * 3_600_000));
  const [from, to] = [Date.UTC(2025, 0, 1), Date.UTC(2028, 0, 1)].map((ms) => ms / 3_600_000) as [
    number,
    number,
  ];
  const changes = [from];
  for (let hour = from + 1; hour < to; hour += 1)
    if (offsetAt(hour) !== offsetAt(hour - 1)) changes.push(hour);
  const offsets = [...new Set(changes.map(offsetAt))];
  await withAdmin((ask) =>
    ask(`
      INSERT INTO mysql.time_zone (Use_leap_seconds) VALUES ('N');
      SET @zone = LAST_INSERT_ID();
      INSERT INTO mysql.time_zone_name VALUES ('${zone}', @zone);
      INSERT INTO mysql.time_zone_transition_type VALUES ${offsets.map((offset, at) => `(@zone, ${at}, ${offset * 60}, ${at}, 'T${at}')`).join(", ")};
      INSERT INTO mysql.time_zone_transition VALUES ${changes.map((hour) => `(@zone, ${hour * 3600}, ${offsets.indexOf(offsetAt(hour))})`).join(", ")};`),
  );
}

async function setUp(): Promise<Fixture<OpenServer>> {
  const url = new URL(SERVER);
  const name = `contract_${randomBytes(6).toString("hex")}`;
  await withAdmin((ask) =>
    ask(`
      CREATE DATABASE ${name} CHARACTER SET utf8mb4;
      CREATE USER '${name}'@'%' IDENTIFIED BY 'reader''s';
      GRANT ALL ON ${name}.* TO '${name}'@'%';
      USE ${name};
      CREATE TABLE shops (country varchar(2), code int, PRIMARY KEY (country, code));
      CREATE TABLE sales (id bigint PRIMARY KEY, shop_country varchar(2), shop_code int, amount decimal(12,2) NOT NULL COMMENT 'Gross',
        paid tinyint(1), at timestamp(3) NULL, FOREIGN KEY (shop_country, shop_code) REFERENCES shops (country, code)) COMMENT 'One row a sale';
      INSERT INTO sales (id, amount) VALUES (1, 2);
      CREATE TABLE kinds (flag bit(1), bits bit(10), small tinyint, day date, wall datetime(3), zero_day date, zero_wall datetime,
        part_day date, document json, kind enum('a', 'ü'), bytes varbinary(8), single float, year_ year);
      SET sql_mode = '';
      INSERT INTO kinds VALUES (b'1', b'1000000001', -5, '2026-02-28', '2026-02-28 12:34:56.789', '0000-00-00', '0000-00-00 00:00:00',
        '2026-00-00', '{"a": 1}', 'ü', X'deadbeef', 0.1, 2026), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
      SET time_zone = '+00:00';
      CREATE TABLE moments (id int PRIMARY KEY, at timestamp(3) NOT NULL);
      INSERT INTO moments VALUES ${INSTANTS.map((instant, at) => `(${at}, '${instant.replace("T", " ").replace("Z", "")}')`).join(", ")};
      CREATE VIEW all_sales AS SELECT id FROM sales;
      CREATE PROCEDURE sell() BEGIN COMMIT; INSERT INTO sales (id, amount) VALUES (-1, 1); END;
      CREATE FUNCTION sold() RETURNS int MODIFIES SQL DATA BEGIN INSERT INTO sales (id, amount) VALUES (-2, 1); RETURN 1; END;`),
  );
  for (const zone of KNOWN_ZONES) await teachZone(zone);
  const kind = (column: string) => `(SELECT ${column} FROM kinds WHERE small IS NOT NULL)`;
  const noKind = (column: string) => `(SELECT ${column} FROM kinds WHERE small IS NULL)`;
  const moments = (column: (alias: string) => string) =>
    `SELECT ${INSTANTS.map((_, at) => `${column(`m${at}`)} AS c${at}`).join(", ")} FROM ${INSTANTS.map((_, at) => `moments m${at}`).join(", ")} WHERE ${INSTANTS.map((_, at) => `m${at}.id = ${at}`).join(" AND ")}`;
  const numberOf = async (sql: string) =>
    withAdmin(async (ask) => Number(Object.values((await ask(sql))[0] as Record<string, unknown>)[0]));
  return {
    connector: mysql,
    source: {
      id: name,
      kind: "MYSQL",
      name: "Contract",
      fingerprint: name,
      settings: {
        host: url.hostname,
        port: Number(url.port || 3306),
        database: name,
        user: name,
        tls: "disable",
        caCertificate: "",
      },
      password: () => "reader's",
      statementTimeoutMs: 20_000,
      rowLimit: 1000,
      connectionLimit: 1,
    },
    sql: {
      parameter: () => "CAST(? AS CHAR)",
      types: [
        ...(
          [
            ["CAST(9007199254740993 AS SIGNED)", "CAST(NULL AS SIGNED)", "number", "9007199254740993"],
            [
              "CAST(18446744073709551615 AS UNSIGNED)",
              "CAST(NULL AS UNSIGNED)",
              "number",
              "18446744073709551615",
            ],
            [
              "CAST('12345678901234567890.0123456789' AS DECIMAL(40,10))",
              "CAST(NULL AS DECIMAL(40,10))",
              "number",
              "12345678901234567890.0123456789",
            ],
            ["CAST(-12.30 AS DECIMAL(10,2))", "CAST(NULL AS DECIMAL(10,2))", "number", -12.3],
            ["1e300", "CAST(NULL AS DOUBLE)", "number", 1e300],
            ["'Größe 🧾'", "CAST(NULL AS CHAR)", "text", "Größe 🧾"],
            ["CAST('-01:02:03' AS TIME)", "CAST(NULL AS TIME)", "text", "-01:02:03"],
            [
              "CAST('2026-02-28 12:34:56' AS DATETIME)",
              "CAST(NULL AS DATETIME)",
              "timestamp",
              "2026-02-28T12:34:56.000Z",
            ],
          ] as const
        ).map(([sql, nullSql, type, cell]) => ({ sql, nullSql, type, cell })),
        ...(
          [
            ["flag", "boolean", true],
            ["bits", "number", 513],
            ["small", "number", -5],
            ["day", "date", "2026-02-28"],
            ["wall", "timestamp", "2026-02-28T12:34:56.789Z"],
            ["zero_day", "date", null],
            ["zero_wall", "timestamp", null],
            ["part_day", "date", null],
            ["document", "text", `{"a": 1}`],
            ["kind", "text", "ü"],
            ["bytes", "text", "\\xdeadbeef"],
            ["single", "number", 0.1],
            ["year_", "number", 2026],
          ] as const
        ).map(([column, type, cell]) => ({ sql: kind(column), nullSql: noKind(column), type, cell })),
      ],
      walls: `SELECT ${WALLS.map((wall, at) => `CAST('${wall}' AS DATETIME) AS c${at}`).join(", ")}`,
      instants: moments((alias) => `${alias}.at`),
      days: moments((alias) => `DATE(${alias}.at)`),
      series: (rows) =>
        `WITH RECURSIVE s AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM s WHERE n < 999)
         SELECT a.n * 1000 + b.n + 1 AS n, REPEAT('x', 2000) AS t FROM s a, s b WHERE a.n * 1000 + b.n < ${rows} ORDER BY 1`,
      slow: "SELECT COUNT(*) FROM information_schema.columns a, information_schema.columns b, information_schema.columns c, information_schema.columns d WHERE SLEEP(1) = 0",
      duplicateNames: "SELECT 1 AS a, 2 AS a",
      empty: "SELECT 1 AS a, 'x' AS b FROM DUAL WHERE false",
      writes: [
        "INSERT INTO sales (id, amount) VALUES (2, 2)",
        "UPDATE sales SET amount = 0",
        "DELETE FROM sales",
        "WITH x AS (SELECT 1 AS id) DELETE FROM sales WHERE id IN (SELECT id FROM x)",
        "CREATE TABLE more (id int)",
        "DROP TABLE sales",
        "TRUNCATE sales",
        "CALL sell()",
        "SELECT sold()",
        "SELECT * FROM sales INTO OUTFILE '/tmp/broadsheet-contract'",
        "SELECT * FROM sales INTO /* x */ DUMPFILE '/tmp/broadsheet-contract'",
        "SELECT * FROM sales FOR UPDATE",
        "/*! DELETE FROM sales */",
        "SELECT 1 /*!50000 INTO OUTFILE '/tmp/broadsheet-contract' */",
        "COMMIT",
        "SET SESSION TRANSACTION READ WRITE",
        "LOCK TABLES sales WRITE",
        "KILL CONNECTION_ID()",
        "LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE sales",
      ],
      syntaxError: { text: "SELECT 1,\n FROM x", position: 12 },
      plan: { text: "SELECT * FROM sales WHERE id = 1", shows: /table sales/ },
    },
    tables: [
      {
        schema: name,
        name: "all_sales",
        comment: null,
        rowEstimate: null,
        columns: [{ name: "id", type: "bigint(20)", valueType: "number", nullable: false, comment: null }],
        primaryKey: [],
        foreignKeys: [],
      },
      {
        schema: name,
        name: "sales",
        comment: "One row a sale",
        rowEstimate: 1,
        columns: [
          { name: "id", type: "bigint(20)", valueType: "number", nullable: false, comment: null },
          { name: "shop_country", type: "varchar(2)", valueType: "text", nullable: true, comment: null },
          { name: "shop_code", type: "int(11)", valueType: "number", nullable: true, comment: null },
          { name: "amount", type: "decimal(12,2)", valueType: "number", nullable: false, comment: "Gross" },
          { name: "paid", type: "tinyint(1)", valueType: "boolean", nullable: true, comment: null },
          { name: "at", type: "timestamp(3)", valueType: "timestamp", nullable: true, comment: null },
        ],
        primaryKey: ["id"],
        foreignKeys: [
          {
            columns: ["shop_country", "shop_code"],
            schema: name,
            table: "shops",
            referencedColumns: ["country", "code"],
          },
        ],
      },
    ],
    written: () =>
      withAdmin(async (ask) => [
        await ask(`SELECT * FROM ${name}.sales`),
        await ask(`SHOW TABLES FROM ${name}`),
      ]),
    running: () =>
      numberOf(
        `SELECT COUNT(*) FROM information_schema.processlist WHERE user = '${name}' AND command IN ('Execute', 'Query')`,
      ),
    connections: () => numberOf(`SELECT COUNT(*) FROM information_schema.processlist WHERE user = '${name}'`),
    end: () => withAdmin(async (ask) => void (await ask(`DROP DATABASE ${name}; DROP USER '${name}'@'%'`))),
  };
}

describe.skipIf(!SERVER)(SERVER ? "a server" : WHY_NOT, () => {
  describeConnector("MySQL or MariaDB", setUp);

  describe("MySQL's own ways", () => {
    async function withFixture(work: (fixture: Fixture<OpenServer>) => Promise<void>) {
      const fixture = await setUp();
      try {
        await work(fixture);
      } finally {
        mysql.close(fixture.source.id);
        await fixture.end();
      }
    }

    it("a zone the server does not know is its present offset, and instants stay what they are", async ({
      skip,
    }) => {
      skip(await knowsZone(UNKNOWN_ZONE), "this server knows every zone");
      await withFixture(async ({ source, sql }) => {
        const ask = (text: string, more: Partial<Statement> = {}) =>
          mysql.run(source, { text, values: [], zone: UNKNOWN_ZONE, ...more });
        expect((await ask("SELECT @@time_zone AS z")).rows).toEqual([["+05:45"]]);
        expect((await ask(sql.instants)).rows).toEqual([[...INSTANTS]]);
        expect((await ask("SELECT CAST('2026-10-01 00:00:00' AS DATETIME) AS w")).rows).toEqual([
          ["2026-09-30T18:15:00.000Z"],
        ]);
      });
    });

    it("nothing of a statement is left for the next one", () =>
      withFixture(async ({ source }) => {
        const ask = (text: string) => mysql.run(source, { text, values: [], zone: "UTC" });
        expect((await ask("SELECT GET_LOCK('broadsheet', 0) AS a, @left := 7 AS b")).rows).toEqual([[1, 7]]);
        expect((await ask("SELECT IS_FREE_LOCK('broadsheet') AS a, @left AS b")).rows).toEqual([[1, null]]);
      }));

    it("a test of a connection tells each step, and says which one failed", () =>
      withFixture(async ({ source: { settings } }) => {
        const good = await mysql.test({ settings, password: "reader's" });
        expect(good.steps.map(({ name, ok }) => [name, ok])).toEqual(
          ["resolve", "connect", "sign in", "read-only", "list tables"].map((name) => [name, true]),
        );
        expect(good.steps[3]?.message).toMatch(/runs every query read only\. The user may write/);
        const failed = async (changes: Partial<typeof settings>, password = "reader's") => {
          const { ok, steps } = await mysql.test({ settings: { ...settings, ...changes }, password });
          return [ok, steps.at(-1)?.name, steps.at(-1)?.message];
        };
        expect(await failed({}, "wrong")).toEqual([
          false,
          "sign in",
          expect.stringMatching(/password is wrong/),
        ]);
        expect(await failed({ database: "mysql" })).toEqual([
          false,
          "sign in",
          expect.stringMatching(/may not use the database/),
        ]);
        expect(await failed({ port: 1 })).toEqual([false, "connect", expect.stringMatching(/refused/)]);
        expect(await failed({ host: "no-such-host.invalid" })).toEqual([
          false,
          "resolve",
          expect.any(String),
        ]);
        expect(await failed({ host: "169.254.169.254" })).toEqual([
          false,
          "resolve",
          expect.stringMatching(/SOURCE_ALLOWED_NETWORKS/),
        ]);
        expect(await failed({ tls: "verify" })).toEqual([
          false,
          "connect",
          expect.stringMatching(/TLS|certificate/),
        ]);
      }));
  });
});
