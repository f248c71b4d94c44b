import { afterAll, beforeAll, expect, it } from "vitest";
import { listColumnValues } from "@/lib/queries";
import { createWorkspace } from "../../tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../../tests/support/source";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

const column = { schema: "shop", table: "sales", column: "shop", type: "text" } as const;

async function sales() {
  const workspace = await createWorkspace();
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop);
  return { workspace, dataSourceId };
}

it("gives each value once, as a text, the most frequent first", async () => {
  const { workspace, dataSourceId } = await sales();
  const ctx = workspace.as("EDITOR");
  expect(await listColumnValues(ctx, { ...column, dataSourceId })).toEqual({ values: ["North", "South"] });
  const paid = await listColumnValues(ctx, { ...column, dataSourceId, column: "paid", type: "boolean" });
  expect(paid.values).toEqual(["false", "true"]);
});

it("says which column a table does not have", async () => {
  const { workspace, dataSourceId } = await sales();
  const asked = listColumnValues(workspace.as("EDITOR"), {
    ...column,
    dataSourceId,
    column: `x" from y; --`,
  });
  await expect(asked).rejects.toMatchObject({
    code: "query_failed",
    message: expect.stringContaining(`x" from y`),
  });
});

it("is for those who may ask sources, and for sources of their workspace", async () => {
  const { workspace, dataSourceId } = await sales();
  const { as: elsewhere } = await createWorkspace();
  await expect(listColumnValues(workspace.as("VIEWER"), { ...column, dataSourceId })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(listColumnValues(elsewhere("EDITOR"), { ...column, dataSourceId })).rejects.toMatchObject({
    code: "not_found",
  });
});
