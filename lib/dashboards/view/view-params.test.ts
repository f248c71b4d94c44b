import { describe, expect, it } from "vitest";
import { CrossFilter, DashboardFilters, DashboardView } from "@/lib/dashboards/schemas";
import { viewFromParams, type ViewParams, viewSearch } from "./view-params";

const filters = DashboardFilters.parse({
  range: { kind: "relative", name: "last_full_month" },
  fields: [
    { name: "clinic", type: "text", isList: true, default: ["North"] },
    { name: "least", type: "number" },
    { name: "paid", type: "boolean" },
    { name: "stay", type: "date_range" },
    { name: "region", type: "text", default: "West", isLocked: true },
  ],
});

const paramsOf = (search: URLSearchParams): ViewParams =>
  Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));

describe("a view in an address", () => {
  it("is read back as it was written", () => {
    const view = DashboardView.parse({
      range: { kind: "absolute", from: "2026-10-01", to: "2026-10-31" },
      comparison: "previous_year",
      values: {
        clinic: ["North", "Süd & Ost", "a,b"],
        least: 12.5,
        paid: false,
        stay: { kind: "relative", name: "last_7_days" },
      },
      cross: [{ widgetKey: "w-1", column: "Shop", value: null, label: "(none)" }],
    });
    const search = viewSearch(view, filters);
    expect(search.toString()).toContain("range=2026-10-01..2026-10-31&compare=previous_year");
    expect(search.getAll("f.clinic")).toEqual(["North", "Süd & Ost", "a,b"]);
    expect(viewFromParams(paramsOf(search), filters)).toEqual(view);
  });

  it("is empty for the dashboard's own", () => {
    const own = viewFromParams({}, filters);
    expect(own).toEqual({ range: filters.range, comparison: "none", values: {}, cross: [] });
    expect(viewSearch({ ...own, values: { clinic: ["North"] } }, filters).toString()).toBe("");
  });

  it("tells a filter that was cleared from one that has its default", () => {
    const search = viewSearch({ ...viewFromParams({}, filters), values: { clinic: null } }, filters);
    expect(search.toString()).toBe("f.clinic=");
    expect(viewFromParams(paramsOf(search), filters).values).toEqual({ clinic: null });
  });

  it("takes of what was clicked what its schema takes, and nothing else", () => {
    const good = { widgetKey: "w-1", column: "Shop", value: "Nord", label: "Nord" };
    const odd = [
      good,
      { ...good, value: 0 },
      { ...good, value: true },
      { ...good, value: "x".repeat(2001) },
      { ...good, value: ["Nord"] },
      { ...good, value: undefined },
      { ...good, widgetKey: "W 1" },
      { ...good, widgetKey: "" },
      { ...good, widgetKey: "w".repeat(41) },
      { ...good, column: 7 },
      { ...good, column: "c".repeat(201) },
      { ...good, label: "l".repeat(301) },
      { ...good, label: null },
    ];
    for (const { widgetKey, column, value, label } of odd) {
      // As an address holds it: what JSON cannot write is null there.
      const [asWritten] = JSON.parse(JSON.stringify([{ widgetKey, column, value: value ?? null, label }]));
      const cross = JSON.stringify([[widgetKey, column, value, label]]);
      const read = viewFromParams({ cross }, filters).cross;
      expect(read, cross).toEqual(CrossFilter.safeParse(asWritten).success ? [asWritten] : []);
    }
  });

  it("is the dashboard's own where it cannot be read, and where it is locked", () => {
    const broken = {
      range: "soon",
      compare: "x",
      cross: "[[1]",
      "f.least": "many",
      "f.paid": "x",
      "f.stay": "x",
    };
    expect(viewFromParams({ ...broken, "f.region": "East", "f.other": "x" }, filters)).toEqual(
      viewFromParams({}, filters),
    );
    const locked = { ...filters, isRangeLocked: true };
    expect(viewFromParams({ range: "today", compare: "previous_year" }, locked)).toMatchObject({
      range: filters.range,
      comparison: "none",
    });
  });
});
