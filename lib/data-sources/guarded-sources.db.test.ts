import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  checkDataSource,
  describeDataSource,
  findQuerySource,
  getDataSource,
  testConnection,
} from "@/lib/data-sources";
import { createWorkspace } from "../../tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../../tests/support/source";

// Before the settings are read for the first time.
Object.assign(process.env, {
  BROADSHEET_MODE: "production",
  ENCRYPTION_KEY: "k".repeat(40),
  NEXTAUTH_SECRET: "s".repeat(40),
  SOURCE_ALLOWED_NETWORKS: "private",
});

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

describe("in production", () => {
  it("the product's own database is no source, though it answers", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const test = await testConnection(admin, shop);
    expect(test).toEqual({
      ok: false,
      steps: [{ name: "resolve", ok: false, message: expect.stringContaining("Broadsheet's own database") }],
    });
    const { id } = await addSource(admin, shop);
    expect((await checkDataSource(admin, { dataSourceId: id })).ok).toBe(false);
    expect(await getDataSource(admin, { dataSourceId: id })).toMatchObject({
      state: "FAILED",
      lastError: expect.stringContaining("SOURCE_ALLOWED_NETWORKS=127.0.0.1"),
    });
    const refused = { code: "source_unreachable", details: { step: "resolve" } };
    await expect(describeDataSource(admin, { dataSourceId: id })).rejects.toMatchObject(refused);
    const source = await findQuerySource(workspace.as("EDITOR"), id);
    await expect(source.run({ text: "SELECT 1", values: [], zone: "UTC" })).rejects.toMatchObject(refused);
  });

  it("a test says the same whether something listens inside or not", async () => {
    const admin = (await createWorkspace()).as("ADMIN");
    let connections = 0;
    const listener = createServer(() => void (connections += 1));
    await new Promise<void>((done) => listener.listen(0, "127.0.0.1", done));
    const { port } = listener.address() as { port: number };
    try {
      for (const kind of ["POSTGRESQL", "MYSQL", "CLICKHOUSE"] as const)
        for (const host of [
          "127.0.0.1",
          "localhost",
          "127.1",
          "::ffff:127.0.0.1",
          "169.254.169.254",
          "0.0.0.0",
        ]) {
          const answers = [];
          for (const tried of [port, 1]) {
            const settings = { ...shop.settings, host, port: tried };
            answers.push(await testConnection(admin, { kind, settings, password: "x" }));
          }
          expect(answers[0], `${kind} at ${host}`).toEqual(answers[1]);
          expect(answers[0]?.steps).toEqual([
            { name: "resolve", ok: false, message: expect.stringContaining("SOURCE_ALLOWED_NETWORKS=") },
          ]);
        }
      expect(connections).toBe(0);
    } finally {
      listener.close();
    }
  });
});
