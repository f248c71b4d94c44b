import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AccessibleTable } from "@/components/charts/accessible-table";
import { DataTable } from "@/components/charts/data-table";
import { MetricCard } from "@/components/charts/metric-card";
import { prepareMetric } from "@/lib/charts/prepare-metric";
import { prepareTable } from "@/lib/charts/prepare-table";
import { MetricSpec } from "@/lib/charts/spec";
import type { Cell, ResultSet } from "@/lib/charts/types";

const options = { locale: "en-GB", zone: "Europe/Berlin" };
function resultOf(rows: Cell[][]): ResultSet {
  return {
    columns: [
      { name: "clinic", type: "text", role: "dimension" },
      { name: "missed", type: "number", role: "measure", unit: "percent" },
      { name: "visits", type: "number", role: "measure", unit: "count" },
    ],
    rows,
    asOf: "2026-11-20T05:00:00Z",
    truncated: false,
    durationMs: 4,
    fromCache: false,
  };
}
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

describe("MetricCard", () => {
  const metric = (rows: Cell[][], previous: Cell[][], more: object = {}) =>
    prepareMetric(
      resultOf(rows),
      MetricSpec.parse({
        kind: "metric",
        title: "Visits",
        value: "visits",
        direction: "lower",
        compare: "previous_period",
        ...more,
      }),
      { ...options, previous: resultOf(previous), comparisonLabel: "vs September" },
    );
  const show = (...input: Parameters<typeof metric>) =>
    renderToStaticMarkup(<MetricCard model={metric(...input)} />);

  it("prints value, change with sign and direction, and target", () => {
    const markup = show([["A", 0.1, 1200]], [["A", 0.1, 1000]], { target: 1500 });
    expect(textOf(markup)).toBe("Visits 1,200 up +20.0 % (+200) vs September target 1,500 reached");
    expect(markup).toContain("text-bad");
  });
  it("says how far it has come towards its target, unless less is better", () => {
    const growing = show([["A", 0.1, 1200]], [], { target: 1500, direction: "higher" });
    expect(textOf(growing)).toContain("80 % of target 1,500");
    expect(textOf(show([["A", 0.1, 1600]], [], { target: 1500 }))).not.toContain("of target");
  });
  it("prints the sign of a unit smaller, without losing it", () => {
    expect(textOf(show([["A", 0.118, 1]], [["A", 0.1, 1]], { value: "missed" }))).toContain("11.8 %");
  });
  it("from zero names the earlier value instead of a percentage", () => {
    expect(textOf(show([["A", 0.1, 5]], [["A", 0.1, 0]]))).toContain("up from 0 vs September");
  });
  it("says when there is no data, now or before", () => {
    expect(textOf(show([], [["A", 0.1, 5]]))).toBe("Visits – No data in this period");
    expect(textOf(show([["A", 0.1, 5]], []))).toBe("Visits 5 vs September: no data");
  });
});

describe("DataTable", () => {
  const rows = Array.from({ length: 130 }, (_, index): Cell[] => [`Clinic ${index + 1}`, 0.1, index]);
  const model = prepareTable(
    resultOf(rows),
    { kind: "table", title: "Clinics", columns: [], totals: true, maxRows: 1000 },
    options,
  );
  const markup = renderToStaticMarkup(<DataTable model={model} pageSize={50} />);

  it("draws one page of rows, and names the others", () => {
    expect(markup.match(/<tr/g)).toHaveLength(50 + 2);
    expect(textOf(markup)).toContain("Rows 1–50 of 130");
  });
  it("puts the totals of all rows at the foot", () => {
    expect(textOf(markup.slice(markup.indexOf("<tfoot")))).toMatch(/^Total 8,385/);
  });
  it("lets names be chosen where somebody listens: one stop of the Tab key, measures are left alone", () => {
    const selected = { column: "clinic", value: "Clinic 2", label: "Clinic 2" };
    const listened = renderToStaticMarkup(
      <DataTable model={model} pageSize={3} onSelect={() => {}} selected={selected} />,
    );
    const names = [...listened.matchAll(/<button[^>]*data-cell[^>]*>.*?<\/button>/g)].map(([button]) => [
      textOf(button),
      /tabindex="(-?\d)"/.exec(button)?.[1],
      /aria-pressed="(\w+)"/.exec(button)?.[1],
    ]);
    expect(names).toEqual([
      ["Clinic 1", "0", "false"],
      ["Clinic 2", "-1", "true"],
      ["Clinic 3", "-1", "false"],
    ]);
    expect(markup).not.toContain("data-cell");
  });
  it("says when there is nothing", () => {
    const empty = prepareTable(
      resultOf([]),
      { kind: "table", title: "", columns: [], totals: true, maxRows: 10 },
      options,
    );
    expect(textOf(renderToStaticMarkup(<DataTable model={empty} />))).toBe("No data in this period");
  });
});

describe("AccessibleTable", () => {
  it("is captioned by the sentence, and stops at a hundred rows", () => {
    const rows = Array.from({ length: 130 }, (_, index): Cell[] => [`Clinic ${index + 1}`, 0.1, index]);
    const table = prepareTable(
      resultOf(rows),
      { kind: "table", title: "Clinics", columns: [], totals: false, maxRows: 1000 },
      options,
    );
    const markup = renderToStaticMarkup(<AccessibleTable table={table} />);
    expect(textOf(markup.slice(0, markup.indexOf("</caption>")))).toBe(
      "Clinics: 130 rows, 3 columns. The first 100 of 130 rows.",
    );
    expect(markup.match(/<tr/g)).toHaveLength(101);
    expect(markup).toContain('<th scope="row">Clinic 1</th>');
  });
});
