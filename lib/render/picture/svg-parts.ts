/** Pieces of SVG as text, in the light theme's colours. Pure. */
import { CHART_THEMES } from "@/lib/charts/palette";
import { truncateText } from "@/lib/charts/text-width";
import { type FontWeight } from "@/lib/render/fonts/inter";
import { lineParts } from "@/lib/render/fonts/line-parts";
import { measureInter } from "@/lib/render/svg/measure";

export const LOOK = {
  ...CHART_THEMES.light,
  paper: "#faf8f3",
  good: "#2f7d4f",
  bad: "#b3432f",
  sunken: "#f3f0e8",
} as const;

export type Area = { x: number; y: number; width: number; height: number };

type TextLook = {
  size: number;
  weight?: FontWeight;
  color?: string;
  align?: "left" | "right";
  /** Cut with an ellipsis beyond it. */
  maxWidth?: number;
};

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Characters that no XML holds go, whoever typed them. */
const escapeText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** One line; `y` is its baseline. */
export function textLine(text: string, x: number, y: number, look: TextLook): string {
  const { size, weight = 400, color = LOOK.ink, align = "left", maxWidth } = look;
  const shown =
    maxWidth === undefined
      ? text
      : truncateText(text, maxWidth, size, (part, fontSize) => measureInter(part, fontSize, weight));
  const anchor = align === "right" ? ' text-anchor="end"' : "";
  return `<text x="${x}" y="${y}" font-family="Inter" font-size="${size}" font-weight="${weight}" fill="${color}"${anchor}>${escapeText(shown)}</text>`;
}

export const box = ({ x, y, width, height }: Area, fill: string, stroke = "none", radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}"/>`;

export const rule = (x1: number, x2: number, y: number, color: string = LOOK.rule): string =>
  `<line x1="${x1}" x2="${x2}" y1="${y}" y2="${y}" stroke="${color}"/>`;

/** Words broken at spaces, or where their script breaks; what is longer than a line is cut. */
export function wrapWords(text: string, maxWidth: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    for (const [index, part] of lineParts(word).entries()) {
      const longer = line && index === 0 ? `${line} ${part}` : line + part;
      if (line && measureInter(longer, size) > maxWidth) {
        lines.push(line);
        line = part;
      } else line = longer;
    }
  }
  return line ? [...lines, line] : lines;
}

/** A drawing of its own at a place: its ids are made unlike those of its neighbours. */
export function placeSvg(svg: string, { x, y }: Area, name: string): string {
  const own = svg
    .replace(/\bid="([^"]+)"/g, `id="${name}-$1"`)
    .replace(/url\((["']?)#/g, `url($1#${name}-`)
    .replace(/\b(xlink:href|href)="#/g, `$1="#${name}-`);
  return own.replace(/<svg\b/, `<svg x="${x}" y="${y}"`);
}
