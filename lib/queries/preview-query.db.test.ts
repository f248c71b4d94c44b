import { afterAll, beforeAll, expect, it } from "vitest";
import { previewQuery } from "@/lib/queries";
import { withOwner } from "../../tests/support/database";
import { createWorkspace } from "../../tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../../tests/support/source";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

async function preview(sql: string, rowLimit = 50_000) {
  const workspace = await createWorkspace();
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop, { rowLimit });
  return previewQuery(workspace.as("EDITOR"), {
    dataSourceId,
    definition: { kind: "sql", sql, columnUnits: { amount: "currency:EUR" } },
  });
}

it("gives the rows and suggests a figure of them", async () => {
  const result = await preview("select day, amount from shop.sales order by day");
  expect(result).toMatchObject({
    rowCount: 92,
    truncated: false,
    figure: { kind: "line", unit: "currency:EUR" },
  });
  expect(result.rows).toHaveLength(92);
  expect(result.rows[0]).toEqual(["2026-08-01", 1.5]);
});

it("gives what the source answered with and says when it has more than its limit", async () => {
  const result = await preview("select n::text from generate_series(1, 5000) n", 2000);
  expect([result.rowCount, result.truncated, result.rows.length, result.figure]).toEqual([
    2000,
    true,
    2000,
    null,
  ]);
});

it("spares the browser what is too much text, and says how many rows there were", async () => {
  const result = await preview("select n, repeat('x', 1000000) as text from generate_series(1, 30) n");
  expect([result.rowCount, result.truncated, result.rows.length]).toEqual([30, false, 19]);
});

it("names what the query asks of its reader and nobody has", async () => {
  const workspace = await createWorkspace();
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop);
  await withOwner((client) =>
    client.query(`UPDATE memberships SET attributes = '{"shop": "North"}' WHERE workspace_id = $1`, [
      workspace.id,
    ]),
  );
  const sql = "select 1 where {{me.department}} is null or {{me.shop}} = {{me.departmnt}}";
  const input = { dataSourceId, definition: { kind: "sql" as const, sql } };
  expect(await previewQuery(workspace.as("EDITOR"), input)).toMatchObject({
    attributesOfNobody: ["departmnt"],
  });
});
