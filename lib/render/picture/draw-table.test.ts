import { expect, test } from "vitest";
import { galleryFigure } from "@/components/charts/testing/gallery-cases";
import type { TableModel } from "@/lib/charts/types";
import { descendants, parseSvg, textOf } from "@/lib/render/svg/parse-svg";
import { drawTable } from "./draw-table";

const CARD = { x: 0, y: 0, width: 357, height: 202 };

function textsOf(state: Parameters<typeof galleryFigure>[1], area = CARD) {
  const model = galleryFigure("table", state) as TableModel;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${drawTable(model, area)}</svg>`;
  const texts = descendants(parseSvg(svg)).filter(({ name }) => name === "text");
  return { model, texts: texts.map(textOf), ends: texts.map(({ attributes }) => Number(attributes.y)) };
}

test("a number is never cut: columns that have no room are counted instead", () => {
  const { model, texts } = textsOf("huge");
  const numbers = new Set([...model.rows, model.totals ?? []].flat().map((cell) => cell?.text));
  for (const text of texts.filter((each) => /^[\d−]/.test(each) && !each.includes(" of ")))
    expect(numbers.has(text), text).toBe(true);
  expect(texts.at(-1)).toMatch(/^\d of 6 rows, \d of 4 columns$|^\d of 4 columns$/);
});

test("thirty columns are as many as can be read", () => {
  const { texts } = textsOf("30 series");
  expect(texts).toContain("Series 1");
  expect(texts.at(-1)).toMatch(/\d of 31 columns$/);
  expect(texts.filter((text) => text === "…")).toEqual([]);
});

test("totals stand under the rows, and everything inside the card", () => {
  const { model, texts, ends } = textsOf("normal");
  for (const total of model.totals ?? []) if (total) expect(texts).toContain(total.text);
  for (const end of [ends, textsOf("30 series").ends, textsOf("huge").ends].flat())
    expect(end).toBeLessThanOrEqual(CARD.height);
  const low = textsOf("normal", { ...CARD, height: 120 });
  expect(low.texts.at(-1)).toBe("2 of 6 rows");
  expect(low.texts).toContain("Total");
  for (const end of low.ends) expect(end).toBeLessThanOrEqual(120);
});
