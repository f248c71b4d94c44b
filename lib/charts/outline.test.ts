import { expect, it } from "vitest";
import { groupIndices, outlineRows } from "@/lib/charts/outline";
import { preparePivot } from "@/lib/charts/prepare-pivot";
import { PivotSpec } from "@/lib/charts/pivot-spec";

const model = preparePivot(
  {
    columns: [
      { name: "clinic", type: "text", role: "dimension" },
      { name: "payer", type: "text", role: "dimension" },
      { name: "visits", type: "number", role: "measure" },
    ],
    rows: [
      ["A", "x", 1],
      ["A", "y", 5],
      ["B", "x", 9],
      ["B", "y", 2],
    ],
    asOf: "2026-11-20T05:00:00Z",
    truncated: false,
    durationMs: 4,
    fromCache: false,
  },
  PivotSpec.parse({
    kind: "pivot",
    title: "",
    rows: ["clinic", "payer"],
    measures: [{ value: "visits", aggregate: "sum" }],
  }),
  { locale: "en-GB", zone: "Europe/Berlin" },
);
const names = (closed: number[], orders: Parameters<typeof outlineRows>[2]) =>
  outlineRows(model, new Set(closed), orders).map((index) =>
    model.rows[index]
      ?.slice(0, 2)
      .map((cell) => cell.text)
      .join(" "),
  );

it("leaves out the parts of closed groups", () => {
  expect(groupIndices(model)).toEqual([0, 3]);
  expect(names([0], [])).toEqual(["A All", "B All", "B x", "B y"]);
});

it("orders the parts of a group among themselves", () => {
  expect(names([], [{ key: "value:0", descending: true }])).toEqual([
    "B All",
    "B x",
    "B y",
    "A All",
    "A y",
    "A x",
  ]);
  expect(names([], [{ key: "row:clinic", descending: true }])).toEqual([
    "B All",
    "B y",
    "B x",
    "A All",
    "A y",
    "A x",
  ]);
});
