import type { z } from "zod";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RequestContext } from "@/lib/context";
import { createDashboard, drillWidget, explainWidget, listFilterOptions } from "@/lib/dashboards";
import { DashboardView } from "@/lib/dashboards/schemas";
import { createQuery } from "@/lib/queries";
import type { ParameterDefinition } from "@/lib/queries/schemas";
import { createWorkspace } from "@/tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "@/tests/support/source";

const column = (name: string, type: "text" | "number" | "date") =>
  ({ kind: "column", table: "sales", column: name, type }) as const;
const view = DashboardView.parse({ range: { kind: "absolute", from: "2026-08-01", to: "2026-10-31" } });

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

async function arrange() {
  const workspace = await createWorkspace();
  const editor = workspace.as("EDITOR");
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop);
  const { id: queryId } = await createQuery(editor, {
    name: "Sales by month",
    dataSourceId,
    definition: {
      kind: "builder",
      builder: {
        tables: [{ id: "sales", schema: "shop", name: "sales" }],
        dimensions: [{ id: "when", name: "Month", field: column("day", "date"), grain: "month" }],
        measures: [{ kind: "sum", id: "m", name: "Amount", field: column("amount", "number") }],
        filters: {
          kind: "group",
          match: "all",
          items: [
            { kind: "filter", field: column("day", "date"), operator: "in_range", value: { kind: "period" } },
            { kind: "filter", field: column("shop", "text"), operator: "is_not_empty" },
          ],
        },
      },
    },
  });
  const { id: shops } = await createQuery(editor, {
    name: "Shops",
    dataSourceId,
    definition: { kind: "sql", sql: "SELECT DISTINCT shop FROM shop.sales ORDER BY 1" },
  });
  const options = { kind: "query", queryId: shops, valueColumn: "", labelColumn: "" } as const;
  const { id: dashboardId } = await createDashboard(editor, {
    name: "Sales",
    filters: { fields: [{ name: "shop", label: "Shop", type: "text", isList: true, options }] },
    widgets: [
      {
        key: "w",
        queryId,
        visual: { kind: "bar", title: "Sales", x: "Month", y: ["Amount"], stacked: false, horizontal: false },
        layout: { x: 0, y: 0, w: 6, h: 4 },
      },
    ],
  });
  return { workspace, editor, viewer: workspace.as("VIEWER"), dashboardId, queryId };
}

const october = { column: "Month", value: "2026-10-01" };
const drill = async (ctx: RequestContext, dashboardId: string, to: "finer" | "rows", steps = [october]) => {
  const north = { ...view, values: { shop: ["North"] } };
  const { model, finerBy } = await drillWidget(ctx, { dashboardId, widgetKey: "w", view: north, to, steps });
  return { model, finerBy };
};

test("a month is looked into by its weeks and days, with the filters of the dashboard", async () => {
  const { viewer, dashboardId } = await arrange();
  const weeks = await drill(viewer, dashboardId, "finer");
  expect(weeks.finerBy).toBe("Month");
  expect(weeks.model.kind === "bar" && weeks.model.points).toHaveLength(5);
  const days = await drill(viewer, dashboardId, "finer", [october, { column: "Month", value: "2026-09-28" }]);
  // 1 to 4 October; the North sells every other day.
  expect(days.model.kind === "bar" && days.model.points).toHaveLength(2);
  expect(days.finerBy).toBeNull();
});

test("a month of one shop is looked into for that shop alone", async () => {
  const { workspace, editor } = await arrange();
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop, { name: "Till" });
  const { id: queryId } = await createQuery(editor, {
    name: "By month and shop",
    dataSourceId,
    definition: {
      kind: "builder",
      builder: {
        tables: [{ id: "sales", schema: "shop", name: "sales" }],
        dimensions: [
          { id: "who", name: "Shop", field: column("shop", "text"), grain: null },
          { id: "when", name: "Month", field: column("day", "date"), grain: "month" },
        ],
        measures: [{ kind: "sum", id: "m", name: "Amount", field: column("amount", "number") }],
      },
    },
  });
  const { id: dashboardId } = await createDashboard(editor, {
    name: "Pivot",
    widgets: [
      {
        key: "w",
        queryId,
        visual: {
          kind: "pivot",
          title: "",
          rows: ["Shop"],
          columns: ["Month"],
          measures: [{ value: "Amount", aggregate: "sum" }],
        },
        layout: { x: 0, y: 0, w: 6, h: 4 },
      },
    ],
  });
  const steps = [{ column: "Shop", value: "North" }, october];
  const { model } = await drillWidget(editor, { dashboardId, widgetKey: "w", view, to: "finer", steps });
  expect(model.kind === "table" && model.rows.map(([shopCell]) => shopCell?.text)).toEqual(["North"]);
  // Five weeks and their total.
  expect(model.kind === "table" && model.columns).toHaveLength(7);
});

test("the source's own rows are for those who may ask it; others see the rows of the answer", async () => {
  const { editor, viewer, dashboardId } = await arrange();
  const rows = await drill(editor, dashboardId, "rows");
  expect(rows.model.kind === "table" && rows.model.columns.map(({ name }) => name)).toEqual([
    "Day",
    "Amount",
  ]);
  expect(rows.model.kind === "table" && rows.model.rows).toHaveLength(16);
  const answer = await drill(viewer, dashboardId, "rows");
  expect(answer.model.kind === "table" && answer.model.rows).toHaveLength(1);
  const hidden = [{ column: "shop", value: "North" }];
  await expect(drill(viewer, dashboardId, "rows", hidden)).rejects.toMatchObject({ code: "invalid_input" });
});

test("an explanation names the query, and shows its statement to those who may write one", async () => {
  const { editor, viewer, dashboardId, queryId } = await arrange();
  const input = { dashboardId, widgetKey: "w", view: { ...view, values: { shop: ["North"] } } };
  const told = await explainWidget(editor, input);
  expect(told).toMatchObject({
    query: { id: queryId, name: "Sales by month" },
    filters: [{ label: "Shop", text: "North", isClicked: false, reach: { kind: "tables" } }],
    asks: "Amount by month for shop North where shop is not empty, the chosen period.",
    period: { days: "1 August – 31 October 2026" },
    compared: null,
  });
  expect(told.statement).toContain('"sales"');
  expect(await explainWidget(viewer, input)).toMatchObject({ query: { id: queryId }, statement: null });
  const stranger = (await createWorkspace()).as("OWNER");
  await expect(explainWidget(stranger, input)).rejects.toMatchObject({ code: "not_found" });
  const nowhere = { ...input, widgetKey: "nowhere" };
  await expect(explainWidget(editor, nowhere)).rejects.toMatchObject({ code: "not_found" });
});

test("an explanation says which period and which filters reach a figure, by what, and what its parameters are", async () => {
  const { workspace, editor } = await arrange();
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop, { name: "Till" });
  const parameter = (name: string, more: object = {}) => ({
    name,
    type: "text" as const,
    isRequired: false,
    ...more,
  });
  const make = async (
    name: string,
    sql: string,
    parameters: z.input<typeof ParameterDefinition>[],
    visibility: "WORKSPACE" | "PRIVATE" = "WORKSPACE",
  ) =>
    (
      await createQuery(editor, {
        name,
        dataSourceId,
        visibility,
        definition: { kind: "sql", sql, parameters },
      })
    ).id;
  const period = [
    { name: "from", type: "date" as const },
    { name: "to", type: "date" as const },
  ];
  const SALES =
    "SELECT day, shop, amount FROM shop.sales WHERE true [[ AND shop = {{shop}} ]] [[ AND amount > {{least}} ]] [[ AND id > {{first}} ]]";
  const asked = [
    parameter("shop"),
    parameter("least", { type: "number" }),
    parameter("first", { type: "number", default: 0 }),
  ];
  const visual = {
    kind: "line" as const,
    title: "",
    x: "day",
    y: ["amount"],
    stacking: "none" as const,
    horizontal: false,
  };
  const widget = (key: string, y: number, queryId: string, more: object = {}) => ({
    key,
    queryId,
    visual,
    layout: { x: 0, y, w: 6, h: 3 },
    ...more,
  });
  const bindings = { shop: { kind: "none" }, town: { kind: "parameter", name: "nowhere" } } as const;
  const { id: dashboardId } = await createDashboard(editor, {
    name: "Explained",
    filters: {
      fields: [
        { name: "shop", label: "Shop", type: "text" },
        { name: "town", label: "Town", type: "text" },
      ],
    },
    widgets: [
      widget("own", 0, await make("Own", SALES, asked), { parameters: { least: 5 } }),
      widget(
        "follows",
        3,
        await make("Follows", `${SALES} AND day >= {{from}} AND day < {{to}}`, [...period, ...asked]),
        { options: { bindings } },
      ),
      widget("half", 6, await make("Half", `${SALES} AND day < {{to}}`, [...period, ...asked])),
      widget("hidden", 9, await make("Hidden", SALES, asked, "PRIVATE")),
    ],
  });
  const chosen = { ...view, comparison: "previous_period" as const, values: { shop: "North", town: "Bern" } };
  const explain = (ctx: RequestContext, widgetKey: string) =>
    explainWidget(ctx, { dashboardId, widgetKey, view: chosen });

  const own = await explain(editor, "own");
  expect(own.period).toEqual({
    own: "Its query has no place for a period: it uses neither {{from}} and {{to}} nor {{period}}.",
  });
  expect(own.compared).toBeNull();
  expect(own.filters.map(({ label, reach }) => [label, reach])).toEqual([
    ["Shop", { kind: "parameter", name: "shop" }],
    ["Town", { kind: "rows", name: "town" }],
  ]);
  expect(own.values).toEqual([
    { name: "shop", text: "North", origin: { kind: "filter", label: "Shop" } },
    { name: "least", text: "5", origin: { kind: "author" } },
    { name: "first", text: "0", origin: { kind: "default" } },
  ]);

  const follows = await explain(editor, "follows");
  expect([follows.period, follows.compared]).toEqual([
    { days: "1 August – 31 October 2026" },
    "1 May – 31 July 2026",
  ]);
  expect(follows.filters.map(({ reach }) => reach)).toEqual([
    { kind: "left_out" },
    { kind: "no_parameter", name: "nowhere" },
  ]);
  expect(follows.values.find(({ name }) => name === "to")?.origin).toEqual({ kind: "period" });
  expect((await explain(editor, "half")).period).toMatchObject({
    own: expect.stringContaining("{{to}} without {{from}}"),
  });

  const untold = await explain(workspace.as("VIEWER"), "hidden");
  expect(untold).toMatchObject({
    query: null,
    asks: null,
    values: [],
    period: { own: "Its query has a period of its own, or none." },
  });
  expect(untold.filters.map(({ reach }) => reach)).toEqual([
    { kind: "parameter", name: "" },
    { kind: "rows", name: "" },
  ]);
});

test("a viewer chooses from the list of a filter", async () => {
  const { viewer, dashboardId } = await arrange();
  expect(await listFilterOptions(viewer, { dashboardId, filter: "shop" })).toEqual({
    options: [
      { value: "North", label: "North" },
      { value: "South", label: "South" },
    ],
    truncated: false,
  });
  const stranger = (await createWorkspace()).as("OWNER");
  await expect(listFilterOptions(stranger, { dashboardId, filter: "shop" })).rejects.toMatchObject({
    code: "not_found",
  });
});
