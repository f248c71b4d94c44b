import { expect, it } from "vitest";
import { preparePie } from "@/lib/charts/prepare-pie";
import type { PieSpec } from "@/lib/charts/chart-spec";
import type { Cell, ResultSet } from "@/lib/charts/types";

const options = { locale: "en-GB", zone: "Europe/Berlin" };
const spec: PieSpec = { kind: "pie", title: "Revenue by clinic", category: "clinic", value: "revenue" };
function resultOf(rows: Cell[][]): ResultSet {
  return {
    columns: [
      { name: "clinic", type: "text", role: "dimension" },
      { name: "revenue", type: "number", role: "measure", unit: "currency:EUR" },
    ],
    rows,
    asOf: "2026-11-20T05:00:00Z",
    truncated: false,
    durationMs: 4,
    fromCache: false,
  };
}

it("orders the parts, and prints value and share", () => {
  const model = preparePie(
    resultOf([
      ["A", 1000],
      ["B", 3000],
      ["C", null],
      ["D", 0],
    ]),
    spec,
    options,
  );
  expect(model.slices).toEqual([
    {
      name: "B",
      raw: "B",
      value: 3000,
      valueText: "€3,000",
      share: 0.75,
      shareText: "75.0\u00a0%",
      color: 0,
    },
    {
      name: "A",
      raw: "A",
      value: 1000,
      valueText: "€1,000",
      share: 0.25,
      shareText: "25.0\u00a0%",
      color: 1,
    },
    { name: "D", raw: "D", value: 0, valueText: "€0.00", share: 0, shareText: "0.0\u00a0%", color: 2 },
  ]);
  expect(model.totalText).toBe("€4,000");
  expect(model.summary).toBe("Revenue by clinic: B 75.0\u00a0%, A 25.0\u00a0%, D 0.0\u00a0%, €4,000 in all.");
});

it("adds up the smallest beyond ten, and says so", () => {
  const model = preparePie(
    resultOf(Array.from({ length: 14 }, (_, index) => [`clinic ${index}`, 100 - index])),
    spec,
    options,
  );
  expect(model.slices).toHaveLength(10);
  expect(model.slices.at(-1)).toMatchObject({ name: "Other", value: 91 + 90 + 89 + 88 + 87 });
  expect(model.notices[0]?.text).toBe('The 5 smallest of 14 parts by clinic are added up as "Other".');
});

it("leaves a negative part out, and says so", () => {
  const model = preparePie(
    resultOf([
      ["A", 1000],
      ["Refunds", -250],
    ]),
    spec,
    options,
  );
  expect(model.slices.map((slice) => slice.name)).toEqual(["A"]);
  expect(model.notices[0]?.text).toBe(
    "Left out of the pie, because a share cannot be negative: Refunds (−€250.00).",
  );
});

it("adds up rows of one category, also decimal strings", () => {
  const model = preparePie(
    resultOf([
      ["A", "10.50"],
      ["A", 4],
    ]),
    spec,
    options,
  );
  expect(model.slices).toMatchObject([{ name: "A", raw: "A", value: 14.5 }]);
});

it("divides nothing by zero", () => {
  const model = preparePie(resultOf([["A", 0]]), spec, options);
  expect(model.slices[0]?.share).toBe(0);
});

it("is empty without rows, and without values says so", () => {
  expect(preparePie(resultOf([]), spec, options)).toMatchObject({
    empty: true,
    slices: [],
    totalText: "–",
    summary: "Revenue by clinic: no data.",
  });
  expect(preparePie(resultOf([["A", null]]), spec, options)).toMatchObject({
    empty: false,
    slices: [],
    totalText: "–",
    summary: "Revenue by clinic: no values.",
  });
});
