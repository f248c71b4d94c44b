import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  checkDataSource,
  createDataSource,
  deleteDataSource,
  describeDataSource,
  getDataSource,
  listDataSources,
  testConnection,
  updateDataSource,
} from "@/lib/data-sources";
import { createQuery } from "@/lib/queries";
import { withOwner } from "../../tests/support/database";
import { createWorkspace } from "../../tests/support/factories";
import {
  addSource,
  createShop,
  dropShop,
  READER_PASSWORD,
  type TestSource,
} from "../../tests/support/source";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

const kind = "POSTGRESQL" as const;
const LIMITS = { statementTimeoutMs: 30_000, rowLimit: 50_000, connectionLimit: 4, cacheSeconds: 300 };

describe("keeping data sources", () => {
  it("creates, reads, changes and deletes, with an audit row each and the password in none", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const created = await addSource(admin, shop);
    expect(created).toMatchObject({ name: "Shop", state: "UNCHECKED", ...LIMITS });
    const changed = await updateDataSource(admin, {
      dataSourceId: created.id,
      name: "Shop 2",
      settings: shop.settings,
      rowLimit: 10,
    });
    expect(changed).toMatchObject({ name: "Shop 2", rowLimit: 10 });
    expect(await listDataSources(workspace.as("EDITOR"))).toEqual([{ ...changed, contents: null }]);
    expect(await getDataSource(admin, { dataSourceId: created.id })).toEqual(changed);
    await deleteDataSource(admin, { dataSourceId: created.id });
    await expect(getDataSource(admin, { dataSourceId: created.id })).rejects.toMatchObject({
      code: "not_found",
    });

    const everything = await withOwner(async (client) => {
      const { rows } = await client.query(
        "SELECT * FROM audit_events WHERE workspace_id = $1 ORDER BY created_at, id",
        [workspace.id],
      );
      const stored = await client.query("SELECT * FROM data_sources WHERE workspace_id = $1", [workspace.id]);
      return { rows, stored: stored.rows };
    });
    expect(everything.rows.map((row) => row.action)).toEqual([
      "data_source.create",
      "data_source.update",
      "data_source.delete",
    ]);
    const text = JSON.stringify([everything, created, changed]);
    expect(text).not.toContain(JSON.stringify(READER_PASSWORD).slice(1, -1));
    expect(JSON.stringify([created, changed, everything.rows])).not.toMatch(/v[12]\.[\w-]{8}/);
  });

  it("refuses a second source of the same name, whatever the case", async () => {
    const admin = (await createWorkspace()).as("ADMIN");
    await addSource(admin, shop);
    await expect(addSource(admin, shop, { name: "SHOP" })).rejects.toMatchObject({
      code: "conflict",
      details: { fields: { name: expect.stringContaining("SHOP") } },
    });
  });

  it("is for admins; editors look, viewers do not", async () => {
    const workspace = await createWorkspace();
    const { id } = await addSource(workspace.as("ADMIN"), shop);
    const forbidden = { code: "forbidden" };
    await expect(addSource(workspace.as("EDITOR"), shop, { name: "x" })).rejects.toMatchObject(forbidden);
    await expect(
      updateDataSource(workspace.as("EDITOR"), { dataSourceId: id, name: "x", settings: shop.settings }),
    ).rejects.toMatchObject(forbidden);
    await expect(deleteDataSource(workspace.as("EDITOR"), { dataSourceId: id })).rejects.toMatchObject(
      forbidden,
    );
    await expect(checkDataSource(workspace.as("EDITOR"), { dataSourceId: id })).rejects.toMatchObject(
      forbidden,
    );
    await expect(testConnection(workspace.as("EDITOR"), shop)).rejects.toMatchObject(forbidden);
    await expect(listDataSources(workspace.as("VIEWER"))).rejects.toMatchObject(forbidden);
    await expect(describeDataSource(workspace.as("VIEWER"), { dataSourceId: id })).rejects.toMatchObject(
      forbidden,
    );
  });

  it("another workspace's source reads as missing", async () => {
    const { id } = await addSource((await createWorkspace()).as("ADMIN"), shop);
    const stranger = (await createWorkspace()).as("OWNER");
    const input = { dataSourceId: id };
    const missing = { code: "not_found" };
    await expect(getDataSource(stranger, input)).rejects.toMatchObject(missing);
    await expect(describeDataSource(stranger, input)).rejects.toMatchObject(missing);
    await expect(checkDataSource(stranger, input)).rejects.toMatchObject(missing);
    await expect(deleteDataSource(stranger, input)).rejects.toMatchObject(missing);
    await expect(
      updateDataSource(stranger, { ...input, name: "x", settings: shop.settings }),
    ).rejects.toMatchObject(missing);
    await expect(testConnection(stranger, { ...input, kind, settings: shop.settings })).rejects.toMatchObject(
      missing,
    );
    expect(await listDataSources(stranger)).toEqual([]);
  });

  it("cannot be deleted while queries use it, and says which", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const { id } = await addSource(admin, shop);
    const query = { dataSourceId: id, definition: { kind: "sql" as const, sql: "select 1" } };
    for (const name of ["A", "B", "C", "D"]) await createQuery(admin, { ...query, name });
    await expect(deleteDataSource(admin, { dataSourceId: id })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("“A”, “B”, “C” and 1 more"),
    });
  });

  it("refuses paths and web addresses as hosts", async () => {
    const admin = (await createWorkspace()).as("ADMIN");
    for (const host of ["/var/run/postgresql", "http://db.example.com", "a b"])
      await expect(
        createDataSource(admin, { kind, name: host, settings: { ...shop.settings, host } }),
      ).rejects.toThrow(/host name or an address/);
  });
});

describe("testing a connection", () => {
  it("passes every step and names what it found", async () => {
    const admin = (await createWorkspace()).as("ADMIN");
    const test = await testConnection(admin, shop);
    expect(test.steps.map((step) => [step.name, step.ok])).toEqual([
      ["resolve", true],
      ["connect", true],
      ["sign in", true],
      ["read-only", true],
      ["list tables", true],
    ]);
    expect(test.ok).toBe(true);
    expect(test.steps.at(-1)?.message).toBe("1 table can be read.");
  });

  it("stops at the failed step, with its cause", async () => {
    const admin = (await createWorkspace()).as("ADMIN");
    const silent = createServer(() => undefined);
    await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
    const { port } = silent.address() as { port: number };
    const cases = [
      [{ host: "nowhere.invalid" }, "resolve", /not known|looked up/],
      [{ host: "127.0.0.1", port: 1 }, "connect", /refused/],
      [{ host: "127.0.0.1", port }, "sign in", /did not answer/],
      [{ database: "no_such_database" }, "sign in", /no database of this name/],
      [{ tls: "require" as const }, "connect", /does not offer TLS/],
    ] as const;
    try {
      for (const [changes, step, message] of cases) {
        const settings = { ...shop.settings, ...changes };
        const test = await testConnection(admin, { kind, settings, password: shop.password });
        expect(test.ok, step).toBe(false);
        expect(test.steps.at(-1)).toMatchObject({ name: step, ok: false });
        expect(test.steps.at(-1)?.message).toMatch(message);
      }
      const wrong = await testConnection(admin, { ...shop, password: "wrong-secret" });
      expect(wrong.steps.at(-1)).toEqual({
        name: "sign in",
        ok: false,
        message: "The user or the password is wrong.",
      });
      expect(JSON.stringify(wrong)).not.toContain("wrong-secret");
    } finally {
      silent.close();
    }
  });

  it("uses the stored password, but never for another host, port or user", async () => {
    const admin = (await createWorkspace()).as("ADMIN");
    const { id } = await addSource(admin, shop);
    expect((await testConnection(admin, { dataSourceId: id, kind, settings: shop.settings })).ok).toBe(true);
    for (const changes of [{ host: "attacker.example" }, { port: 6000 }, { user: "someone" }]) {
      const settings = { ...shop.settings, ...changes };
      const refused = { code: "invalid_input", details: { fields: { password: expect.any(String) } } };
      await expect(testConnection(admin, { dataSourceId: id, kind, settings })).rejects.toMatchObject(
        refused,
      );
      await expect(
        updateDataSource(admin, { dataSourceId: id, name: "Shop", settings }),
      ).rejects.toMatchObject(refused);
    }
  });

  it("keeps the answer as the source's state, until the settings change", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const { id } = await addSource(admin, shop);
    await checkDataSource(admin, { dataSourceId: id });
    expect(await getDataSource(admin, { dataSourceId: id })).toMatchObject({
      state: "OK",
      lastError: null,
      lastCheckedAt: workspace.clock.now().toISOString(),
    });
    const moved = await updateDataSource(admin, {
      dataSourceId: id,
      name: "Shop",
      settings: shop.settings,
      password: "wrong",
    });
    expect(moved).toMatchObject({ state: "UNCHECKED", lastCheckedAt: null });
    expect((await checkDataSource(admin, { dataSourceId: id })).ok).toBe(false);
    expect(await getDataSource(admin, { dataSourceId: id })).toMatchObject({
      state: "FAILED",
      lastError: "The user or the password is wrong.",
    });
  });
});
