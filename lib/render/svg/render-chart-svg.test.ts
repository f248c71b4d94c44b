import { describe, expect, it, vi } from "vitest";
import { COMPARED } from "@/components/charts/chart-props";
import { CHART_CASES } from "@/components/charts/testing/chart-cases";
import { CHART_THEMES } from "@/lib/charts/palette";
import type { ChartModel } from "@/lib/charts/types";
import { renderPng } from "@/lib/render/png/render-png";
import { measureInter } from "@/lib/render/svg/measure";
import { descendants, parseSvg, textOf } from "@/lib/render/svg/parse-svg";
import { toPdfSafeSvg } from "@/lib/render/svg/pdf-safe";
import { renderChartSvg, renderSparklineSvg } from "@/lib/render/svg/render-chart-svg";

const options = { width: 640, height: 300, theme: "light" } as const;
const cases = Object.entries(CHART_CASES);
const caseOf = (name: string): ChartModel => {
  const model = CHART_CASES[name];
  if (!model) throw new Error(`There is no case "${name}".`);
  return model;
};
const textsOf = (svg: string) =>
  descendants(parseSvg(svg))
    .filter((node) => node.name === "text")
    .map(textOf);

describe("renderChartSvg", () => {
  it.each(cases)("gives the same bytes each time: %s", (_, model) => {
    const first = renderChartSvg(model, options);
    renderChartSvg(caseOf("thirty lines"), options);
    expect(renderChartSvg(model, options)).toBe(first);
  });

  it.each(cases)("leaves nothing in it that only a browser understands: %s", (_, model) => {
    const svg = renderChartSvg(model, options);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|var\(|\u0000|class=|id="recharts/);
    const root = parseSvg(svg);
    expect(root.attributes).toMatchObject({ width: "640", height: "300", viewBox: "0 0 640 300" });
  });

  it.each(cases)("keeps every word inside the picture: %s", (_, model) => {
    const texts = descendants(parseSvg(renderChartSvg(model, options))).filter(
      (node) => node.name === "text",
    );
    for (const text of texts) {
      const {
        x = "0",
        y = "0",
        "text-anchor": anchor = "start",
        "font-size": fontSize = "12",
        transform,
      } = text.attributes;
      const width = measureInter(textOf(text), Number(fontSize), text.attributes["font-weight"] ? 600 : 400);
      const before = { start: 0, middle: 0.5, end: 1 }[anchor] ?? 0;
      const slant = transform ? Math.cos((40 * Math.PI) / 180) : 1;
      const left = Number(x) - width * before * slant;
      expect(left, textOf(text)).toBeGreaterThanOrEqual(-1);
      expect(left + width * slant, textOf(text)).toBeLessThanOrEqual(641);
      expect(Number(y)).toBeLessThanOrEqual(300);
    }
  });

  it("prints the model's own ticks, labels and names", () => {
    const texts = textsOf(renderChartSvg(caseOf("bars side by side"), options));
    expect(texts).toEqual(
      expect.arrayContaining(["Booked", "Kept", "thousand", "Jan", "Jun", "0", "5", "10", "15"]),
    );
  });

  it("draws a measurement between gaps as a dot", () => {
    const nodes = descendants(parseSvg(renderChartSvg(caseOf("a line with gaps and a lone point"), options)));
    expect(nodes.filter((node) => node.name === "circle")).toHaveLength(1);
  });

  it("says so when there is nothing to draw", () => {
    expect(textsOf(renderChartSvg(caseOf("no rows"), options))).toEqual(["No data in this period"]);
    expect(textsOf(renderChartSvg(caseOf("no values"), options))).toEqual(["No values in this period"]);
  });

  it("draws the period compared with quieter, bars and lines alike", () => {
    const nodes = descendants(
      parseSvg(renderChartSvg(caseOf("bars and a line with the year before"), options)),
    );
    const quiet = nodes.filter(({ attributes }) => String(COMPARED.opacity) === attributes["fill-opacity"]);
    // Ten bars, ten dots and a swatch for each in the legend.
    expect(quiet).toHaveLength(22);
    const dashed = nodes.filter(({ attributes }) => attributes["stroke-dasharray"] === COMPARED.dash);
    expect(dashed).toHaveLength(1);
  });

  it("tells lines apart by dashes on paper", () => {
    const svg = renderChartSvg(caseOf("thirty lines"), { ...options, theme: "print" });
    expect(svg).toContain("stroke-dasharray");
    expect(renderChartSvg(caseOf("thirty lines"), options)).not.toContain("stroke-dasharray");
  });

  it("survives a chart as small as a stamp", () => {
    for (const [, model] of cases)
      expect(renderChartSvg(model, { width: 60, height: 40, theme: "light" })).not.toContain("NaN");
  });

  it("leaves no trace of a browser behind", async () => {
    const globals = ["window", "document", "HTMLElement", "getComputedStyle", "requestAnimationFrame"];
    const before = globals.map((name) => name in globalThis);
    renderChartSvg(caseOf("an area"), options);
    expect(globals.map((name) => name in globalThis)).toEqual(before);
    // React's left-over tasks borrow the globals in the immediates that follow.
    await new Promise((done) => setImmediate(done));
    await new Promise((done) => setImmediate(done));
    expect(globals.map((name) => name in globalThis)).toEqual(before);
  });

  it("throws what the drawing throws", () => {
    const broken = { ...caseOf("an area"), kind: "radar" } as unknown as ChartModel;
    expect(() => renderChartSvg(broken, options)).toThrow("Unhandled case");
    expect(textsOf(renderChartSvg(caseOf("an area"), options)).length).toBeGreaterThan(3);
  });
});

it("draws a sparkline", () => {
  const svg = renderSparklineSvg([1, 3, null, 2], { width: 96, height: 28, theme: "light" });
  const names = descendants(parseSvg(svg)).map((node) => node.name);
  expect(names).toEqual(["svg", "path", "circle"]);
  expect(svg).toContain(CHART_THEMES.light.categorical[0]);
});

describe("toPdfSafeSvg", () => {
  it.each(cases)("keeps every word of a chart: %s", (_, model) => {
    const svg = renderChartSvg(model, { ...options, theme: "print" });
    expect(textsOf(toPdfSafeSvg(svg))).toEqual(textsOf(svg).filter((text) => text.trim() !== ""));
  });
});

describe("renderPng", () => {
  const svg = renderChartSvg(caseOf("a pie"), { width: 320, height: 200, theme: "light" });
  const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
  it("gives the same picture each time, at the scale asked for", () => {
    const png = renderPng(svg, { scale: 2, background: "#ffffff" });
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(sizeOf(png)).toEqual([640, 400]);
    expect(renderPng(svg, { scale: 2, background: "#ffffff" }).equals(png)).toBe(true);
  });
  it("draws words from Inter's files", () => {
    const wordless = svg.replace(/<text.*?<\/text>/g, "");
    expect(renderPng(svg, { scale: 1 }).equals(renderPng(wordless, { scale: 1 }))).toBe(false);
  });
  it("refuses what is no drawing", () => {
    expect(() => renderPng("<p>no</p>", { scale: 1 })).toThrow();
  });
});

it("lends the globals until React has cleaned up, also on a machine that is busy elsewhere", async () => {
  const caught: unknown[] = [];
  const listeners = process.listeners("uncaughtException");
  const keep = (error: unknown) => caught.push(error);
  process.removeAllListeners("uncaughtException").on("uncaughtException", keep);
  // Between any two looks at the clock more time passes than React works without yielding.
  let now = performance.now();
  const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 6));
  try {
    for (let count = 0; count < 12; count += 1) renderChartSvg(caseOf("bars side by side"), options);
    for (let round = 0; round < 400; round += 1) await new Promise((done) => setImmediate(done));
  } finally {
    clock.mockRestore();
    process.removeListener("uncaughtException", keep);
    for (const listener of listeners) process.on("uncaughtException", listener);
  }
  expect(caught).toEqual([]);
  expect("window" in globalThis).toBe(false);
});
