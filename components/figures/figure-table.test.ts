import { expect, test } from "vitest";
import { prepare } from "@/lib/charts/prepare";
import type { ResultSet } from "@/lib/charts/types";
import { figureTable } from "./figure-table";

const result = (amount: number): ResultSet => ({
  columns: [{ name: "amount", type: "number", role: "measure", unit: "currency:EUR" }],
  rows: [[amount]],
  asOf: "2026-11-20T05:00:00.000Z",
  truncated: false,
  durationMs: 3,
  fromCache: false,
});

const options = { locale: "en-GB", zone: "Europe/Berlin" };

test("a number's table has every number the card shows, as printed", () => {
  const model = prepare(
    result(106),
    {
      kind: "metric",
      title: "Revenue",
      value: "amount",
      aggregate: "sum",
      compare: "previous_year",
      direction: "higher",
      target: 120,
    },
    { ...options, previous: result(100), comparisonLabel: "vs a year earlier" },
  );
  const table = figureTable(model);
  expect(table.rows.map((cells) => cells.map((cell) => cell.text.replaceAll("\u00a0", " ")))).toEqual([
    ["Revenue", "€106.00"],
    ["Year earlier", "€100.00"],
    ["Change", "+6.0 %"],
    ["Target", "€120.00"],
  ]);
  expect(table.rows[0]?.[1]?.raw).toBe(106);
});

test("a table stays itself and a chart becomes the table behind it", () => {
  const table = prepare(
    result(1),
    { kind: "table", title: "", columns: [], totals: false, maxRows: 10 },
    options,
  );
  expect(figureTable(table)).toBe(table);
  const bars = prepare(
    {
      ...result(2),
      columns: [{ name: "shop", type: "text", role: "dimension" }, ...result(2).columns],
      rows: [["North", 2]],
    },
    { kind: "bar", title: "", x: "shop", y: ["amount"], stacking: "none", horizontal: false },
    options,
  );
  expect(figureTable(bars).rows[0]?.map((cell) => cell.raw)).toEqual(["North", 2]);
});

test("a day is one in its table", () => {
  const days: ResultSet = {
    ...result(0),
    columns: [{ name: "visited", type: "date", role: "time" }],
    rows: [["2026-10-03"]],
  };
  const model = prepare(
    days,
    {
      kind: "metric",
      title: "Last visit",
      value: "visited",
      aggregate: "max",
      compare: "none",
      direction: "none",
    },
    options,
  );
  const table = figureTable(model);
  expect(table.columns[1]).toMatchObject({ type: "date" });
  expect(table.rows).toHaveLength(1);
  expect(table.rows[0]?.[1]).toEqual({ raw: "2026-10-03", text: "3 Oct 2026" });
});
