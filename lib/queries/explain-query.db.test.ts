import { afterAll, beforeAll, expect, it } from "vitest";
import { explainQuery } from "@/lib/queries";
import { createWorkspace, type TestWorkspace } from "../../tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../../tests/support/source";
import { withOwner } from "../../tests/support/database";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

async function sourceOf(workspace: TestWorkspace) {
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop);
  const explain = (sql: string, role: "EDITOR" | "VIEWER" = "EDITOR") =>
    explainQuery(workspace.as(role), {
      dataSourceId,
      definition: { kind: "sql", sql, parameters: [{ name: "least", type: "number" }] },
      values: { least: 3 },
    });
  return { dataSourceId, explain };
}

it("tells the steps of the source, with the values bound, and records no run", async () => {
  const workspace = await createWorkspace();
  const { explain } = await sourceOf(workspace);
  const { lines } = await explain("select * from shop.sales where amount > {{least}}");
  expect(lines.join("\n")).toMatch(/Scan on sales/);
  const runs = await withOwner((client) =>
    client.query("SELECT id FROM query_runs WHERE workspace_id = $1", [workspace.id]),
  );
  expect(runs.rows).toEqual([]);
});

it("shows a mistake where it is written", async () => {
  const { explain } = await sourceOf(await createWorkspace());
  await expect(explain("select {{least}}, amuont from shop.sales")).rejects.toMatchObject({
    code: "query_failed",
    details: { position: "select {{least}}, ".length + 1 },
  });
});

it("is for those who may run what they write, in their workspace", async () => {
  const workspace = await createWorkspace();
  const { dataSourceId, explain } = await sourceOf(workspace);
  await expect(explain("select 1", "VIEWER")).rejects.toMatchObject({ code: "forbidden" });
  const other = await createWorkspace();
  const definition = { kind: "sql" as const, sql: "select 1" };
  await expect(explainQuery(other.as("EDITOR"), { dataSourceId, definition })).rejects.toMatchObject({
    code: "not_found",
  });
});
