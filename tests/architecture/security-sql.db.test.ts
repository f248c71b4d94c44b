/** What the author of a query can do to the source and to this server: read, and nothing else. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { RequestContext } from "@/lib/context";
import { tryQuery } from "@/lib/queries";
import { withOwner } from "../support/database";
import { createWorkspace } from "../support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../support/source";

let shop: TestSource;
let editor: RequestContext;
let dataSourceId: string;
/** A source that ends a question for its size alone, however long the machine takes to make the answer. */
let patientId: string;
const PATIENCE_MS = 120_000;

beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));
beforeEach(async () => {
  const workspace = await createWorkspace();
  editor = workspace.as("EDITOR");
  // One connection: what a query leaves behind meets the next one.
  const admin = workspace.as("ADMIN");
  const patient = { name: "Patient shop", connectionLimit: 1, statementTimeoutMs: PATIENCE_MS };
  dataSourceId = (await addSource(admin, shop, { connectionLimit: 1, statementTimeoutMs: 5_000 })).id;
  patientId = (await addSource(admin, shop, patient)).id;
});

const run = (sql: string, source = dataSourceId) =>
  tryQuery(editor, { dataSourceId: source, definition: { kind: "sql", sql } });

/** Everything of the shop that could have been changed. */
const state = () =>
  withOwner(async (client) => {
    const { rows } = await client.query(`
      SELECT (SELECT count(*) || ':' || sum(amount) FROM shop.sales) AS sales,
        (SELECT last_value || ':' || is_called FROM shop.counter) AS counter,
        (SELECT count(*) FROM pg_class WHERE relnamespace = 'shop'::regnamespace) AS things,
        (SELECT count(*) FROM pg_largeobject_metadata) AS large_objects`);
    return rows;
  });

describe("a query that would do more than read", () => {
  it.each([
    "COMMIT",
    "ROLLBACK",
    "SET ROLE postgres",
    "RESET ALL",
    "DO $$ BEGIN DELETE FROM shop.sales; END $$",
    "CALL shop.sell()",
    "COPY shop.sales TO PROGRAM 'true'",
    "DELETE FROM shop.sales",
    "MERGE INTO shop.sales s USING shop.sales t ON s.id = t.id WHEN MATCHED THEN DELETE",
    "LISTEN job_events",
    "PREPARE p AS DELETE FROM shop.sales",
    "SELECT 1; DELETE FROM shop.sales",
    "SELECT 1;; /* */ COMMIT; DELETE FROM shop.sales",
    "SELECT 1 \\; DELETE FROM shop.sales",
    "SELECT E'\\'; COMMIT; DELETE FROM shop.sales; --'; DELETE FROM shop.sales",
    "SELECT '\\'; DELETE FROM shop.sales; --'",
    "SELECT U&'\\'; DELETE FROM shop.sales; --'",
    "SELECT $a$ $b$ $a$; DELETE FROM shop.sales; --$b$",
    "SELECT 1 /* /* */ ; DELETE FROM shop.sales; */ ; DELETE FROM shop.sales",
    "SELECT 1 --\r; DELETE FROM shop.sales",
    "SELECT 1 --\u2028; DELETE FROM shop.sales\n; DELETE FROM shop.sales",
    "WITH d AS (DELETE FROM shop.sales RETURNING 1) SELECT * FROM d",
    "WITH d AS (INSERT INTO shop.sales (id, day, shop) VALUES (-1, now(), 'x') RETURNING 1) TABLE d",
    "EXPLAIN ANALYZE DELETE FROM shop.sales",
    "EXPLAIN (ANALYZE) UPDATE shop.sales SET amount = 0",
    "SELECT * INTO shop.copy FROM shop.sales",
    "SELECT * INTO TEMPORARY copy FROM shop.sales",
    "SELECT * FROM shop.sales FOR UPDATE",
    "SELECT shop.sell()",
    "SELECT nextval('shop.counter')",
    "SELECT setval('shop.counter', 100)",
    "SELECT query_to_xml('DELETE FROM shop.sales RETURNING 1', true, false, '')",
    "SELECT set_config('transaction_read_only', 'off', true), shop.sell()",
    "SELECT set_config('transaction_read_only', 'off', false)",
    "SELECT set_config('role', 'postgres', true)",
    "SELECT set_config('session_authorization', 'postgres', true)",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT lo_import('/etc/hostname')",
    "SELECT lo_export(1, '/tmp/x')",
    "SELECT pg_read_file('/etc/hostname')",
    "SELECT pg_ls_dir('.')",
    "SELECT pg_reload_conf()",
    "TABLE shop.secret",
    "SELECT rolpassword FROM pg_authid",
    "SELECT passwd FROM pg_shadow",
    "SELECT password_hash FROM public.users",
    "SELECT * FROM public.due_schedules(now(), 100)",
  ])("is refused: %s", async (sql) => {
    const before = await state();
    await expect(run(sql)).rejects.toMatchObject({
      code: expect.stringMatching(/^(query_failed|invalid_input)$/),
    });
    expect(await state()).toEqual(before);
  });

  it("leaves nothing behind for the next one on its connection", async () => {
    const settings =
      "SELECT current_setting('search_path'), current_setting('statement_timeout'), coalesce(current_setting('app.workspace_id', true), ''), (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()), pg_backend_pid()";
    const before = (await run(settings)).rows;
    await run(`SELECT set_config('search_path', 'pg_temp', false), set_config('statement_timeout', '0', false),
      set_config('app.workspace_id', 'x', false), pg_advisory_lock(42), pg_notify('job_events', 'x')`);
    expect((await run(settings)).rows).toEqual(before);
  });

  it("is stopped in time, also when it takes the server's own limit away", async () => {
    await expect(
      run("SELECT set_config('statement_timeout', '0', false), pg_sleep(60)"),
    ).rejects.toMatchObject({
      code: "query_timeout",
    });
    expect((await run("SELECT 1 AS one")).rows).toEqual([[1]]);
  });

  // Somewhat more than an answer may have; it is cut off on the way.
  it.each(["SELECT repeat('x', 200000000)", "SELECT repeat('x', 20000000) FROM generate_series(1, 10)"])(
    "does not take this server's memory: %s",
    async (sql) => {
      await expect(run(sql, patientId)).rejects.toMatchObject({ code: "query_failed" });
      expect((await run("SELECT 1 AS one", patientId)).rows).toEqual([[1]]);
    },
    PATIENCE_MS,
  );
});

describe("a connection that another copy of the code opened", () => {
  it(
    "is ended all the same when the answer is too large",
    async () => {
      await run("SELECT 1 AS one", patientId);
      // As the web server's bundler does for pages and for routes.
      vi.resetModules();
      const copy = await import("@/lib/queries");
      const large = { kind: "sql" as const, sql: "SELECT repeat('x', 200000000)" };
      const asked = copy.tryQuery(editor, { dataSourceId: patientId, definition: large });
      await expect(asked).rejects.toMatchObject({ code: "query_failed" });
    },
    PATIENCE_MS,
  );
});

describe("a parameter", () => {
  it.each([
    "'; DELETE FROM shop.sales; --",
    "' OR '1'='1",
    "\\'; DELETE FROM shop.sales; --",
    "$$; DELETE FROM shop.sales; $$",
    "*/ DELETE FROM shop.sales /*",
    "{{another}}",
    "$1",
    "%s %d ?",
    "U&'\\0027'",
    "ʼ＇’",
    "👩‍⚕️\u202e",
    "\r\n\t",
    "",
    " ",
  ])("is a value and stays one: %j", async (value) => {
    const before = await state();
    const parameters = [{ name: "value", type: "text" as const }];
    const sql = "SELECT {{value}} AS value, ({{ value }}) || '' AS again, count(*) FROM shop.sales";
    const { rows } = await tryQuery(editor, {
      dataSourceId,
      definition: { kind: "sql", sql, parameters },
      values: { value },
    });
    expect(rows).toEqual([[value, value, 92]]);
    expect(await state()).toEqual(before);
  });

  it.each([
    ["number", "1; DELETE FROM shop.sales"],
    ["number", "1e9999"],
    ["number", "0x10"],
    ["number", "NaN"],
    ["date", "2026-10-01'; DELETE FROM shop.sales; --"],
    ["date", "now"],
    ["boolean", "true OR true"],
    ["text", "zero \0 character"],
  ] as const)("of the type %s is never %j", async (type, value) => {
    await expect(
      tryQuery(editor, {
        dataSourceId,
        definition: { kind: "sql", sql: "SELECT {{value}}", parameters: [{ name: "value", type }] },
        values: { value },
      }),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });

  it.each([
    "SELECT 'x {{value}}'",
    "SELECT E'it\\'s {{value}}'",
    "SELECT U&'d\\0061t {{value}}'",
    "SELECT N'{{value}}', B'1'",
    "SELECT $${{value}}$$",
    "SELECT $tag$ $$ {{value}} $tag$",
    "SELECT 1 /* /* */ {{value}} */",
    "SELECT 1 -- {{value}}",
    'SELECT 1 AS "{{value}}"',
    'SELECT 1 AS U&"\\0061{{value}}"',
    "SELECT 'a'\n'{{value}}'",
    "SELECT E'a'\n'\\'{{value}}'",
    "SELECT shop.{{value}} FROM shop.sales",
    "SELECT 1 AS a{{value}}",
    "SELECT $1{{value}}",
    "SELECT {{value; DELETE}}",
  ])("has no place in quotes, comments and names: %s", async (sql) => {
    await expect(
      tryQuery(editor, {
        dataSourceId,
        definition: { kind: "sql", sql, parameters: [{ name: "value", type: "text" }] },
        values: { value: "x" },
      }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^(query_failed|invalid_input)$/) });
  });
});
