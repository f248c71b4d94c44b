import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createDataSource,
  deleteDataSource,
  describeDataSource,
  sampleTable,
  updateDataSource,
} from "@/lib/data-sources";
import { withOwner } from "../../tests/support/database";
import { createWorkspace } from "../../tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../../tests/support/source";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
  await withOwner((client) =>
    client.query(`
      CREATE TABLE shop."od""d; name" (a int, "b""; --" text, hidden text);
      INSERT INTO shop."od""d; name" SELECT n, 'row ' || n, 'secret' FROM generate_series(1, 30) n;
      GRANT SELECT (a, "b""; --") ON shop."od""d; name" TO ${shop.settings.user};`),
  );
});
afterAll(() => dropShop(shop));

const names = ({ tables }: { tables: { name: string }[] }) => tables.map(({ name }) => name);

describe("describing a data source", () => {
  it("lists what its user may read, with types, keys, comments and estimates", async () => {
    const workspace = await createWorkspace();
    const { id } = await addSource(workspace.as("ADMIN"), shop);
    const schema = await describeDataSource(workspace.as("EDITOR"), { dataSourceId: id });
    expect(schema.readAt).toBe(workspace.clock.now().toISOString());
    expect(names(schema)).toEqual(['od"d; name', "sales"]);
    expect(schema.tables[1]).toMatchObject({
      schema: "shop",
      comment: "One row a sale",
      rowEstimate: 92,
      primaryKey: ["id"],
      foreignKeys: [],
      columns: [
        { name: "id", type: "bigint", valueType: "number", nullable: false, comment: null },
        { name: "day", type: "date", valueType: "date", nullable: false, comment: null },
        { name: "shop", type: "text", valueType: "text", nullable: false, comment: null },
        {
          name: "amount",
          type: "numeric(12,2)",
          valueType: "number",
          nullable: true,
          comment: "Gross, in euros",
        },
        { name: "paid", type: "boolean", valueType: "boolean", nullable: true, comment: null },
      ],
    });
  });

  it("keeps the answer until it is asked for a fresh one", async () => {
    const workspace = await createWorkspace();
    const { id } = await addSource(workspace.as("ADMIN"), shop);
    const editor = workspace.as("EDITOR");
    const first = await describeDataSource(editor, { dataSourceId: id });
    await withOwner((client) =>
      client.query(`CREATE TABLE shop.added (id int); GRANT SELECT ON shop.added TO ${shop.settings.user}`),
    );
    try {
      workspace.clock.set("2026-11-20T09:00:00Z");
      expect(await describeDataSource(editor, { dataSourceId: id })).toEqual(first);
      const fresh = await describeDataSource(editor, { dataSourceId: id, isFresh: true });
      expect(names(fresh)).toContain("added");
      expect(fresh.readAt).toBe("2026-11-20T09:00:00.000Z");
      expect(await describeDataSource(editor, { dataSourceId: id })).toEqual(fresh);
    } finally {
      await withOwner((client) => client.query("DROP TABLE shop.added"));
    }
  });

  it("does not show the schema of another server after the source has moved", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const { id } = await addSource(admin, shop);
    await describeDataSource(admin, { dataSourceId: id });
    const moved = { dataSourceId: id, name: "Shop", settings: { ...shop.settings, port: 1 } };
    await updateDataSource(admin, { ...moved, password: shop.password });
    await expect(describeDataSource(admin, { dataSourceId: id })).rejects.toMatchObject({
      code: "source_unreachable",
      message: expect.stringContaining("“Shop” cannot be reached. The connection was refused."),
      details: { step: "connect" },
    });
    await updateDataSource(admin, { ...moved, settings: shop.settings, password: shop.password });
    expect(names(await describeDataSource(admin, { dataSourceId: id }))).toContain("sales");
  });

  it("is forgotten with its source", async () => {
    const workspace = await createWorkspace();
    const { id } = await addSource(workspace.as("ADMIN"), shop);
    const kept = () =>
      withOwner(async (client) => {
        const found = await client.query("SELECT 1 FROM data_source_schemas WHERE data_source_id = $1", [id]);
        return found.rowCount;
      });
    await describeDataSource(workspace.as("EDITOR"), { dataSourceId: id });
    expect(await kept()).toBe(1);
    await deleteDataSource(workspace.as("ADMIN"), { dataSourceId: id });
    expect(await kept()).toBe(0);
  });

  it("a source of uploaded files without a table has an empty schema", async () => {
    const workspace = await createWorkspace();
    const { id } = await createDataSource(workspace.as("ADMIN"), { kind: "FILES", name: "Spreadsheets" });
    expect((await describeDataSource(workspace.as("EDITOR"), { dataSourceId: id })).tables).toEqual([]);
  });
});

describe("a sample of a table", () => {
  it("is its first rows as people see them, in the workspace's language", async () => {
    const workspace = await createWorkspace({ locale: "de-DE" });
    const { id } = await addSource(workspace.as("ADMIN"), shop, { rowLimit: 5 });
    const table = { dataSourceId: id, schema: "shop", table: "sales" };
    const sample = await sampleTable(workspace.as("EDITOR"), table);
    expect(sample.columns.map(({ key }) => key)).toEqual(["id", "day", "shop", "amount", "paid"]);
    expect(sample.rows).toHaveLength(20);
    expect(sample.rows[0]?.map(({ text }) => text)).toEqual(["1", "1. Aug. 2026", "South", "1,5", "No"]);
    expect(sample.notices).toEqual([]);
  });

  it("reads only the columns the source's user may, whatever the names are", async () => {
    const workspace = await createWorkspace();
    const { id } = await addSource(workspace.as("ADMIN"), shop);
    const sample = await sampleTable(workspace.as("EDITOR"), {
      dataSourceId: id,
      schema: "shop",
      table: 'od"d; name',
    });
    expect(sample.columns.map(({ key }) => key)).toEqual(["a", 'b"; --']);
    expect(sample.rows).toHaveLength(20);
    expect(JSON.stringify(sample)).not.toContain("secret");
  });

  it("of a table that the schema does not have is not found", async () => {
    const workspace = await createWorkspace();
    const { id } = await addSource(workspace.as("ADMIN"), shop);
    for (const [schema, table] of [
      ["shop", "secret"],
      ["", "sales"],
      ["pg_catalog", "pg_authid"],
      ["shop", 'sales" UNION SELECT pin FROM shop.secret --'],
    ] as const)
      await expect(
        sampleTable(workspace.as("EDITOR"), { dataSourceId: id, schema, table }),
      ).rejects.toMatchObject({ code: "not_found" });
  });

  it("is for those who may run queries, in the source's own workspace", async () => {
    const workspace = await createWorkspace();
    const { id } = await addSource(workspace.as("ADMIN"), shop);
    const table = { dataSourceId: id, schema: "shop", table: "sales" };
    await expect(sampleTable(workspace.as("VIEWER"), table)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = (await createWorkspace()).as("OWNER");
    await expect(sampleTable(stranger, table)).rejects.toMatchObject({ code: "not_found" });
    await deleteDataSource(workspace.as("ADMIN"), { dataSourceId: id });
    await expect(sampleTable(workspace.as("EDITOR"), table)).rejects.toMatchObject({ code: "not_found" });
  });
});
