import { expect, it } from "vitest";
import { CHART_KINDS } from "@/lib/charts/kinds";
import { ChartSpec } from "@/lib/charts/chart-spec";
import { VisualSpec } from "@/lib/charts/spec";

it.each([
  [{ stacked: true }, "stacked"],
  [{ stacked: false }, "none"],
  [{}, "none"],
  [{ stacking: "percent" }, "percent"],
  [{ stacking: "none", stacked: true }, "none"],
] as const)("a document that says %o is read as stacking %s", (written, stacking) => {
  const spec = VisualSpec.parse({ kind: "bar", title: "", x: "clinic", y: ["visits"], ...written });
  expect(spec).toEqual({ kind: "bar", title: "", x: "clinic", y: ["visits"], horizontal: false, stacking });
  expect(VisualSpec.parse(spec)).toEqual(spec);
});

it("every chart kind that is listed has a schema, and none is missing from the list", () => {
  const kinds = ChartSpec.options.map((option) => ("shape" in option ? option : option.in).shape.kind.value);
  expect(kinds.sort()).toEqual([...CHART_KINDS].sort());
});
