import { describe, expect, it } from "vitest";
import { VisualSpec } from "@/lib/charts/spec";
import { type ColumnRole, mapColumns } from "./map-columns";

const than = { column: "target" };
/** Each with every place that names a column. */
const FIGURES = [
  { kind: "metric", value: "amount", denominator: "of", sparklineBy: "day" },
  { kind: "gauge", value: "amount", denominator: "of" },
  {
    kind: "line",
    x: "day",
    y: ["amount"],
    series: "shop",
    references: [
      { kind: "average", column: "amount" },
      { kind: "value", value: 1 },
    ],
  },
  { kind: "bar", x: "day", y: ["amount", "of"] },
  { kind: "area", x: "day", y: ["amount"] },
  { kind: "combo", x: "day", y: ["amount"], lines: ["of"], references: [{ kind: "average", column: "of" }] },
  { kind: "pie", category: "shop", value: "amount" },
  {
    kind: "scatter",
    x: "amount",
    y: "of",
    size: "size",
    color: "shop",
    label: "day",
    references: [{ kind: "average", column: "of" }],
  },
  { kind: "funnel", category: "shop", values: ["amount"] },
  { kind: "heatmap", x: "day", y: "shop", value: "amount" },
  {
    kind: "pivot",
    rows: ["shop"],
    columns: ["day"],
    measures: [{ value: "amount", aggregate: "sum", denominator: "of" }],
  },
  {
    kind: "table",
    columns: [
      {
        name: "amount",
        rules: [{ test: "below", than, tone: "bad" }],
        arrows: { than, better: "higher" },
        spark: { over: "day" },
      },
    ],
    sort: [{ column: "of", descending: true }],
  },
].map((figure) => VisualSpec.parse({ title: "Of value", ...figure }));

const OLD = new Set(["amount", "of", "day", "shop", "target", "size"]);
const plain = (figure: VisualSpec): unknown => JSON.parse(JSON.stringify(figure));

/** The old names that stand anywhere in a figure. */
function oldNames(part: unknown): string[] {
  if (typeof part === "string") return OLD.has(part) ? [part] : [];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(oldNames) : [];
}

describe.each(FIGURES.map((figure) => [figure.kind, figure] as const))("a %s", (_, figure) => {
  it("over other columns names none of the old ones, and stays a figure", () => {
    const asked = new Set<string>();
    const mapped = mapColumns(figure, (name) => {
      asked.add(name);
      return `new_${name}`;
    });
    expect(asked).toEqual(new Set(oldNames(figure)));
    expect(oldNames(mapped)).toEqual([]);
    expect(mapped.title).toBe("Of value");
    expect(plain(VisualSpec.parse(mapped))).toEqual(plain(mapped));
  });

  it("over the same columns is itself", () => {
    expect(plain(mapColumns(figure, (name) => name))).toEqual(plain(figure));
  });
});

it("names the new column in the address of a cell", () => {
  const table = VisualSpec.parse({
    kind: "table",
    title: "",
    columns: [{ name: "shop", link: "https://crm.example/{{ shop }}" }],
  });
  expect(mapColumns(table, () => "clinic")).toMatchObject({
    columns: [{ name: "clinic", link: "https://crm.example/{{clinic}}" }],
  });
});

it("says where only numbers can be drawn", () => {
  const roles: Record<string, ColumnRole> = {};
  const note = (name: string, role: ColumnRole) => {
    roles[name] = role;
    return name;
  };
  mapColumns(VisualSpec.parse({ kind: "bar", title: "", x: "day", y: ["amount"] }), note);
  mapColumns(VisualSpec.parse({ kind: "metric", title: "", value: "shop", aggregate: "count" }), note);
  expect(roles).toEqual({ day: "any", amount: "number", shop: "any" });
});
