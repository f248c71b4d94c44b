import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestContext } from "@/lib/context";
import { cancelRun, createQuery, listRuns, runQuery, settleRuns, tidyRuns } from "@/lib/queries";
import { CACHE_LIMIT_BYTES } from "@/lib/queries/result-cache";
import { askElsewhere, type Outcome } from "@/lib/queries/testing/ask-elsewhere";
import { withOwner } from "../../../tests/support/database";
import { createWorkspace, type TestWorkspace } from "../../../tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../../../tests/support/source";

/** Between two looks at the source: it has other things to do. */
const LOOK_MS = 25;

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

type World = { workspace: TestWorkspace; editor: RequestContext; queryId: string };

async function setUp(sql: string): Promise<World> {
  const workspace = await createWorkspace();
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop, { connectionLimit: 20 });
  const editor = workspace.as("EDITOR");
  const query = await createQuery(editor, { name: "Slow", dataSourceId, definition: { kind: "sql", sql } });
  return { workspace, editor, queryId: query.id };
}

const ask = ({ editor, queryId }: World) => runQuery(editor, { queryId, values: {}, purpose: "DASHBOARD" });

/** How many backends of the source are at work on a statement that contains the mark. */
const running = (mark: string) =>
  withOwner(async (client) => {
    const { rows } = await client.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM pg_stat_activity WHERE state = 'active' AND usename = $1 AND query LIKE $2",
      [shop.settings.user, `%${mark}%`],
    );
    return rows[0]?.count ?? 0;
  });

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await setTimeout(LOOK_MS);
}

const flights = ({ workspace }: World) =>
  withOwner(async (client) => {
    const { rows } = await client.query("SELECT owner FROM query_flights WHERE workspace_id = $1", [
      workspace.id,
    ]);
    return rows.length;
  });

const firstOf = (outcome: Outcome) => ("first" in outcome ? outcome.first : outcome.error);

describe("one question asked in several processes", () => {
  it("by twenty people reaches the source once", async () => {
    const world = await setUp("select clock_timestamp() as at, pg_sleep(3) as by_twenty");
    const askers = [
      askElsewhere(world.editor, world.queryId, 10),
      askElsewhere(world.editor, world.queryId, 10),
    ];
    let most = 0;
    let isOver = false;
    const all = Promise.all(askers.map(({ outcomes }) => outcomes)).finally(() => (isOver = true));
    await until(async () => {
      most = Math.max(most, await running("by_twenty"));
      return isOver;
    });
    const outcomes = (await all).flat();
    expect([outcomes.length, new Set(outcomes.map(firstOf)).size, most]).toEqual([20, 1, 1]);
    const { runs } = await listRuns(world.editor);
    expect(runs.map((run) => run.state)).toEqual(Array(20).fill("COMPLETED"));
    expect(runs.filter((run) => !run.fromCache)).toHaveLength(1);
    expect(new Set(runs.map((run) => run.checksum)).size).toBe(1);
    expect(await flights(world)).toBe(0);
  });

  it("is taken over when the process that asks was killed", async () => {
    const world = await setUp("select clock_timestamp() as at, pg_sleep(1) as taken_over");
    const killed = askElsewhere(world.editor, world.queryId);
    await until(async () => (await running("taken_over")) === 1);
    killed.kill();
    expect((await ask(world)).fromCache).toBe(false);
    await settleRuns();
    expect(await flights(world)).toBe(0);
    const states = async () => (await listRuns(world.editor)).runs.map(({ state }) => state);
    expect((await states()).sort()).toEqual(["COMPLETED", "RUNNING"]);
    await tidyRuns(new Date(world.workspace.clock.now().getTime() + 3_600_000));
    expect((await states()).sort()).toEqual(["COMPLETED", "FAILED"]);
  });

  it("is asked again by those who waited when the answer was too large to keep, or there was none", async () => {
    const large = await setUp(
      `select repeat('x', ${CACHE_LIMIT_BYTES}) as wide from (select pg_sleep(1) as too_large) s`,
    );
    const elsewhere = askElsewhere(large.editor, large.queryId);
    await until(async () => (await running("too_large")) === 1);
    expect((await ask(large)).fromCache).toBe(false);
    expect(await elsewhere.outcomes).toMatchObject([{ fromCache: false }]);

    const broken = await setUp("select 1 / (select count(*) - 1 from (select pg_sleep(1) as no_answer) s)");
    const failing = askElsewhere(broken.editor, broken.queryId);
    await until(async () => (await running("no_answer")) === 1);
    await expect(ask(broken)).rejects.toMatchObject({ code: "query_failed" });
    expect(await failing.outcomes).toMatchObject([{ error: expect.stringContaining("division by zero") }]);
    expect(await flights(broken)).toBe(0);
  });

  it("is cancelled for everybody who waits, with the words of who did it", async () => {
    const world = await setUp("select pg_sleep(60) as cancelled_for_all");
    const elsewhere = askElsewhere(world.editor, world.queryId);
    await until(async () => (await running("cancelled_for_all")) === 1);
    const here = expect(ask(world)).rejects.toMatchObject({ code: "cancelled", message: words(world) });
    const [run] = (await listRuns(world.editor, { state: "RUNNING" })).runs;
    await cancelRun(world.workspace.as("ADMIN"), { runId: run?.id ?? "" });
    expect(await elsewhere.outcomes).toEqual([{ error: words(world) }]);
    await here;
    await until(async () => (await running("cancelled_for_all")) === 0);
    await settleRuns();
    const { runs } = await listRuns(world.editor);
    expect(runs.map(({ state, error }) => [state, error])).toEqual(
      Array(2).fill(["CANCELLED", words(world)]),
    );
  });
});

const words = ({ workspace }: World) => `ADMIN of ${workspace.slug} cancelled this run.`;
