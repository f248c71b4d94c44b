import { describe, expect, test } from "vitest";
import type { ParameterDefinition, ParameterValues } from "@/lib/queries/schemas";
import { aimFilters } from "./aim-filters";
import type { FigureFilter } from "./figure-filter";

const clock = { now: new Date("2026-11-20T08:00:00Z"), zone: "UTC", weekStartsOn: 1 as const };
const parameter = (more: Partial<ParameterDefinition> = {}): ParameterDefinition => ({
  name: "shop",
  label: "",
  type: "text",
  isList: true,
  isRequired: false,
  options: null,
  ...more,
});
const filter = (value: FigureFilter["value"], more: Partial<FigureFilter> = {}): FigureFilter => ({
  label: "Shop",
  type: "text",
  value,
  aim: { kind: "same_name", name: "shop" },
  ...more,
});
const aim = (filters: FigureFilter[], own: ParameterValues = {}, definition = parameter()) => {
  const { values, columns } = aimFilters(filters, { parameters: [definition], own }, clock);
  return { values, columns: columns.map(({ keep }) => keep) };
};
const only = (...values: (string | number | null)[]) => [{ kind: "values", values }];

describe("filters that reach one parameter", () => {
  test("let through what all of them do", () => {
    expect(aim([filter(["A", "B"]), filter(["B", "C"])])).toEqual({ values: { shop: ["B"] }, columns: [] });
  });

  test("leave out rows where the later one lets in what the first does not", () => {
    expect(aim([filter(["A"]), filter(["B"])])).toEqual({ values: { shop: ["A"] }, columns: only("B") });
  });

  test("compare numbers and their texts", () => {
    const number = parameter({ type: "number" });
    expect(aim([filter(["5", "6"], { type: "number" }), filter(5, { type: "number" })], {}, number)).toEqual({
      values: { shop: 5 },
      columns: [],
    });
  });
});

test("a filter takes the place of the author's value, a click narrows it", () => {
  expect(aim([filter(["B"])], { shop: ["A"] }).values).toEqual({ shop: ["B"] });
  const clicked = { isClicked: true } as const;
  expect(aim([filter("B", clicked)], { shop: ["A"] })).toEqual({ values: {}, columns: only("B") });
  expect(aim([filter("A", clicked)], { shop: ["A", "B"] }).values).toEqual({ shop: "A" });
  expect(aim([filter("A", clicked)], { shop: null }).values).toEqual({ shop: "A" });
});

test("rows without a value are left to the rows: a parameter of nothing lets everything through", () => {
  expect(aim([filter(null, { isClicked: true })])).toEqual({ values: {}, columns: only(null) });
});
