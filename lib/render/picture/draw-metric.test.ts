import { expect, test } from "vitest";
import { galleryFigure } from "@/components/charts/testing/gallery-cases";
import type { MetricModel } from "@/lib/charts/types";
import { descendants, parseSvg, textOf } from "@/lib/render/svg/parse-svg";
import { drawMetric } from "./draw-metric";

const model = (text: string): MetricModel => ({
  ...(galleryFigure("metric", "normal") as MetricModel),
  text,
  sparkline: [1, 4, 2, 5],
});

function drawn(text: string, size: { width: number; height: number }, remark?: string) {
  const markup = drawMetric(model(text), { x: 0, y: 0, ...size }, "m", remark);
  const nodes = descendants(parseSvg(`<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`));
  const [, course] = nodes.filter(({ name }) => name === "svg").map(({ attributes }) => attributes);
  return { texts: nodes.filter(({ name }) => name === "text").map(textOf), course };
}

test("the course is beside the number, narrower where the number is long", () => {
  expect(drawn("3,440", { width: 240, height: 64 }).course).toMatchObject({ x: "144", width: "96" });
  const { course, texts } = drawn("€12,345,678", { width: 250, height: 64 });
  expect(texts).toContain("€12,345,678");
  expect(Number(course?.width)).toBeGreaterThanOrEqual(40);
  expect(Number(course?.width)).toBeLessThan(96);
});

test("a number as wide as its card has its course below, where the card is high enough", () => {
  const long = "€1,234,567,890,123";
  expect(drawn(long, { width: 240, height: 140 }).course).toMatchObject({ x: "0", width: "96" });
  expect(drawn(long, { width: 240, height: 64 }).course).toBeUndefined();
});

test("a number is set smaller, never cut", () => {
  for (const width of [120, 180, 240])
    expect(drawn("€123,456,789.01", { width, height: 64 }).texts).toContain("€123,456,789.01");
});

test("a remark stands below what it is compared with", () => {
  expect(drawn("3,440", { width: 240, height: 64 }, "Does not show the chosen period.").texts.at(-1)).toMatch(
    /Does not show the chosen period\.$/,
  );
});

test("a target that has no room beside the comparison is told below it, whole", () => {
  expect(drawn("3,440", { width: 300, height: 64 }).texts.at(-1)).toMatch(/ · target 3,000 ✓$/);
  expect(drawn("3,440", { width: 240, height: 64 }, "Own period.").texts.at(-1)).toBe(
    "Own period. · target 3,000 ✓",
  );
});
