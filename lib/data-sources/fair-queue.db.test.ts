import { afterAll, beforeAll, expect, it } from "vitest";
import { findQuerySource } from "@/lib/data-sources";
import { withOwner } from "../../tests/support/database";
import { createWorkspace } from "../../tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../../tests/support/source";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

const LOCK = 20_261;
const statement = (text: string) => ({ text, values: [], zone: "UTC" });

it("somebody with many slow questions does not keep others from theirs", async () => {
  const workspace = await createWorkspace();
  const { id } = await addSource(workspace.as("ADMIN"), shop, { connectionLimit: 2 });
  const heavy = await findQuerySource(workspace.as("EDITOR"), id);
  const other = await findQuerySource(workspace.as("OWNER"), id);

  await withOwner(async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    const slow = Array.from({ length: 5 }, () =>
      heavy.run(statement(`SELECT 1 AS one FROM pg_advisory_xact_lock_shared(${LOCK})`)),
    );
    const leaving = new AbortController();
    const left = heavy.run(statement("SELECT 2 AS two"), leaving.signal);
    // None of the slow ones can be answered before the lock is given back.
    expect((await other.run(statement("SELECT 3 AS three"))).rows).toEqual([[3]]);
    expect(await other.explain(statement("SELECT 3"))).not.toEqual([]);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ code: "cancelled" });
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK]);
    for (const { rows } of await Promise.all(slow)) expect(rows).toEqual([[1]]);
  });
});

it("who waits too long hears that no connection was free", async () => {
  const workspace = await createWorkspace();
  const { id } = await addSource(workspace.as("ADMIN"), shop, { connectionLimit: 1 });
  const { id: impatient } = await addSource(workspace.as("ADMIN"), shop, { name: "Impatient" });
  const busy = await findQuerySource(workspace.as("EDITOR"), id);
  await withOwner(async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    const slow = busy.run(statement(`SELECT 1 AS one FROM pg_advisory_xact_lock_shared(${LOCK})`));
    await client.query("UPDATE data_sources SET statement_timeout_ms = 100 WHERE id = $1", [id]);
    const source = await findQuerySource(workspace.as("OWNER"), id);
    await expect(source.run(statement("SELECT 2"))).rejects.toMatchObject({
      code: "query_timeout",
      message: expect.stringContaining(
        "waited 0.1 seconds for a free connection to “Shop” and was not asked",
      ),
    });
    const elsewhere = await findQuerySource(workspace.as("OWNER"), impatient);
    expect((await elsewhere.run(statement("SELECT 4 AS four"))).rows).toEqual([[4]]);
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK]);
    expect((await slow).rows).toEqual([[1]]);
  });
});
