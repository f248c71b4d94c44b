import { expect, test } from "vitest";
import { VisualSpec } from "@/lib/charts/spec";
import type { ResultColumn } from "@/lib/charts/types";
import { changeKind, specFromColumns } from "./respec";
import { VISUAL_KIND_NAMES } from "./visual-kinds";

const month: ResultColumn = { name: "month", type: "date", role: "time" };
const clinic: ResultColumn = { name: "clinic", type: "text", role: "dimension" };
const revenue: ResultColumn = { name: "revenue", type: "number", role: "measure", unit: "currency:EUR" };
const kept: ResultColumn = { name: "kept_appointments", type: "number", role: "measure", unit: "count" };

test("the first spec follows the columns there are", () => {
  expect(specFromColumns([month, revenue])).toMatchObject({
    kind: "line",
    title: "Revenue by month",
    x: "month",
    y: ["revenue"],
  });
  expect(specFromColumns([clinic, kept])).toMatchObject({
    kind: "bar",
    x: "clinic",
    y: ["kept_appointments"],
  });
  expect(specFromColumns([kept])).toMatchObject({ kind: "metric", title: "Kept appointments" });
  expect(specFromColumns([clinic])).toMatchObject({ kind: "table" });
});

test("a change of kind keeps title, columns, unit and decimals", () => {
  const line = VisualSpec.parse({
    kind: "line",
    title: "Takings",
    x: "month",
    y: ["revenue", "kept_appointments"],
    series: "clinic",
    unit: "currency:EUR",
    decimals: 2,
  });
  const columns = [month, clinic, revenue, kept];
  expect(changeKind(line, "area", columns)).toMatchObject({
    kind: "area",
    title: "Takings",
    x: "month",
    y: ["revenue", "kept_appointments"],
    series: "clinic",
    stacking: "stacked",
    unit: "currency:EUR",
    decimals: 2,
  });
  expect(changeKind(line, "metric", columns)).toMatchObject({
    kind: "metric",
    value: "revenue",
    sparklineBy: "month",
    decimals: 2,
  });
  expect(changeKind(line, "pie", columns)).toMatchObject({ category: "clinic", value: "revenue" });
  expect(changeKind(line, "line", columns)).toBe(line);
});

test("every kind that is offered makes a spec the schema accepts", () => {
  const columns = [month, clinic, revenue];
  for (const kind of VISUAL_KIND_NAMES) {
    const made = changeKind(specFromColumns(columns), kind, columns);
    expect(VisualSpec.safeParse(made).success, kind).toBe(true);
    expect(made.kind).toBe(kind);
  }
});
