import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { updateDataSource } from "@/lib/data-sources";
import { createQuery, runQuery, tryQuery } from "@/lib/queries";
import { settleRuns } from "@/lib/queries/runs/run-book";
import { CACHE_LIMIT_BYTES } from "@/lib/queries/result-cache";
import type { SqlDefinition } from "@/lib/queries/schemas";
import { withOwner } from "../../tests/support/database";
import { createWorkspace, type TestWorkspace } from "../../tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../../tests/support/source";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

type World = {
  workspace: TestWorkspace;
  dataSourceId: string;
  editor: RequestContext;
  attempt(
    sql: string,
    more?: Partial<Pick<z.input<typeof SqlDefinition>, "parameters" | "columnUnits">>,
  ): ReturnType<typeof tryQuery>;
};

async function setUp(limits: Parameters<typeof addSource>[2] = {}): Promise<World> {
  const workspace = await createWorkspace();
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop, limits);
  const editor = workspace.as("EDITOR");
  return {
    workspace,
    dataSourceId,
    editor,
    attempt: (sql, more) => tryQuery(editor, { dataSourceId, definition: { kind: "sql", sql, ...more } }),
  };
}

async function save(
  world: World,
  definition: Parameters<typeof createQuery>[1]["definition"],
): Promise<string> {
  const { editor, dataSourceId } = world;
  return (await createQuery(editor, { name: "Saved", dataSourceId, definition })).id;
}

/** How many backends of the source are at work on a statement that contains the mark. */
const running = (mark: string) =>
  withOwner(async (client) => {
    const { rows } = await client.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND usename = $1 AND query LIKE $2",
      [shop.settings.user, `%${mark}%`],
    );
    return rows[0]?.count ?? 0;
  });

async function untilRunning(mark: string, count: number): Promise<void> {
  while ((await running(mark)) !== count) await new Promise((resolve) => setImmediate(resolve));
}

async function history(workspace: TestWorkspace) {
  await settleRuns();
  return withOwner(async (client) => {
    const { rows } = await client.query(
      "SELECT state, rows, from_cache, purpose, parameters, error, checksum FROM query_runs WHERE workspace_id = $1 ORDER BY created_at, id",
      [workspace.id],
    );
    return rows;
  });
}

describe("results", () => {
  it("have typed columns, exact cells and the definition's units", async () => {
    const { attempt, workspace } = await setUp();
    const result = await attempt(
      `select 7 as whole, 1.50 as price, 12345678901234567.89 as exact, true as paid, 'x'::text as word,
        date '2026-10-01' as day, timestamptz '2026-10-01 00:00+02' as instant, timestamp '2026-10-01 00:00' as wall,
        null::int as nothing, array[1,2] as list, '{"a":1}'::jsonb as doc, 1 as whole`,
      { columnUnits: { price: "currency:EUR" } },
    );
    expect(result.columns.map(({ name, type, role, unit }) => [name, type, role, unit])).toEqual([
      ["whole", "number", "measure", undefined],
      ["price", "number", "measure", "currency:EUR"],
      ["exact", "number", "measure", undefined],
      ["paid", "boolean", "dimension", undefined],
      ["word", "text", "dimension", undefined],
      ["day", "date", "time", undefined],
      ["instant", "timestamp", "time", undefined],
      ["wall", "timestamp", "time", undefined],
      ["nothing", "number", "measure", undefined],
      ["list", "text", "dimension", undefined],
      ["doc", "text", "dimension", undefined],
      ["whole (2)", "number", "measure", undefined],
    ]);
    expect(result.rows).toEqual([
      [
        7,
        1.5,
        "12345678901234567.89",
        true,
        "x",
        "2026-10-01",
        "2026-09-30T22:00:00.000Z",
        "2026-09-30T22:00:00.000Z",
        null,
        "{1,2}",
        '{"a": 1}',
        1,
      ],
    ]);
    expect(result).toMatchObject({
      truncated: false,
      fromCache: false,
      asOf: workspace.clock.now().toISOString(),
    });
  });

  it("know their columns without rows", async () => {
    const { attempt } = await setUp();
    const result = await attempt("select day, amount from shop.sales where false");
    expect([result.columns.map((column) => column.name), result.rows]).toEqual([["day", "amount"], []]);
  });

  it("are cut at the row limit and say so, and are whole at exactly the limit", async () => {
    const { attempt } = await setUp({ rowLimit: 1500 });
    const cut = await attempt("select n from generate_series(1, 1000000) n");
    expect([cut.rows.length, cut.truncated, cut.rows.at(-1)]).toEqual([1500, true, [1500]]);
    const whole = await attempt("select n from generate_series(1, 1500) n");
    expect([whole.rows.length, whole.truncated]).toEqual([1500, false]);
  });

  it("of very wide rows are cut before they fill the memory", async () => {
    const { attempt } = await setUp();
    const result = await attempt("select repeat('x', 1000000) as wide from generate_series(1, 300)");
    expect(result.truncated).toBe(true);
    expect(result.rows.length).toBeGreaterThanOrEqual(64);
    expect(result.rows.length).toBeLessThan(70);
  });

  it("follow the period and the parameters, whatever the values hold", async () => {
    const world = await setUp();
    const queryId = await save(world, {
      kind: "sql",
      sql: "select count(*) as sales, {{shop}} as asked from shop.sales where day >= {{from}} and day < {{to}} and ({{shop}} = '' or shop = {{shop}})",
      parameters: [
        { name: "from", type: "date" },
        { name: "to", type: "date" },
        { name: "shop", type: "text", default: "" },
      ],
    });
    const range = { from: "2026-09-01", to: "2026-10-01" };
    const run = (shopName?: string) =>
      runQuery(world.editor, {
        queryId,
        values: { from: "1999-01-01", ...(shopName === undefined ? {} : { shop: shopName }) },
        range,
        purpose: "REPORT",
      });
    expect((await run()).rows).toEqual([[30, ""]]);
    expect((await run("North")).rows).toEqual([[15, "North"]]);
    const hostile = "'; DROP TABLE shop.sales; -- {{from}} $1 \\";
    expect((await run(hostile)).rows).toEqual([[0, hostile]]);
    const rows = await history(world.workspace);
    expect(rows[2]).toMatchObject({
      state: "COMPLETED",
      purpose: "REPORT",
      parameters: { ...range, shop: hostile },
    });
    expect(new Set(rows.map((row) => row.checksum)).size).toBe(3);
  });
});

describe("failures", () => {
  it("point into the text the person wrote", async () => {
    const { attempt, workspace } = await setUp();
    const sql = "select {{a}} as a,\n  nowhere from shop.sales";
    const parameters = [{ name: "a", label: "", type: "text" as const, default: "é🙂" }];
    await expect(attempt(sql, { parameters })).rejects.toMatchObject({
      code: "query_failed",
      message: expect.stringMatching(/“Shop” refused the query: column "nowhere" does not exist/),
      details: { position: sql.indexOf("nowhere") + 1, sqlState: "42703" },
    });
    expect(await history(workspace)).toMatchObject([
      { state: "FAILED", error: expect.stringContaining("nowhere") },
    ]);
  });

  it("nothing is written: not by a statement, a function, or a clause", async () => {
    const { attempt } = await setUp();
    for (const sql of [
      "with x as (insert into shop.sales (id, day, shop) values (-1, now(), 'x') returning 1) select * from x",
      "select shop.sell()",
      "explain analyze delete from shop.sales",
      "select * into shop.copy from shop.sales",
      "select nextval('shop.counter')",
    ])
      await expect(attempt(sql), sql).rejects.toMatchObject({
        code: "query_failed",
        message: expect.stringContaining("is only read, and this query writes"),
        details: { sqlState: "25006" },
      });
    await expect(
      attempt("select set_config('transaction_read_only', 'off', true), shop.sell()"),
    ).rejects.toThrow("must be set before any query");
    await expect(attempt("delete from shop.sales")).rejects.toMatchObject({ code: "invalid_input" });
    await expect(attempt("select 1; delete from shop.sales")).rejects.toMatchObject({
      code: "invalid_input",
    });
    const count = await attempt("select count(*) from shop.sales");
    expect(count.rows).toEqual([[92]]);
  });

  it("nothing a statement sets outlives it", async () => {
    const { attempt } = await setUp({ connectionLimit: 1 });
    await attempt(
      "select set_config('search_path', 'shop', false), set_config('statement_timeout', '1', false)",
    );
    await attempt("select pg_advisory_lock(4711)");
    const left = await attempt(
      "select current_setting('search_path') as path, (select count(*) from pg_locks where locktype = 'advisory' and objid = 4711) as locks",
    );
    expect(left.rows).toEqual([['"$user", public', 0]]);
  });

  it("a slow statement ends at the time limit, on the server too", async () => {
    const { attempt } = await setUp({ statementTimeoutMs: 150 });
    await expect(attempt("select pg_sleep(60) as slow_one")).rejects.toMatchObject({
      code: "query_timeout",
      message: expect.stringContaining("“Shop” did not answer within 0.15 s"),
    });
    expect(await running("slow_one")).toBe(0);
  });

  it("waiting for a free connection can be left, and the next in line gets it", async () => {
    const { attempt, editor, dataSourceId } = await setUp({ connectionLimit: 1 });
    const controller = new AbortController();
    const first = tryQuery(
      { ...editor, signal: controller.signal },
      { dataSourceId, definition: { kind: "sql", sql: "select pg_sleep(60) as holds_it" } },
    );
    await untilRunning("holds_it", 1);
    const leaver = new AbortController();
    const second = tryQuery(
      { ...editor, signal: leaver.signal },
      { dataSourceId, definition: { kind: "sql", sql: "select 2" } },
    );
    leaver.abort();
    await expect(second).rejects.toMatchObject({ code: "cancelled" });
    const third = attempt("select 3");
    controller.abort();
    await expect(first).rejects.toMatchObject({ code: "cancelled" });
    expect((await third).rows).toEqual([[3]]);
  });

  it("when the reader leaves, the statement is cancelled on the server", async () => {
    const { workspace, editor, dataSourceId, attempt } = await setUp();
    const controller = new AbortController();
    const result = tryQuery(
      { ...editor, signal: controller.signal },
      { dataSourceId, definition: { kind: "sql", sql: "select pg_sleep(60) as left_behind" } },
    );
    await untilRunning("left_behind", 1);
    controller.abort();
    await expect(result).rejects.toMatchObject({ code: "cancelled" });
    await untilRunning("left_behind", 0);
    expect(await history(workspace)).toMatchObject([{ state: "CANCELLED" }]);
    expect((await attempt("select 1")).rows).toEqual([[1]]);
  });

  it("name the source and the step when it cannot be reached, and hold no secret", async () => {
    const unreachable = await setUp({ settings: { ...shop.settings, port: 1 }, password: "top-secret-1" });
    const wrong = await setUp({ password: "top-secret-2" });
    const [refused, denied] = await Promise.all(
      [unreachable, wrong].map((world) => world.attempt("select 1").catch((error: unknown) => error)),
    );
    expect(refused).toMatchObject({ code: "source_unreachable", details: { step: "connect" } });
    expect(denied).toMatchObject({
      code: "source_unreachable",
      message: "The data source “Shop” cannot be reached. The user or the password is wrong.",
      details: { step: "sign in" },
    });
    const kept = [await history(unreachable.workspace), await history(wrong.workspace)];
    for (const error of [refused, denied] as Error[]) {
      const text = [error.message, error.stack, JSON.stringify(error), JSON.stringify(kept)].join("\n");
      expect(text).not.toMatch(/top-secret/);
    }
  });

  it("a lost connection is an answer, and the next question gets a new one", async () => {
    const { attempt } = await setUp();
    const lost = attempt("select pg_sleep(60) as to_be_killed");
    const outcome = expect(lost).rejects.toMatchObject({ code: "source_unreachable" });
    await untilRunning("to_be_killed", 1);
    await withOwner((client) =>
      client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1 AND query LIKE '%to_be_killed%'",
        [shop.settings.user],
      ),
    );
    await outcome;
    expect((await attempt("select 1")).rows).toEqual([[1]]);
  });
});

describe("kept answers", () => {
  // The source's clock tells one answer from the next.
  const sql = "select clock_timestamp() as at, {{n}} as n";
  const definition = {
    kind: "sql" as const,
    sql,
    parameters: [{ name: "n", type: "number" as const, default: "1" }],
  };

  it("are reused until they expire, with the time of the first answer", async () => {
    const world = await setUp({ cacheSeconds: 60 });
    const queryId = await save(world, definition);
    const ask = (ctx: RequestContext, values = {}) =>
      runQuery(ctx, { queryId, values, purpose: "DASHBOARD" });
    const first = await ask(world.editor);
    world.workspace.clock.set("2026-11-20T08:00:59Z");
    const kept = await ask(world.workspace.as("VIEWER"));
    expect(kept).toEqual({ ...first, fromCache: true });
    expect(kept.asOf).toBe("2026-11-20T08:00:00.000Z");
    expect((await ask(world.editor, { n: 2 })).fromCache).toBe(false);

    world.workspace.clock.set("2026-11-20T08:01:00Z");
    const renewed = await ask(world.editor);
    expect([renewed.fromCache, renewed.asOf]).toEqual([false, "2026-11-20T08:01:00.000Z"]);
    expect(renewed.rows).not.toEqual(first.rows);
    expect((await history(world.workspace)).map((row) => row.from_cache)).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it("are not used by somebody who tries a query out, nor after the source changed", async () => {
    const world = await setUp();
    const queryId = await save(world, definition);
    const ask = () => runQuery(world.editor, { queryId, values: {}, purpose: "DASHBOARD" });
    await ask();
    expect(
      (await world.attempt(sql, { parameters: [{ name: "n", label: "", type: "number", default: "1" }] }))
        .fromCache,
    ).toBe(false);
    expect((await ask()).fromCache).toBe(true);
    await updateDataSource(world.workspace.as("ADMIN"), {
      dataSourceId: world.dataSourceId,
      name: "Shop",
      settings: shop.settings,
      rowLimit: 10,
    });
    expect((await ask()).fromCache).toBe(false);
  });

  it("are not kept when too large, nor when the source keeps none", async () => {
    const none = await setUp({ cacheSeconds: 0 });
    const large = await setUp();
    const wide = { kind: "sql" as const, sql: `select repeat('x', ${CACHE_LIMIT_BYTES}) as wide` };
    for (const [world, stored] of [
      [none, definition],
      [large, wide],
    ] as const) {
      const queryId = await save(world, stored);
      const ask = () => runQuery(world.editor, { queryId, values: {}, purpose: "DASHBOARD" });
      await ask();
      expect((await ask()).fromCache).toBe(false);
    }
  });

  it("a question asked by many at once is answered once", async () => {
    const world = await setUp({ cacheSeconds: 0 });
    const queryId = await save(world, {
      kind: "sql",
      sql: "select clock_timestamp() as at, pg_sleep(0.3) as asked_once",
    });
    const leaver = new AbortController();
    const ask = (signal?: AbortSignal) =>
      runQuery({ ...world.editor, signal }, { queryId, values: {}, purpose: "DASHBOARD" });
    const left = ask(leaver.signal);
    const others = [ask(), ask(), ask()];
    await untilRunning("asked_once", 1);
    leaver.abort();
    await expect(left).rejects.toMatchObject({ code: "cancelled" });
    const results = await Promise.all(others);
    expect(new Set(results.map((result) => result.rows[0]?.[0])).size).toBe(1);
  });
});

describe("who may run", () => {
  it("viewers see saved queries answered, and try nothing out", async () => {
    const world = await setUp();
    const queryId = await save(world, { kind: "sql", sql: "select 1 as one" });
    const viewer = world.workspace.as("VIEWER");
    const run = (purpose: "DASHBOARD" | "EDITOR") => runQuery(viewer, { queryId, values: {}, purpose });
    expect((await run("DASHBOARD")).rows).toEqual([[1]]);
    await expect(run("EDITOR")).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      tryQuery(viewer, { dataSourceId: world.dataSourceId, definition: { kind: "sql", sql: "select 1" } }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("another workspace's queries and sources read as missing", async () => {
    const world = await setUp();
    const queryId = await save(world, { kind: "sql", sql: "select 1" });
    const stranger = (await createWorkspace()).as("OWNER");
    await expect(runQuery(stranger, { queryId, values: {}, purpose: "DASHBOARD" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      tryQuery(stranger, { dataSourceId: world.dataSourceId, definition: { kind: "sql", sql: "select 1" } }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
