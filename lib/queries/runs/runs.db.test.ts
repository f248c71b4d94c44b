import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestContext, Role } from "@/lib/context";
import { env } from "@/lib/env";
import {
  cancelRun,
  createQuery,
  getQuery,
  getRun,
  listRuns,
  listSlowRuns,
  runQuery,
  settleRuns,
  tidyRuns,
  tryQuery,
} from "@/lib/queries";
import { withOwner } from "../../../tests/support/database";
import { createWorkspace, type TestWorkspace } from "../../../tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../../../tests/support/source";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

type World = { workspace: TestWorkspace; dataSourceId: string };

async function setUp(): Promise<World> {
  const workspace = await createWorkspace();
  return { workspace, dataSourceId: (await addSource(workspace.as("ADMIN"), shop)).id };
}

async function save(
  { workspace, dataSourceId }: World,
  sql: string,
  more: Partial<Parameters<typeof createQuery>[1]> & { by?: Role } = {},
): Promise<string> {
  const { by = "EDITOR", ...input } = more;
  const definition = { kind: "sql" as const, sql };
  return (await createQuery(workspace.as(by), { name: sql.slice(0, 40), dataSourceId, definition, ...input }))
    .id;
}

const ask = (ctx: RequestContext, queryId: string, values = {}) =>
  runQuery(ctx, { queryId, values, purpose: "DASHBOARD" });
const userOf = ({ actor }: RequestContext) => (actor.kind === "user" ? actor.userId : "");

/** The run that goes on, as soon as it is seen. */
async function runningOne(ctx: RequestContext): Promise<string> {
  for (;;) {
    const [run] = (await listRuns(ctx, { state: "RUNNING" })).runs;
    if (run) return run.id;
  }
}

describe("the history of runs", () => {
  it("tells who asked what, what came of it, and from where", async () => {
    const world = await setUp();
    const editor = world.workspace.as("EDITOR");
    const queryId = await save(world, "select 1 as n union all select 2", { name: "Two" });
    await ask(editor, queryId);
    await settleRuns();
    await ask(world.workspace.as("VIEWER"), queryId);
    await tryQuery(editor, {
      dataSourceId: world.dataSourceId,
      definition: { kind: "sql", sql: "select nowhere" },
    }).catch(() => undefined);
    await settleRuns();
    const { runs } = await listRuns(editor);
    const told = runs.map(({ state, purpose, queryName, actorUserId, rows, fromCache }) => ({
      state,
      purpose,
      queryName,
      actorUserId,
      rows,
      fromCache,
    }));
    const mine = { actorUserId: userOf(editor) };
    const seen = { actorUserId: userOf(world.workspace.as("VIEWER")) };
    const completed = { state: "COMPLETED", purpose: "DASHBOARD", queryName: "Two", rows: 2 };
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        { ...completed, ...mine, fromCache: false },
        { ...completed, ...seen, fromCache: true },
        { state: "FAILED", purpose: "EDITOR", queryName: null, ...mine, rows: null, fromCache: false },
      ]),
    );
    const [first] = runs.filter((run) => run.state === "COMPLETED");
    expect(new Set(runs.flatMap((run) => run.checksum ?? []))).toEqual(new Set([first?.checksum]));
    const failed = runs.find((run) => run.state === "FAILED");
    expect(await getRun(editor, { runId: failed?.id ?? "" })).toMatchObject({
      statement: "select nowhere",
      error: expect.stringContaining("nowhere"),
    });
    expect(await getQuery(editor, { queryId })).toMatchObject({
      usageCount: 2,
      lastRunAt: world.workspace.clock.now().toISOString(),
    });
  });

  it("is one's own for viewers, of what they can see for editors, of everybody for admins", async () => {
    const world = await setUp();
    const as = (role: Role) => world.workspace.as(role);
    const shared = await save(world, "select 1 as shared");
    const secret = await save(world, "select 1 as secret", { by: "ADMIN", visibility: "PRIVATE" });
    await ask(as("VIEWER"), shared);
    await ask(as("OWNER"), shared);
    await ask(as("ADMIN"), secret);
    await tryQuery(as("ADMIN"), {
      dataSourceId: world.dataSourceId,
      definition: { kind: "sql", sql: "select 2" },
    });
    await settleRuns();
    const seenBy = async (role: Role) => {
      const { runs } = await listRuns(as(role));
      return runs
        .map(({ queryName, isHiddenQuery }) => (isHiddenQuery ? "hidden" : (queryName ?? "unsaved")))
        .sort();
    };
    expect(await seenBy("VIEWER")).toEqual(["select 1 as shared"]);
    expect(await seenBy("EDITOR")).toEqual(["select 1 as shared", "select 1 as shared"]);
    expect(await seenBy("ADMIN")).toEqual([
      "select 1 as secret",
      "select 1 as shared",
      "select 1 as shared",
      "unsaved",
    ]);
    // A private query of somebody else: that it burdened the source is seen, what it is called is not.
    expect(await seenBy("OWNER")).toEqual(["hidden", "select 1 as shared", "select 1 as shared", "unsaved"]);
    const [run] = (await listRuns(as("ADMIN"), { queryId: secret })).runs;
    for (const role of ["VIEWER", "EDITOR"] as const)
      await expect(getRun(as(role), { runId: run?.id ?? "" })).rejects.toMatchObject({ code: "not_found" });
    const stranger = (await createWorkspace()).as("OWNER");
    expect((await listRuns(stranger, { queryId: shared })).runs).toEqual([]);
    await expect(getRun(stranger, { runId: run?.id ?? "" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("marks an answer with other rows than the time before, for the same parameters", async () => {
    const world = await setUp();
    const editor = world.workspace.as("EDITOR");
    const sql = "select {{n}} as n, clock_timestamp() > timestamptz '1999-01-01' as late";
    const parameters = [{ name: "n", type: "number" as const }];
    const definition = { kind: "sql" as const, sql, parameters, cacheSeconds: 0 };
    const stable = await save(world, sql, { definition });
    const changing = await save(world, "x", {
      definition: { kind: "sql", sql: "select clock_timestamp() as at", cacheSeconds: 0 },
    });
    const asked: [string, Record<string, number>][] = [
      [stable, { n: 1 }],
      [stable, { n: 2 }],
      [stable, { n: 1 }],
      [changing, {}],
      [changing, {}],
    ];
    for (const [queryId, values] of asked) {
      await ask(editor, queryId, values);
      await settleRuns();
    }
    const changes = async (queryId: string) =>
      (await listRuns(editor, { queryId })).runs.map((run) => run.isChanged);
    expect(await changes(stable)).toEqual([false, false, false]);
    expect(await changes(changing)).toEqual([true, false]);
  });

  it("comes in pages that neither skip nor repeat, newest or slowest first", async () => {
    const world = await setUp();
    await fill(world, 57);
    const admin = world.workspace.as("ADMIN");
    const ids = async (read: (cursor?: string) => ReturnType<typeof listRuns>) => {
      const seen: string[] = [];
      for (let cursor: string | null | undefined = undefined; cursor !== null; ) {
        const page: Awaited<ReturnType<typeof listRuns>> = await read(cursor);
        seen.push(...page.runs.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      return seen;
    };
    const newest = await ids((cursor) => listRuns(admin, { limit: 10, cursor }));
    expect([newest.length, new Set(newest).size]).toEqual([57, 57]);
    const slowest = await ids((cursor) => listSlowRuns(admin, { limit: 10, cursor }));
    const fresh = (await listRuns(admin, { limit: 200 })).runs.filter((run) => !run.fromCache);
    expect(new Set(slowest)).toEqual(new Set(fresh.map(({ id }) => id)));
    const durations = (await listSlowRuns(admin, { limit: 200 })).runs.map((run) => run.durationMs ?? 0);
    expect(durations).toEqual([...durations].sort((a, b) => b - a));
    await expect(listRuns(admin, { cursor: "nonsense" })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("is read by its indexes, however long it is", async () => {
    const world = await setUp();
    await fill(world, 20_000);
    const admin = world.workspace.as("ADMIN");
    const newest = await planOf(() => listRuns(admin));
    expect(newest).toContain("query_runs_workspace_id_created_at_idx");
    const { nextCursor } = await listRuns(admin);
    const next = await planOf(() => listRuns(admin, { cursor: nextCursor ?? "" }));
    expect(next).toContain("query_runs_workspace_id_created_at_idx");
    const slowest = await planOf(() => listSlowRuns(admin));
    expect(slowest).toContain("query_runs_slow_idx");
    for (const plan of [newest, next, slowest]) expect(plan).not.toContain("Seq Scan");
  });
});

/** How the database would find the page of runs that a verb reads. */
async function planOf(read: () => Promise<unknown>): Promise<string> {
  const seen: { text: string; values: unknown[] }[] = [];
  const { query } = pg.Client.prototype;
  const spy = function (this: pg.Client, ...args: unknown[]) {
    const [config] = args as [{ text?: string; values?: unknown[] }];
    const text = config.text ?? "";
    if (text.includes("query_runs") && text.includes("LIMIT") && !text.includes("LATERAL"))
      seen.push({ text, values: config.values ?? [] });
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  };
  Object.assign(pg.Client.prototype, { query: spy });
  try {
    await read();
  } finally {
    Object.assign(pg.Client.prototype, { query });
  }
  const [statement] = seen;
  if (!statement) throw new Error("No page of runs was read.");
  return withOwner(async (client) => {
    const { rows } = await client.query({ text: `EXPLAIN ${statement.text}`, values: statement.values });
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
}

describe("cancelling a run", () => {
  it("is for the one who asked, and for admins; whoever waits is told by whom", async () => {
    const world = await setUp();
    const [editor, admin] = [world.workspace.as("EDITOR"), world.workspace.as("ADMIN")];
    const queryId = await save(world, "select pg_sleep(60)");
    for (const canceller of [editor, admin]) {
      const name = canceller.actor.name;
      const waits = expect(ask(editor, queryId)).rejects.toMatchObject({
        code: "cancelled",
        message: `${name} cancelled this run.`,
      });
      const runId = await runningOne(editor);
      await expect(cancelRun(world.workspace.as("VIEWER"), { runId })).rejects.toMatchObject({
        code: "not_found",
      });
      await cancelRun(canceller, { runId });
      await waits;
      await settleRuns();
      expect(await getRun(editor, { runId })).toMatchObject({
        state: "CANCELLED",
        error: `${name} cancelled this run.`,
        mayCancel: false,
      });
      await expect(cancelRun(canceller, { runId })).rejects.toMatchObject({ code: "conflict" });
    }
    const audited = await withOwner((client) =>
      client.query(
        "SELECT actor_name FROM audit_events WHERE workspace_id = $1 AND action = 'query_run.cancel'",
        [world.workspace.id],
      ),
    );
    expect(audited.rows).toHaveLength(2);
  });

  it("is refused for the run of a colleague, and unknown in another workspace", async () => {
    const world = await setUp();
    const queryId = await save(world, "select pg_sleep(60)");
    const admin = world.workspace.as("ADMIN");
    const leaver = new AbortController();
    const waits = expect(ask({ ...admin, signal: leaver.signal }, queryId)).rejects.toMatchObject({
      code: "cancelled",
    });
    const runId = await runningOne(admin);
    await expect(cancelRun(world.workspace.as("EDITOR"), { runId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(cancelRun((await createWorkspace()).as("OWNER"), { runId })).rejects.toMatchObject({
      code: "not_found",
    });
    leaver.abort();
    await waits;
    await settleRuns();
    expect(await getRun(admin, { runId })).toMatchObject({
      state: "CANCELLED",
      error: "Nobody waited for the answer any longer.",
    });
  });

  it("is forgotten when its history has ended", async () => {
    const world = await setUp();
    const runs = async () => (await listRuns(world.workspace.as("ADMIN"))).runs.length;
    const now = world.workspace.clock.now();
    await fill(world, 3);
    const age = (days: number) =>
      withOwner((client) =>
        client.query("UPDATE query_runs SET created_at = $2 WHERE workspace_id = $1", [
          world.workspace.id,
          new Date(now.getTime() - days * 86_400_000),
        ]),
      );
    await age(env().runHistoryDays - 1);
    await tidyRuns(now);
    expect(await runs()).toBe(3);
    await age(env().runHistoryDays + 1);
    expect((await tidyRuns(now)).expiredRuns).toBeGreaterThanOrEqual(3);
    expect(await runs()).toBe(0);
  });

  it("of a process that is gone is done by the watchdog", async () => {
    const world = await setUp();
    await fill(world, 1, "RUNNING");
    const later = new Date(world.workspace.clock.now().getTime() + 3_600_000);
    expect(await tidyRuns(later)).toMatchObject({ stalledRuns: 1 });
    const [run] = (await listRuns(world.workspace.as("ADMIN"))).runs;
    expect(run).toMatchObject({ state: "FAILED", error: expect.stringContaining("ended before the answer") });
  });
});

/** Runs of the last days, every third from the cache, many of them at one moment and of one duration. */
async function fill({ workspace, dataSourceId }: World, count: number, state = "COMPLETED"): Promise<void> {
  await withOwner((client) =>
    client.query(
      `INSERT INTO query_runs (id, workspace_id, data_source_id, purpose, state, rows, duration_ms, from_cache, created_at)
       SELECT gen_random_uuid(), $1, $2, 'DASHBOARD', $3, n, n % 7, n % 3 = 0, $4::timestamptz - (n / 5) * interval '10 seconds'
       FROM generate_series(1, $5::int) n`,
      [workspace.id, dataSourceId, state, workspace.clock.now(), count],
    ),
  );
  await withOwner((client) => client.query("ANALYZE query_runs"));
}
