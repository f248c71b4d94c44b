import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { prepare } from "@/lib/charts/prepare";
import { VisualSpec } from "@/lib/charts/spec";
import type { ResultColumn } from "@/lib/charts/types";
import { drawnNames } from "./drawn-names";
import { KindFields } from "./kind-fields";

const columns: ResultColumn[] = [
  { name: "day", type: "date", role: "time" },
  { name: "at", type: "timestamp", role: "time" },
  { name: "clinic", type: "text", role: "dimension" },
  { name: "visits", type: "number", role: "measure", unit: "count" },
  { name: "rate", type: "number", role: "measure", unit: "percent" },
];
const modelOf = (visual: VisualSpec) =>
  prepare(
    {
      columns,
      rows: [
        ["2026-10-01", "2026-10-01T08:00:00Z", "North Quay", 3, 0.1],
        ["2026-10-02", "2026-10-02T08:00:00Z", "Old Town", 5, 0.2],
      ],
      asOf: "2026-11-20T05:00:00Z",
      truncated: false,
      durationMs: 1,
      fromCache: false,
    },
    visual,
    { locale: "en-GB", zone: "UTC" },
  );

function draw(spec: Record<string, unknown>, isDrawn = true): string {
  const visual = VisualSpec.parse({ title: "", ...spec });
  return renderToStaticMarkup(
    <KindFields
      visual={visual}
      columns={columns}
      drawn={isDrawn ? modelOf(visual) : undefined}
      onChange={() => {}}
    />,
  );
}
const legends = (markup: string) =>
  [...markup.matchAll(/<legend[^>]*><bdi>(.*?)<\/bdi>/g)].map(([, name]) => name);

test("each series that is drawn can be given a colour by its name, the chosen one is checked", () => {
  const split = {
    kind: "line",
    x: "day",
    y: ["visits"],
    series: "clinic",
    colors: { "Old Town": 3, Gone: 1 },
  };
  const markup = draw(split);
  expect(legends(markup)).toEqual(["North Quay", "Old Town", "Gone"]);
  const old = markup.slice(markup.indexOf("<bdi>Old Town"), markup.indexOf("<bdi>Gone"));
  expect(/aria-label="Rose"[^>]*checked/.test(old)).toBe(true);
  expect(old.match(/checked=""/g)).toHaveLength(1);
  // Without a picture, what the spec knows by itself.
  expect(legends(draw({ kind: "bar", x: "clinic", y: ["visits", "rate"], unit: "number" }, false))).toEqual([
    "Visits",
    "Rate",
  ]);
});

test("parts of a pie and groups of dots have colours, a number has none", () => {
  expect(legends(draw({ kind: "pie", category: "clinic", value: "visits" }))).toEqual([
    "Old Town",
    "North Quay",
  ]);
  expect(legends(draw({ kind: "scatter", x: "visits", y: "rate", color: "clinic" }))).toEqual([
    "North Quay",
    "Old Town",
  ]);
  expect(legends(draw({ kind: "metric", value: "visits" }))).toEqual([]);
});

test("a period compared with has the colour of its series, and is no row of the form", () => {
  const visual = VisualSpec.parse({ kind: "line", title: "", x: "day", y: ["visits"] });
  const model = modelOf(visual);
  if (model.kind !== "line") throw new Error("A line was asked for.");
  const compared = { key: "s1", name: "Previous month", color: 0, compares: "s0" };
  expect(drawnNames(visual, { ...model, series: [...model.series, compared] })).toEqual(["Visits"]);
});

test("a pie has a shape and a number of parts; dots have two axes, lines and a legend", () => {
  expect(draw({ kind: "pie", category: "clinic", value: "visits" })).toMatch(/Shape.*Disc.*Parts at most/s);
  const dots = draw({ kind: "scatter", x: "visits", y: "rate" });
  for (const group of ["Legend", "Axis along the bottom", "Axis up the side", "Lines"])
    expect(dots).toContain(`role="group" aria-label="${group}"`);
  // The rate is typed in per cent, the count is not.
  expect(dots.slice(dots.indexOf("Axis up the side"))).toContain("From in %");
  expect(dots.slice(dots.indexOf("Axis along the bottom"), dots.indexOf("Axis up the side"))).not.toContain(
    "From in %",
  );
});

test("a table is sorted by up to three columns, each once", () => {
  const places = (sort: string[]) =>
    draw({ kind: "table", sort: sort.map((column) => ({ column, descending: false })) }).match(
      /Sorted by|Then by \(\d\)/g,
    );
  expect(places([])).toEqual(["Sorted by"]);
  expect(places(["clinic"])).toEqual(["Sorted by", "Then by (2)"]);
  expect(places(["clinic", "day", "visits"])).toEqual(["Sorted by", "Then by (2)", "Then by (3)"]);
  const second = draw({ kind: "table", sort: [{ column: "clinic", descending: false }] }).split(
    "Then by (2)",
  )[1];
  expect(second?.slice(0, second.indexOf("</select>"))).not.toContain(">Clinic<");
});

test("a metric of a day offers earliest and latest and how days are printed, and nothing that days do not have", () => {
  const markup = draw({ kind: "metric", value: "day", aggregate: "max" });
  for (const words of ["Latest", "Earliest", "Long, 1 October 2026"]) expect(markup).toContain(words);
  for (const words of ["Divided by", "Compare with", "Target", "Sparkline", "Decimals"])
    expect(markup).not.toContain(words);
  expect(draw({ kind: "metric", value: "day", aggregate: "count" })).toContain("Compare with");
});
