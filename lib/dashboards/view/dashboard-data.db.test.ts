import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { createQuery } from "@/lib/queries";
import type { RangeChoice } from "@/lib/time/ranges";
import { createWorkspace } from "@/tests/support/factories";
import { gather } from "@/tests/support/gather";
import { addSource, createShop, dropShop, type TestSource } from "@/tests/support/source";
import type { WidgetData } from "./schemas";
import {
  changeDashboardSharing,
  createDashboard,
  dashboardData,
  figureColumns,
  firstWidgetData,
  saveDashboard,
} from "@/lib/dashboards";
import { DashboardView, type WidgetInput } from "@/lib/dashboards/schemas";

const SALES = `SELECT day, shop, amount FROM shop.sales WHERE day >= {{from}} AND day < {{to}} ORDER BY day`;
const october: RangeChoice = { kind: "absolute", from: "2026-10-01", to: "2026-10-31" };
const september: RangeChoice = { kind: "absolute", from: "2026-09-01", to: "2026-09-30" };
const MINUTE_MS = 60_000;

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

async function arrange() {
  const workspace = await createWorkspace();
  const source = await addSource(workspace.as("ADMIN"), shop);
  const editor = workspace.as("EDITOR");
  const query = await createQuery(editor, {
    name: "Sales",
    dataSourceId: source.id,
    definition: {
      kind: "sql",
      sql: SALES,
      parameters: [
        { name: "from", type: "date" },
        { name: "to", type: "date" },
      ],
      columnUnits: { amount: "currency:EUR" },
    },
  });
  const dashboard = await createDashboard(editor, {
    name: "Sales",
    widgets: [revenue(query.id), { ...revenue(query.id, "broken", 3), visual: missingColumn }],
  });
  return { workspace, editor, query, dashboard };
}

const missingColumn: WidgetInput["visual"] = {
  kind: "line",
  title: "By week",
  x: "week",
  y: ["amount"],
  stacking: "none",
  horizontal: false,
};

function revenue(queryId: string, key = "revenue", x = 0): WidgetInput {
  return {
    key,
    queryId,
    visual: {
      kind: "metric",
      title: "Revenue",
      value: "amount",
      aggregate: "sum",
      compare: "previous_period",
      direction: "higher",
    },
    parameters: {},
    layout: { x, y: 0, w: 3, h: 2 },
  };
}

type Changes = Partial<z.input<typeof DashboardView>>;
const viewOf = (changes: Changes = {}) => DashboardView.parse({ range: october, ...changes });

/** What the widget answers; what is wrong with it is thrown. */
async function ask(
  ctx: RequestContext,
  dashboardId: string,
  key: string,
  changes?: Changes,
): Promise<WidgetData> {
  const input = { dashboardId, view: viewOf(changes), widgetKeys: [key] };
  const [answer] = await gather(await dashboardData(ctx, input));
  return answer?.data ?? Promise.reject(answer?.error);
}

test("a widget's figure is the sum of the rows of its period, beside the period before", async () => {
  const { workspace, dashboard } = await arrange();
  const { model } = await ask(workspace.as("VIEWER"), dashboard.id, "revenue");
  // Sale n is worth 1.5 n; October holds sales 62 to 92, September 32 to 61.
  expect(model).toMatchObject({
    kind: "metric",
    value: 1.5 * ((62 + 92) / 2) * 31,
    text: "€3,581",
    comparison: {
      label: "vs previous month",
      previous: 1.5 * ((32 + 61) / 2) * 30,
      direction: "up",
      tone: "good",
    },
  });
  const earlier = await ask(workspace.as("VIEWER"), dashboard.id, "revenue", { range: september });
  expect(earlier.model).toMatchObject({ value: 2092.5 });
});

test("a widget with a column that is not there fails alone, and names the columns there are", async () => {
  const { workspace, dashboard } = await arrange();
  const viewer = workspace.as("VIEWER");
  await expect(ask(viewer, dashboard.id, "broken")).rejects.toMatchObject({
    code: "invalid_input",
    message: 'There is no column "week" in this result. Choose one of: "day", "shop", "amount".',
  });
  const first = await firstWidgetData(viewer, dashboard, { view: viewOf(), tab: null, limitMs: MINUTE_MS });
  expect(Object.keys(first)).toEqual(["revenue"]);
  expect(first.revenue?.model).toMatchObject({ text: "€3,581" });
});

test("the first paint does not wait longer than it may", async () => {
  const { workspace, dashboard } = await arrange();
  expect(
    await firstWidgetData(workspace.as("VIEWER"), dashboard, { view: viewOf(), tab: null, limitMs: 0 }),
  ).toEqual({});
});

test("data of a foreign, missing, hidden or removed widget is not given away", async () => {
  const { workspace, editor, dashboard } = await arrange();
  const stranger = (await createWorkspace()).as("OWNER");
  const missing = { code: "not_found" };
  await expect(ask(stranger, dashboard.id, "revenue")).rejects.toMatchObject(missing);
  await expect(ask(editor, dashboard.id, "no-such-widget")).rejects.toMatchObject(missing);
  const { id, version, name, description, filters, settings } = dashboard;
  const kept = { dashboardId: id, expectedVersion: version, name, description, filters, settings };
  const widgets = dashboard.widgets.filter((widget) => widget.key === "revenue");
  await saveDashboard(editor, { ...kept, widgets });
  await changeDashboardSharing(editor, { dashboardId: id, visibility: "PRIVATE", isOpenToEditors: true });
  await expect(ask(workspace.as("VIEWER"), id, "revenue")).rejects.toMatchObject(missing);
  await expect(ask(editor, id, "broken")).rejects.toMatchObject(missing);
  expect((await ask(editor, id, "revenue")).model.kind).toBe("metric");
});

test("an editor learns the columns of a query and a first figure; a viewer may not try queries out", async () => {
  const { workspace, editor, query } = await arrange();
  const input = { queryId: query.id, range: october };
  const { columns, suggestion } = await figureColumns(editor, input);
  expect(columns.map(({ name, role, unit }) => [name, role, unit])).toEqual([
    ["day", "time", undefined],
    ["shop", "dimension", undefined],
    ["amount", "measure", "currency:EUR"],
  ]);
  expect(suggestion).toMatchObject({ kind: "line", x: "day", y: ["amount"], series: "shop" });
  await expect(figureColumns(workspace.as("VIEWER"), input)).rejects.toMatchObject({ code: "forbidden" });
  const stranger = (await createWorkspace()).as("OWNER");
  await expect(figureColumns(stranger, input)).rejects.toMatchObject({ code: "not_found" });
});
