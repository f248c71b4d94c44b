/** What a reader without an account may do: click figures and choose from lists, within what the address holds. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDashboard } from "@/lib/dashboards";
import type { CrossFilter, DashboardDto } from "@/lib/dashboards/schemas";
import { createQuery } from "@/lib/queries";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "@/tests/support/source";
import { createPublicLink } from "./create-public-link";
import { publicDashboardData } from "./public-dashboard-data";
import { publicFilterOptions } from "./public-filter-options";
import { openPublicPage } from "./public-page";

let shop: TestSource;
let workspace: TestWorkspace;
let dashboard: DashboardDto;
const listIds: string[] = [];

const range = { kind: "absolute" as const, from: "2026-08-01", to: "2026-10-31" };
// Sales 1 to 92; the even ones are the North's.
const NORTH = 46;

beforeAll(async () => {
  shop = await createShop();
  workspace = await createWorkspace();
  const editor = workspace.as("EDITOR");
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop);
  const query = async (name: string, sql: string) => {
    const takesShop = sql.includes("{{shop}}");
    const parameters = takesShop ? [{ name: "shop", type: "text" as const, isRequired: false }] : [];
    const made = await createQuery(editor, {
      name,
      dataSourceId,
      visibility: "WORKSPACE",
      definition: { kind: "sql", sql, parameters },
    });
    return made.id;
  };
  const listOf = async (name: string, sql: string) => {
    const queryId = await query(name, sql);
    listIds.push(queryId);
    return {
      name,
      label: "",
      type: "text",
      options: { kind: "query", queryId, valueColumn: "", labelColumn: "" },
    } as const;
  };
  const widget = async (key: string, y: number, sql: string) => ({
    key,
    queryId: await query(key, sql),
    visual: { kind: "table" as const, title: key, columns: [] },
    layout: { x: 0, y, w: 6, h: 3 },
  });
  const taken = "FROM shop.sales WHERE true [[ AND shop = {{shop}} ]]";
  dashboard = await createDashboard(editor, {
    name: "Shops",
    filters: {
      range,
      fields: [
        {
          name: "shop",
          label: "",
          type: "text",
          options: {
            kind: "values",
            values: [
              { value: "North", label: "The North" },
              { value: "South", label: "The South" },
            ],
          },
        },
        await listOf("sale", `SELECT id ${taken} ORDER BY id`),
        await listOf("amount", "SELECT amount, shop FROM shop.sales ORDER BY id"),
        await listOf("day", "SELECT day FROM shop.sales ORDER BY day"),
      ],
    },
    widgets: [
      await widget("sales", 0, "SELECT shop, id, amount FROM shop.sales"),
      await widget("paid", 3, "SELECT shop, id, paid FROM shop.sales"),
      await widget("asked", 6, `SELECT id ${taken}`),
      await widget("ids", 9, "SELECT id, day FROM shop.sales"),
    ],
  });
});
afterAll(() => dropShop(shop));

const visit = () => ({ now: workspace.clock.now, requestId: "test" });

async function make(held?: string) {
  const base = { dashboardId: dashboard.id, name: "Board" };
  const made = await createPublicLink(
    workspace.as("EDITOR"),
    held
      ? { ...base, kind: "EMBED", allowedSites: ["https://portal.example.com"], lockedValues: { shop: held } }
      : { ...base, kind: "PAGE" },
  );
  return { kind: made.link.kind, text: made.address.split("/").at(-1) ?? "" };
}
type Address = Awaited<ReturnType<typeof make>>;

const click = (widgetKey: string, column: string, value: CrossFilter["value"]): CrossFilter => ({
  widgetKey,
  column,
  value,
  label: String(value),
});

/** How many rows each figure shows, or why it shows none. */
async function rowsOf(address: Address, cross: CrossFilter[]) {
  const widgetKeys = dashboard.widgets.map(({ key }) => key);
  const counted: Record<string, unknown> = {};
  for await (const { key, data, error } of await publicDashboardData(address, visit(), {
    view: { range, cross },
    widgetKeys,
  }))
    counted[key] = data ? data.rows : error?.code;
  return counted;
}

const optionsOf = async (address: Address, filter: string, values = {}) =>
  (await publicFilterOptions(address, visit(), { filter, values })).options.map(({ value }) => value);

describe("a click of a reader without an account", () => {
  it("narrows the other figures", async () => {
    const shown = await rowsOf(await make(), [click("sales", "shop", "North")]);
    expect(shown).toEqual({ sales: 92, paid: NORTH, asked: NORTH, ids: 92 });
  });

  it("narrows what an address holds and gets never past it", async () => {
    const held = await make("North");
    expect(await rowsOf(held, [click("sales", "id", 4)])).toMatchObject({ sales: NORTH, paid: 1, asked: 1 });
    for (const beyond of [click("sales", "shop", "South"), click("sales", "id", 3)]) {
      const shown = await rowsOf(held, [beyond]);
      expect(shown).toMatchObject({ sales: NORTH, paid: 0, ids: "forbidden" });
      expect([0, NORTH]).toContain(shown.asked);
    }
  });

  it("is not taken from a figure that the page does not show, nor from a column that none draws", async () => {
    const onHidden = [click("ids", "id", 4)];
    expect(await rowsOf(await make(), onHidden)).toMatchObject({ paid: 1 });
    expect(await rowsOf(await make("North"), onHidden)).toMatchObject({ ids: "forbidden", paid: NORTH });
    expect(await rowsOf(await make(), [click("nowhere", "id", 4)])).toMatchObject({ paid: 92 });
  });
});

describe("the lists of a page", () => {
  it("offer everything where nothing is held", async () => {
    const open = await make();
    expect(await optionsOf(open, "sale")).toHaveLength(92);
    expect(await optionsOf(open, "sale", { shop: "South" })).toHaveLength(46);
    expect(await optionsOf(open, "day")).toHaveLength(92);
  });

  it("keep within what is held, by a parameter or a column, and are not offered where it does not reach", async () => {
    const held = await make("North");
    const sales = await optionsOf(held, "sale", { shop: "South" });
    expect(sales).toHaveLength(NORTH);
    expect(sales.every((id) => Number(id) % 2 === 0)).toBe(true);
    expect((await optionsOf(held, "amount")).slice(0, 2)).toEqual(["3", "6"]);
    await expect(optionsOf(held, "day")).rejects.toMatchObject({ code: "invalid_input" });
    expect(await optionsOf(held, "shop")).toEqual(["North"]);
  });

  it("name neither their queries nor what a held filter could be beside its value", async () => {
    const page = { params: {}, limitMs: 10_000 };
    const [open, held] = [
      await openPublicPage(await make(), visit(), page),
      await openPublicPage(await make("North"), visit(), page),
    ];
    expect(JSON.stringify(open)).toContain("The South");
    expect(JSON.stringify(held)).toContain("The North");
    expect(JSON.stringify(held)).not.toContain("South");
    for (const id of listIds) expect(JSON.stringify([open, held])).not.toContain(id);
  });
});
