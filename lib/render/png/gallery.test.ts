/**
 * Every kind of figure in every state, compared with the reference pictures in lib/render/testing/gallery, one sheet
 * a kind and theme. After a change that is meant, write them anew, and look at each of them:
 *   UPDATE_PICTURES=1 npx vitest run --project unit lib/render/png/gallery.test.ts
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import {
  FIGURE_KINDS,
  GALLERY_STATES,
  GALLERY_TEXTS,
  galleryFigure,
  galleryModel,
  statesOf,
} from "@/components/charts/testing/gallery-cases";
import type { ChartKind } from "@/lib/charts/chart-spec";
import { CHART_KINDS } from "@/lib/charts/kinds";
import { CHART_THEMES } from "@/lib/charts/palette";
import { setFontsFolder } from "@/lib/render/fonts/stand-ins";
import { blockText, parseMarkdown } from "@/lib/render/markdown";
import { drawPicture } from "@/lib/render/picture/draw-picture";
import type { PictureContent, PictureWidget } from "@/lib/render/picture/picture";
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

type Sheet = { name: string; draw: () => Buffer };

/** Figures that are no charts stand in cards, as in the picture of a dashboard, which has one theme. */
function drawCards(title: string, cards: readonly Pick<PictureWidget, "title" | "content">[]): Buffer {
  const box = (index: number) => ({
    x: (index % PER_ROW) * 4,
    y: Math.floor(index / PER_ROW) * 4,
    w: 4,
    h: 4,
  });
  const widgets = cards.map((card, index) => ({ ...card, box: box(index) }));
  const picture = { title, lines: [], footer: "", sections: [{ heading: "", widgets }] };
  return renderPng(drawPicture(picture).svg, { scale: 1 });
}

const words = (markdown: string): PictureContent => ({
  kind: "words",
  paragraphs: parseMarkdown(markdown).map(blockText).filter(Boolean),
});

/** A circle in a square: what is cut off, and what is stretched, can be seen. */
function square(): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200" fill="#1f5c99"/><circle cx="100" cy="100" r="90" fill="#e07b39"/></svg>`;
  return `data:image/png;base64,${renderPng(svg, { scale: 1 }).toString("base64")}`;
}

/** Chinese needs a font of the operator's: the folder holds a few letters of one. */
const OTHER_SCRIPTS =
  "上海是中国最大的城市之一，北京在北方。\n\nกรุงเทพมหานคร ที่นี่\n\nमुंबई क्षेत्र में बिक्री\n\nمبيعات 2026 (EUR)";
setFontsFolder(fileURLToPath(new URL("../testing/fonts/", import.meta.url)));

const all: Sheet[] = [
  ...sheets.map(({ kind, theme }) => ({ name: `${kind}-${theme}`, draw: () => drawSheet(kind, theme) })),
  ...FIGURE_KINDS.map((kind) => ({
    name: kind,
    draw: () =>
      drawCards(
        kind,
        statesOf(kind).map((state) => {
          const model = galleryFigure(kind, state);
          const isTitled = state === "long labels" || state === "right to left";
          return { title: isTitled ? model.title : state, content: { kind: "figure" as const, model } };
        }),
      ),
  })),
  {
    name: "content",
    draw: () =>
      drawCards("content", [
        ...Object.entries(GALLERY_TEXTS).map(([state, text]) => ({ title: state, content: words(text) })),
        ...(["contain", "cover"] as const).map((fit) => ({
          title: `a picture, ${fit}`,
          content: { kind: "image" as const, src: square(), fit },
        })),
        { title: "other scripts", content: words(OTHER_SCRIPTS) },
        { title: "on the screen only", content: words("Shown on the screen only.") },
        {
          title: "refused",
          content: { kind: "error", message: "The source did not answer within 30 seconds. Try it again." },
        },
      ]),
  },
];

it.each(all)("$name looks as it was last looked at", ({ name, draw }) => {
  const path = `${folder}${name}.png`;
  const drawn = draw();
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
