import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createQuery,
  deleteQuery,
  getQuery,
  listQueries,
  listQueryVersions,
  updateQuery,
} from "@/lib/queries";
import type { QueryDto } from "@/lib/queries/schemas";
import { withOwner } from "../../tests/support/database";
import { createWorkspace, type TestWorkspace } from "../../tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../../tests/support/source";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

async function setUp(): Promise<{ workspace: TestWorkspace; dataSourceId: string; query: QueryDto }> {
  const workspace = await createWorkspace();
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop);
  const query = await createQuery(workspace.as("EDITOR"), {
    name: "Sales by day",
    category: "Shop",
    tags: ["daily"],
    dataSourceId,
    definition: { kind: "sql", sql: "select day, amount from shop.sales" },
  });
  return { workspace, dataSourceId, query };
}

const editable = ({ name, description, category, tags, dataSourceId, definition }: QueryDto) => ({
  name,
  description,
  category,
  tags,
  dataSourceId,
  definition,
});

describe("the query library", () => {
  it("keeps every definition as a version, and only definitions", async () => {
    const { workspace, query } = await setUp();
    const editor = workspace.as("EDITOR");
    const input = { ...editable(query), queryId: query.id };
    const definition = {
      kind: "sql" as const,
      sql: "select day, amount from shop.sales where shop = {{shop}}",
      parameters: [{ name: "shop", type: "text" as const, default: "North" }],
      columnUnits: { day: "count", amount: "currency:EUR" },
    };
    const changed = await updateQuery(editor, { ...input, definition, changeNote: "One shop at a time" });
    expect(changed.version).toBe(2);
    const renamed = await updateQuery(editor, { ...input, definition, name: "Sales", changeNote: "Name" });
    expect([renamed.version, renamed.name]).toEqual([2, "Sales"]);
    expect(await getQuery(workspace.as("VIEWER"), { queryId: query.id })).toEqual(renamed);

    const versions = await listQueryVersions(editor, { queryId: query.id });
    expect(versions.map(({ number, changeNote, authorName }) => [number, changeNote, authorName])).toEqual([
      [2, "One shop at a time", `EDITOR of ${workspace.slug}`],
      [1, "", `EDITOR of ${workspace.slug}`],
    ]);
    expect(versions[1]?.definition).toEqual(query.definition);
    const actions = await withOwner(async (client) => {
      const { rows } = await client.query<{ action: string }>(
        "SELECT action FROM audit_events WHERE workspace_id = $1 AND entity_id = $2 ORDER BY created_at, id",
        [workspace.id, query.id],
      );
      return rows.map((row) => row.action);
    });
    expect(actions).toEqual(["query.create", "query.update", "query.update"]);
  });

  it("is searched by words, category and source", async () => {
    const { workspace, dataSourceId, query } = await setUp();
    const editor = workspace.as("EDITOR");
    const second = await createQuery(editor, { ...editable(query), name: "Returns", category: "Quality" });
    const names = async (input: Parameters<typeof listQueries>[1]) =>
      (await listQueries(workspace.as("VIEWER"), input)).map((entry) => entry.name);
    expect(await names({})).toEqual(["Returns", "Sales by day"]);
    expect(await names({ search: "SALES" })).toEqual(["Sales by day"]);
    expect(await names({ search: "daily" })).toHaveLength(2);
    for (const search of ["%", "_", "\\"]) expect(await names({ search })).toEqual([]);
    expect(await names({ category: "Quality" })).toEqual([second.name]);
    expect(await names({ dataSourceId })).toHaveLength(2);
    expect(await names({ dataSourceId: randomUUID() })).toEqual([]);
  });

  it("refuses texts that cannot be run, at their place, and names that are taken", async () => {
    const { workspace, query } = await setUp();
    const editor = workspace.as("EDITOR");
    const withSql = (sql: string) => ({
      ...editable(query),
      name: "Other",
      definition: { kind: "sql" as const, sql },
    });
    await expect(createQuery(editor, withSql("select {{shop}}"))).rejects.toMatchObject({
      code: "invalid_input",
      details: { position: 8 },
    });
    await expect(createQuery(editor, withSql("delete from shop.sales"))).rejects.toThrow("only reads");
    await expect(createQuery(editor, { ...editable(query), name: "sales BY day" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("viewers read and change nothing", async () => {
    const { workspace, query } = await setUp();
    const viewer = workspace.as("VIEWER");
    const forbidden = { code: "forbidden" };
    await expect(createQuery(viewer, { ...editable(query), name: "x" })).rejects.toMatchObject(forbidden);
    await expect(updateQuery(viewer, { ...editable(query), queryId: query.id })).rejects.toMatchObject(
      forbidden,
    );
    await expect(deleteQuery(viewer, { queryId: query.id })).rejects.toMatchObject(forbidden);
  });

  it("another workspace's query and source read as missing", async () => {
    const { query, dataSourceId } = await setUp();
    const own = await setUp();
    const stranger = own.workspace.as("OWNER");
    const missing = { code: "not_found" };
    await expect(getQuery(stranger, { queryId: query.id })).rejects.toMatchObject(missing);
    await expect(listQueryVersions(stranger, { queryId: query.id })).rejects.toMatchObject(missing);
    await expect(deleteQuery(stranger, { queryId: query.id })).rejects.toMatchObject(missing);
    await expect(updateQuery(stranger, { ...editable(own.query), queryId: query.id })).rejects.toMatchObject(
      missing,
    );
    await expect(
      createQuery(stranger, { ...editable(own.query), name: "x", dataSourceId }),
    ).rejects.toMatchObject(missing);
    await expect(
      updateQuery(stranger, { ...editable(own.query), queryId: own.query.id, dataSourceId }),
    ).rejects.toMatchObject(missing);
  });

  it("cannot be deleted while dashboards and reports show it, and says which", async () => {
    const { workspace, query } = await setUp();
    const editor = workspace.as("EDITOR");
    const block = { blocks: [{ kind: "metrics", items: [{ queryId: query.id }] }] };
    const [dashboardId, reportId] = [randomUUID(), randomUUID()];
    await withOwner(async (client) => {
      await client.query(
        "INSERT INTO dashboards (id, public_id, workspace_id, name) VALUES ($1, $2, $3, 'Front page')",
        [dashboardId, `dash_${dashboardId}`, workspace.id],
      );
      await client.query(
        "INSERT INTO widgets (id, workspace_id, dashboard_id, query_id, key, visual, x, y, w, h) VALUES ($1, $2, $3, $4, 'a', '{}', 0, 0, 1, 1)",
        [randomUUID(), workspace.id, dashboardId, query.id],
      );
      await client.query(
        "INSERT INTO report_definitions (id, workspace_id, name, draft) VALUES ($1, $2, 'Monthly', '{}')",
        [reportId, workspace.id],
      );
      await client.query(
        "INSERT INTO report_versions (id, workspace_id, report_id, number, document) VALUES ($1, $2, $3, 1, $4)",
        [randomUUID(), workspace.id, reportId, JSON.stringify(block)],
      );
    });
    await expect(deleteQuery(editor, { queryId: query.id })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("the dashboard “Front page”, the report “Monthly”"),
    });

    await withOwner((client) =>
      client.query("UPDATE dashboards SET visibility = 'PRIVATE', owner_id = $2 WHERE id = $1", [
        dashboardId,
        randomUUID(),
      ]),
    );
    const refusal = await deleteQuery(editor, { queryId: query.id }).catch((error: Error) => error.message);
    expect(refusal).toContain("a private dashboard of somebody else, the report “Monthly”");

    await withOwner(async (client) => {
      await client.query("UPDATE dashboards SET deleted_at = now() WHERE id = $1", [dashboardId]);
      await client.query(
        "INSERT INTO report_versions (id, workspace_id, report_id, number, document) VALUES ($1, $2, $3, 2, '{}')",
        [randomUUID(), workspace.id, reportId],
      );
    });
    await deleteQuery(editor, { queryId: query.id });
    await expect(getQuery(editor, { queryId: query.id })).rejects.toMatchObject({ code: "not_found" });
    // The name is free again.
    expect((await createQuery(editor, editable(query))).version).toBe(1);
  });
});
