import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestContext, Role } from "@/lib/context";
import { clearCache, createQuery, readCacheOverview, runQuery, settleRuns } from "@/lib/queries";
import { withOwner } from "../../../tests/support/database";
import { createWorkspace, type TestWorkspace } from "../../../tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../../../tests/support/source";
import { trimCache } from "./trim-cache";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

type World = { workspace: TestWorkspace; dataSourceId: string; queryId: string };

async function setUp(
  sql = "select clock_timestamp() as at, pg_sleep(0.02)",
  cacheSeconds: number | null = null,
) {
  const workspace = await createWorkspace();
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop);
  const definition = { kind: "sql" as const, sql, cacheSeconds };
  const { id: queryId } = await createQuery(workspace.as("EDITOR"), {
    name: "Asked",
    dataSourceId,
    definition,
  });
  return { workspace, dataSourceId, queryId };
}

async function ask({ workspace, queryId }: World, role: Role = "EDITOR") {
  const result = await runQuery(workspace.as(role), { queryId, values: {}, purpose: "DASHBOARD" });
  await settleRuns();
  return result;
}

const entriesOf = ({ workspace }: World) =>
  withOwner(async (client) => {
    const { rows } = await client.query<{
      hits: number;
      last_hit_at: Date | null;
      query_id: string;
      duration_ms: number;
      bytes: number;
    }>(
      "SELECT hits, last_hit_at, query_id, duration_ms, bytes FROM analytics_cache WHERE workspace_id = $1 ORDER BY created_at",
      [workspace.id],
    );
    return rows;
  });

describe("what is kept", () => {
  it("counts its hits, and knows which query it is of and what it saves", async () => {
    const world = await setUp();
    for (const _ of [1, 2, 3]) await ask(world);
    const [entry] = await entriesOf(world);
    expect(entry).toMatchObject({
      hits: 2,
      last_hit_at: world.workspace.clock.now(),
      query_id: world.queryId,
    });
    expect(entry?.duration_ms).toBeGreaterThanOrEqual(20);
    const overview = await readCacheOverview(world.workspace.as("ADMIN"));
    expect(overview).toMatchObject({
      asked: 3,
      reused: 2,
      entries: 1,
      bytes: entry?.bytes,
      savedMs: 2 * (entry?.duration_ms ?? 0),
      sources: [{ dataSourceId: world.dataSourceId, asked: 3, reused: 2, entries: 1, cacheSeconds: 300 }],
      slowest: [{ queryId: world.queryId, queryName: "Asked", asked: 1, entries: 1 }],
      largest: [{ queryId: world.queryId, bytes: entry?.bytes }],
    });
  });

  it("expires as its query says, before its source would", async () => {
    const brief = await setUp(undefined, 10);
    const never = await setUp(undefined, 0);
    for (const world of [brief, never]) await ask(world);
    expect([(await ask(brief)).fromCache, (await ask(never)).fromCache]).toEqual([true, false]);
    brief.workspace.clock.set("2026-11-20T08:00:10Z");
    expect((await ask(brief)).fromCache).toBe(false);
    expect(await entriesOf(never)).toEqual([]);
  });

  it("is not served from memory once its row is gone or another", async () => {
    const world = await setUp();
    const first = await ask(world);
    expect((await ask(world)).rows).toEqual(first.rows);
    await withOwner((client) =>
      client.query("DELETE FROM analytics_cache WHERE workspace_id = $1", [world.workspace.id]),
    );
    const second = await ask(world);
    expect(second.fromCache).toBe(false);
    // As another process would write it: the row gets another id with its content.
    await withOwner((client) =>
      client.query(
        `UPDATE analytics_cache SET id = gen_random_uuid(), data = jsonb_set(data, '{rows}', '[["from elsewhere", null]]')
         WHERE workspace_id = $1`,
        [world.workspace.id],
      ),
    );
    const third = await ask(world);
    expect([third.fromCache, third.rows]).toEqual([true, [["from elsewhere", null]]]);
  });

  it("stays within its bound; what was not asked for the longest time goes first", async () => {
    const world = await setUp();
    const mb = 1_000_000;
    await withOwner((client) =>
      client.query(
        `INSERT INTO analytics_cache (id, workspace_id, data_source_id, key, data, bytes, expires_at, created_at, last_hit_at)
         SELECT gen_random_uuid(), $1, $2, 'k' || n, '{}', $3, now() + interval '1 day', $4::timestamptz - n * interval '1 hour',
           CASE WHEN n = 300 THEN $4::timestamptz END
         FROM generate_series(1, 300) n`,
        [world.workspace.id, world.dataSourceId, mb, world.workspace.clock.now()],
      ),
    );
    await trimCache();
    const kept = await withOwner(async (client) => {
      const { rows } = await client.query<{ key: string }>(
        "SELECT key FROM analytics_cache WHERE workspace_id = $1 ORDER BY created_at DESC",
        [world.workspace.id],
      );
      return rows.map(({ key }) => key);
    });
    // The bound holds 256 entries of a megabyte; the oldest one was asked for again just now.
    expect([kept.length, kept.at(-1), kept.at(-2)]).toEqual([256, "k300", "k255"]);
  });
});

describe("clearing what is kept", () => {
  it("forgets a query, a source, or everything, and is written down", async () => {
    const world = await setUp();
    const admin = world.workspace.as("ADMIN");
    const { dataSourceId, queryId } = world;
    for (const scope of [
      { kind: "query" as const, queryId },
      { kind: "source" as const, dataSourceId },
      { kind: "all" as const },
    ]) {
      await ask(world);
      const [entry] = await entriesOf(world);
      expect(await clearCache(admin, { scope })).toEqual({ entries: 1, bytes: entry?.bytes });
      expect((await ask(world)).fromCache).toBe(false);
    }
    const audited = await withOwner((client) =>
      client.query(
        "SELECT after FROM audit_events WHERE workspace_id = $1 AND action = 'cache.clear' ORDER BY id",
        [world.workspace.id],
      ),
    );
    expect(audited.rows.map((row) => row.after.kind)).toEqual(["query", "source", "all"]);
  });

  it("is for admins, and stays in the workspace", async () => {
    const world = await setUp();
    await ask(world);
    const all = { scope: { kind: "all" as const } };
    for (const role of ["VIEWER", "EDITOR"] as const) {
      await expect(clearCache(world.workspace.as(role), all)).rejects.toMatchObject({ code: "forbidden" });
      await expect(readCacheOverview(world.workspace.as(role))).rejects.toMatchObject({ code: "forbidden" });
    }
    const stranger: RequestContext = (await createWorkspace()).as("OWNER");
    expect(await clearCache(stranger, all)).toEqual({ entries: 0, bytes: 0 });
    for (const scope of [
      { kind: "query" as const, queryId: world.queryId },
      { kind: "source" as const, dataSourceId: world.dataSourceId },
    ])
      await expect(clearCache(stranger, { scope })).rejects.toMatchObject({ code: "not_found" });
    expect((await ask(world)).fromCache).toBe(true);
    expect(await readCacheOverview(stranger)).toMatchObject({
      asked: 0,
      entries: 0,
      sources: [],
      slowest: [],
    });
  });
});
