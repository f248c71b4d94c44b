/**
 * Every kind of chart in every state, compared with the reference pictures in lib/render/testing/gallery, one
 * sheet a kind and theme. After a change that is meant, write them anew, and look at each of them:
 *   UPDATE_PICTURES=1 npx vitest run --project unit lib/render/png/gallery.test.ts
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { GALLERY_STATES, galleryModel } from "@/components/charts/testing/gallery-cases";
import { CHART_KINDS } from "@/lib/charts/kinds";
import type { ChartKind } from "@/lib/charts/chart-spec";
import { CHART_THEMES } from "@/lib/charts/palette";
import { renderPng } from "@/lib/render/png/render-png";
import { renderChartSvg } from "@/lib/render/svg/render-chart-svg";
import { readPng } from "@/lib/render/testing/read-png";

const folder = fileURLToPath(new URL("../testing/gallery/", import.meta.url));
const CELL = { width: 380, height: 220 };
const GAP = 20;
const HEAD = 22;
const PER_ROW = 3;
/** Of a channel; smoother edges of another processor are no other picture. */
const CHANNEL_TOLERANCE = 24;
const MAX_DIFFERENT_SHARE = 0.0005;

/** The states of a kind side by side, each under its name. */
function drawSheet(kind: ChartKind, themeName: "light" | "dark"): Buffer {
  const theme = CHART_THEMES[themeName];
  const cells = GALLERY_STATES.map((state, index) => {
    const x = GAP + (index % PER_ROW) * (CELL.width + GAP);
    const y = GAP + Math.floor(index / PER_ROW) * (CELL.height + HEAD + GAP);
    const drawing = renderChartSvg(galleryModel(kind, state), { ...CELL, theme: themeName });
    const name = `<text x="${x}" y="${y + 8}" font-size="11" font-family="Inter" fill="${theme.ink2}">${kind}: ${state}</text>`;
    return `${name}${drawing.replace("<svg", `<svg x="${x}" y="${y + HEAD}"`)}`;
  });
  const rows = Math.ceil(GALLERY_STATES.length / PER_ROW);
  const width = GAP + PER_ROW * (CELL.width + GAP);
  const height = GAP + rows * (CELL.height + HEAD + GAP);
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${cells.join("")}</svg>`;
  return renderPng(sheet, { scale: 1, background: theme.surface });
}

function differentShare(ours: Buffer, reference: Buffer): number {
  const [a, b] = [readPng(ours), readPng(reference)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  let different = 0;
  for (let at = 0; at < a.pixels.length; at += 4) {
    const differs = [0, 1, 2].some(
      (channel) =>
        Math.abs((a.pixels[at + channel] ?? 0) - (b.pixels[at + channel] ?? 0)) > CHANNEL_TOLERANCE,
    );
    if (differs) different += 1;
  }
  return different / (a.width * a.height);
}

const sheets = CHART_KINDS.flatMap((kind) => (["light", "dark"] as const).map((theme) => ({ kind, theme })));

it.each(sheets)("$kind in $theme looks as it was last looked at", ({ kind, theme }) => {
  const path = `${folder}${kind}-${theme}.png`;
  const drawn = drawSheet(kind, theme);
  if (process.env.UPDATE_PICTURES) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, drawn);
    return;
  }
  expect(existsSync(path), `${path} is missing: write it with UPDATE_PICTURES=1`).toBe(true);
  expect(differentShare(drawn, readFileSync(path)), `share of ${path} that differs`).toBeLessThan(
    MAX_DIFFERENT_SHARE,
  );
});
