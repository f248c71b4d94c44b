import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { VisualSpec } from "@/lib/charts/spec";
import { withTransaction } from "@/lib/db";
import { createQuery, prepareFigure, settleRuns } from "@/lib/queries";
import type { RangeChoice } from "@/lib/time/ranges";
import { createWorkspace } from "../../tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "../../tests/support/source";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

const metric = (compare: "none" | "previous_period"): VisualSpec => ({
  kind: "metric",
  title: "Sales",
  value: "amount",
  aggregate: "sum",
  compare,
  direction: "higher",
});
const LAST_FULL_MONTH: RangeChoice = { kind: "relative", name: "last_full_month" };

async function setUp(sql: string) {
  const workspace = await createWorkspace({ zone: "Europe/Berlin" });
  workspace.clock.set("2026-10-31T23:30:00Z"); // 1 November in Berlin: the last full month is October.
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop);
  const parameters = [
    { name: "from", type: "date" as const, default: "2026-08-01" },
    { name: "to", type: "date" as const, default: "2026-11-01" },
  ];
  const { id: queryId } = await createQuery(workspace.as("EDITOR"), {
    name: "Sales",
    dataSourceId,
    definition: { kind: "sql", sql, parameters, columnUnits: { amount: "currency:EUR" } },
  });
  const figure = (visual: VisualSpec, range: RangeChoice) =>
    prepareFigure(workspace.as("VIEWER"), { queryId, visual, range }, { purpose: "DASHBOARD" });
  return { workspace, queryId, figure };
}

const SQL =
  "select day, shop, amount from shop.sales where day >= {{from}} and day < {{to}} order by day, shop";

describe("prepareFigure", () => {
  it("resolves the period in the workspace's zone and compares whole months", async () => {
    const { figure } = await setUp(SQL);
    const { model, rows, asOf } = await figure(metric("previous_period"), LAST_FULL_MONTH);
    // The shop sold n × 1.5 on its nth day since 1 August: October is 62–92, September 32–61.
    expect(model).toMatchObject({
      kind: "metric",
      value: 3580.5,
      unit: "currency:EUR",
      comparison: { previous: 2092.5, label: "vs previous month" },
    });
    expect([rows, asOf]).toEqual([31, "2026-10-31T23:30:00.000Z"]);
  });

  it("draws a course over time with the period before, and asks for it only where there are times", async () => {
    const { workspace, queryId } = await setUp(SQL);
    const ask = (x: string, kind: "line" | "bar") => {
      const visual: VisualSpec = { kind, title: "", x, y: ["amount"], stacking: "none", horizontal: false };
      const input = { queryId, visual, range: LAST_FULL_MONTH };
      return prepareFigure(workspace.as("VIEWER"), input, {
        purpose: "DASHBOARD",
        compare: "previous_period",
      });
    };
    const { model } = await ask("day", "line");
    if (model.kind !== "line") throw new Error(`A line was asked for, not ${model.kind}.`);
    expect(model.series.map(({ name }) => name)).toEqual(["Amount", "Previous month"]);
    const [first] = model.points;
    // The 62nd and the 32nd day since 1 August, at 1.5 a day.
    expect([first?.values, first?.comparedLabel]).toEqual([{ s0: 93, s1: 48 }, "1 Sept 2026"]);
    const shops = await ask("shop", "bar");
    expect("series" in shops.model && shops.model.series).toHaveLength(1);
    expect(shops.model.notices.map(({ text }) => text).join()).not.toContain("compare");
  });

  it("begins no run for a period before that is not drawn", async () => {
    const { workspace, queryId } = await setUp(SQL);
    const visual: VisualSpec = {
      kind: "bar",
      title: "",
      x: "shop",
      y: ["amount"],
      stacking: "none",
      horizontal: false,
    };
    const input = { queryId, visual, range: LAST_FULL_MONTH };
    const options = { purpose: "DASHBOARD", compare: "previous_period" } as const;
    await prepareFigure(workspace.as("VIEWER"), input, options);
    await settleRuns();
    const runs = await withTransaction(workspace.system(), (tx) =>
      tx.queryRun.findMany({ where: { queryId }, select: { state: true } }),
    );
    expect(runs).toEqual([{ state: "COMPLETED" }]);
  });

  it("draws bars and lines with the period before", async () => {
    const { workspace, queryId } = await setUp(
      "select day, sum(amount) as amount, avg(amount) as average from shop.sales where day >= {{from}} and day < {{to}} group by day order by day",
    );
    const visual: VisualSpec = {
      kind: "combo",
      title: "",
      x: "day",
      y: ["amount"],
      lines: ["average"],
      linesAxis: "right",
      stacking: "none",
    };
    const input = { queryId, visual, range: LAST_FULL_MONTH };
    const options = { purpose: "DASHBOARD", compare: "previous_period" } as const;
    const { model } = await prepareFigure(workspace.as("VIEWER"), input, options);
    if (model.kind !== "combo") throw new Error(`Bars and lines were asked for, not ${model.kind}.`);
    expect(model.series.map(({ name }) => name)).toEqual([
      "Amount",
      "Amount, previous month",
      "Average",
      "Average, previous month",
    ]);
    expect(model.points[0]?.values).toEqual({ s0: 93, s1: 48, s2: 93, s3: 48 });
  });

  it("compares nothing when the query does not follow the period, or all time is shown", async () => {
    const all = await setUp("select day, shop, amount from shop.sales");
    const still = await all.figure(metric("previous_period"), LAST_FULL_MONTH);
    expect(still.model).toMatchObject({ value: 6417, comparison: null });
    const { figure } = await setUp(SQL);
    const always = await figure(metric("previous_period"), { kind: "relative", name: "all_time" });
    expect(always.model).toMatchObject({ value: 6417, comparison: null });
  });

  it("passes on what is wrong with the figure", async () => {
    const { figure } = await setUp(SQL);
    const visual: VisualSpec = { kind: "pie", title: "", category: "shop", value: "profit" };
    await expect(figure(visual, LAST_FULL_MONTH)).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining('"profit"'),
    });
  });

  it("is for members of the workspace; trying out is for editors", async () => {
    const { workspace, queryId } = await setUp(SQL);
    const input = { queryId, visual: metric("none"), range: LAST_FULL_MONTH };
    const stranger = (await createWorkspace()).as("OWNER");
    await expect(prepareFigure(stranger, input, { purpose: "DASHBOARD" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(prepareFigure(workspace.as("VIEWER"), input, { purpose: "EDITOR" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
