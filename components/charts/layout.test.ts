import { describe, expect, it } from "vitest";
import { layoutCartesian } from "@/components/charts/cartesian-layout";
import { layoutCategoryLabels } from "@/components/charts/category-labels";
import { layoutLegend } from "@/components/charts/legend-layout";
import { layoutPie } from "@/components/charts/pie-layout";
import { CHART_CASES } from "@/components/charts/testing/chart-cases";
import { estimateTextWidth } from "@/lib/charts/text-width";
import type { CartesianModel, ChartPoint, PieModel } from "@/lib/charts/types";

/** Ten pixels a letter makes the sums readable. */
const tenEach = (text: string) => text.length * 10;
const seriesOf = (...names: string[]) =>
  names.map((name, index) => ({ key: `s${index}`, name, color: index }));
const pointsOf = (...labels: string[]): ChartPoint[] =>
  labels.map((label) => ({ label, x: label, values: {} }));
const cartesian = (name: string) => CHART_CASES[name] as CartesianModel;

describe("the legend", () => {
  const lines = (names: string[], box: { width: number; maxLines: number; reserved: number }) => {
    const { entries } = layoutLegend(seriesOf(...names), box, tenEach);
    return [...new Set(entries.map((entry) => entry.y))].map((y) =>
      entries.filter((entry) => entry.y === y).map((entry) => entry.text),
    );
  };
  it("is left out for one series: the title names it", () => {
    expect(layoutLegend(seriesOf("Revenue"), { width: 300, maxLines: 3, reserved: 0 }, tenEach)).toEqual({
      entries: [],
      height: 0,
    });
  });
  it("wraps to lines", () => {
    expect(lines(["aaaaa", "bbbbb", "ccccc"], { width: 170, maxLines: 3, reserved: 0 })).toEqual([
      ["aaaaa", "bbbbb"],
      ["ccccc"],
    ]);
  });
  it("keeps the end of the first line free", () => {
    expect(lines(["aaaaa", "bbbbb"], { width: 170, maxLines: 3, reserved: 50 })).toEqual([
      ["aaaaa"],
      ["bbbbb"],
    ]);
  });
  it("ends in a count when the lines run out", () => {
    expect(lines(["aaaaa", "bbbbb", "ccccc", "ddddd"], { width: 230, maxLines: 1, reserved: 0 })).toEqual([
      ["aaaaa", "+3 more"],
    ]);
  });
  it("shortens a name wider than the chart", () => {
    expect(lines(["a".repeat(90), "b"], { width: 120, maxLines: 3, reserved: 0 })[0]?.[0]).toMatch(/^a+…$/);
  });
});

describe("labels under the axis", () => {
  const layout = (labels: string[], band: number) =>
    layoutCategoryLabels(pointsOf(...labels), band, 100, tenEach);
  it("stand in one line when they fit", () => {
    expect(layout(["abc", "def"], 50)).toMatchObject({
      angle: 0,
      labels: [{ lines: ["abc"] }, { lines: ["def"] }],
    });
  });
  it("break between words when that lets them fit", () => {
    expect(layout(["North Quay", "Old Town"], 70)).toMatchObject({
      angle: 0,
      labels: [{ lines: ["North", "Quay"] }, { lines: ["Old", "Town"] }],
    });
  });
  it("slant when they do not, shortened", () => {
    const { angle, labels } = layout(["Orthopaedics and more", "Radiology"], 70);
    expect(angle).toBe(-40);
    expect(labels[0]?.lines[0]).toMatch(/…$/);
  });
  it("skip some when they are short or too close", () => {
    expect(layout(["0", "1", "2", "3", "4", "5"], 10).labels.map((label) => label.index)).toEqual([0, 2, 4]);
    expect(
      layout(["Orthopaedics", "Radiology", "Dermatology", "Cardiology"], 9).labels.map(
        (label) => label.index,
      ),
    ).toEqual([0, 2]);
  });
});

describe("a chart with axes", () => {
  it("labels the densest round dates that fit", () => {
    const labels = (width: number) => {
      const model = cartesian("a line over months");
      return layoutCartesian(model, { width, height: 300 }, estimateTextWidth).below.labels.map(
        (label) => label.lines[0],
      );
    };
    expect(labels(1200)).toHaveLength(23);
    expect(labels(640)).toEqual(["Jan 2025", "Apr", "Jul", "Oct", "Jan 2026", "Apr", "Jul", "Oct"]);
    expect(labels(240)).toEqual(["Jan 2025", "Jul", "Jan 2026", "Jul"]);
  });
  it("prints fewer values when it is low, from zero up", () => {
    const texts = (height: number) =>
      layoutCartesian(cartesian("an area"), { width: 640, height }, estimateTextWidth).beside.map(
        (tick) => tick.text,
      );
    expect(texts(300)).toEqual(["0", "200", "400", "600", "800", "1,000"]);
    expect(texts(120)[0]).toBe("0");
    expect(texts(120).length).toBeLessThan(5);
  });
  it("gives the names of lying bars room, and no more than two fifths", () => {
    const { plot, beside } = layoutCartesian(
      cartesian("lying bars"),
      { width: 400, height: 300 },
      estimateTextWidth,
    );
    expect(plot.left).toBeLessThanOrEqual(400 * 0.4 + 13);
    expect(beside.map((label) => label.text)).toContain("Internal Medicine");
    expect(beside.some((label) => label.text.endsWith("…"))).toBe(true);
  });
});

describe("notes on lying bars", () => {
  const bars = cartesian("lying bars");
  const noted: CartesianModel = {
    ...bars,
    annotations: [
      { index: 2, text: "New rota since May" },
      { index: 0, text: "A note that is much longer than a third of the width of the whole chart" },
    ],
  };
  const size = { width: 640, height: 300 };
  it("stand to the right of the bars, on their rows, in room of their own", () => {
    const plain = layoutCartesian(bars, size, estimateTextWidth);
    const { notes, plot } = layoutCartesian(noted, size, estimateTextWidth);
    expect(plot.right).toBeLessThan(plain.plot.right);
    expect(notes.map(({ index, text }) => [index, text.endsWith("…")])).toEqual([
      [0, true],
      [2, false],
    ]);
    for (const { text, x } of notes) {
      expect(x).toBeGreaterThan(plot.right);
      expect(x + estimateTextWidth(text, 11)).toBeLessThanOrEqual(size.width);
    }
    const row = plot.height / bars.points.length;
    expect(notes.map(({ y }) => Math.floor((y - plot.top) / row))).toEqual([0, 2]);
  });
  it("leave one out where two would lie over each other", () => {
    const low = { width: 640, height: 60 };
    const crowded = { ...noted, annotations: [0, 1, 2, 3].map((index) => ({ index, text: "Note" })) };
    expect(layoutCartesian(crowded, low, estimateTextWidth).notes.length).toBeLessThan(4);
  });
});

describe("a pie", () => {
  const model = CHART_CASES["a pie"] as PieModel;
  it("lists its parts beside the ring, or below it when it is narrow", () => {
    const wide = layoutPie(model, { width: 500, height: 240 }, estimateTextWidth);
    expect(wide.swatchX).toBeGreaterThan(wide.ring.cx + wide.ring.outer);
    const narrow = layoutPie(model, { width: 240, height: 320 }, estimateTextWidth);
    expect(narrow.rows[0]?.y).toBeGreaterThan(narrow.ring.cy + narrow.ring.outer);
    expect(narrow.rows).toHaveLength(6);
  });
  it("counts the parts it has no room for", () => {
    expect(layoutPie(model, { width: 500, height: 70 }, estimateTextWidth)).toMatchObject({
      rows: { length: 2 },
      more: { text: "+4 more" },
    });
  });
});
