/**
 * The same components, drawn in a browser and without one, must give the same picture. This is what makes an
 * upgrade of React or Recharts safe.
 */
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, launchChromium, openChartPage } from "@/components/charts/testing/browser-page";
import { CHART_CASES } from "@/components/charts/testing/chart-cases";
import { descendants, parseSvg, type SvgNode, textOf } from "@/lib/render/svg/parse-svg";
import { renderChartSvg } from "@/lib/render/svg/render-chart-svg";

const size = { width: 640, height: 300 };

if (!chromiumPath) {
  console.warn(
    "SKIPPED: no Chromium was found, so charts were not compared with a browser. Set CHROMIUM_PATH to one.",
  );
}

/** The drawing itself: Recharts wraps it in divs, and hides a measuring element beside it. */
function svgOf(markup: string): SvgNode {
  return parseSvg(markup.slice(markup.indexOf("<svg"), markup.lastIndexOf("</svg>") + "</svg>".length));
}

const named = (svg: SvgNode, name: string) => descendants(svg).filter((node) => node.name === name);
const numbersOf = (text: string) => (text.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);

const GEOMETRY: Record<string, string[]> = {
  path: ["d"],
  line: ["x1", "y1", "x2", "y2"],
  text: ["x", "y", "transform"],
  rect: ["x", "y", "width", "height"],
  circle: ["cx", "cy", "r"],
};

function geometryOf(svg: SvgNode, name: string): number[][] {
  const shapes = named(svg, name).filter((shape) => !isInClipPath(svg, shape));
  return shapes.map((shape) =>
    (GEOMETRY[name] ?? []).flatMap((attribute) => numbersOf(shape.attributes[attribute] ?? "")),
  );
}

function isInClipPath(svg: SvgNode, shape: SvgNode): boolean {
  return named(svg, "clipPath").some((clip) => descendants(clip).includes(shape));
}

describe.skipIf(!chromiumPath)("a chart drawn without a browser", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await openChartPage(browser);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });

  it.each(Object.entries(CHART_CASES))("equals the browser's: %s", async (name, model) => {
    const markup = await page.evaluate(([chart, width, height]) => window.drawCase(chart, width, height), [
      name,
      size.width,
      size.height,
    ] as const);
    const ours = parseSvg(renderChartSvg(model, { ...size, theme: "light" }));
    const theirs = svgOf(markup);

    expect(named(ours, "text").map(textOf)).toEqual(named(theirs, "text").map(textOf));
    for (const shape of Object.keys(GEOMETRY)) {
      const [here, there] = [geometryOf(ours, shape), geometryOf(theirs, shape)];
      expect(here.map((numbers) => numbers.length)).toEqual(there.map((numbers) => numbers.length));
      const farthest = here.flatMap((numbers, index) =>
        numbers.map((number, place) => Math.abs(number - (there[index]?.[place] ?? Number.NaN))),
      );
      expect(Math.max(0, ...farthest), `${shape} in "${name}"`).toBeLessThanOrEqual(0.5);
    }
  });
});
