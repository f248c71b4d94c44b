import type { Font, Glyph } from "fontkit";
import { isLatin } from "@/lib/render/fonts/inter";
import { shapedFace, standInWidth } from "@/lib/render/fonts/shaped-face";
import { visualRuns } from "@/lib/render/fonts/text-runs";
import { parsedFont } from "@/lib/render/pdf/fonts";
import type { Painter, TextOptions } from "@/lib/render/pdf/painter";

type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
type Run = { glyphs: Glyph[]; positions: Position[]; readonly advanceWidth: number };

/**
 * Inter set one glyph a character, without shaping, for table cells and the words in charts. Shaping costs a
 * hundred times as much and adds only kerning, which would break columns of figures. What Inter lacks is shaped in
 * the font that stands in for it.
 */
export type PlainFont = {
  /** Width of `text` in points at `size`. */
  widthOf: (text: string, size: number) => number;
  /** Draws `text` from `x`, in the painter's colour. `y` is the top of the line, or its baseline when that is said. */
  write: (painter: Painter, text: string, place: { x: number; y: number; size: number } & Baseline) => void;
};

type Baseline = Pick<TextOptions, "baseline">;

export type FontWeight = 400 | 600;
/** `tabular`: all figures equally wide, for columns. `proportional`: as the screen draws charts. */
export type Figures = "tabular" | "proportional";

const made = new Map<string, PlainFont>();

/** `loadFonts` must have resolved. */
export function plainFont(weight: FontWeight, figures: Figures): PlainFont {
  const name = `${figures}-${weight}`;
  const known = made.get(name);
  if (known) return known;
  const font = makePlain(parsedFont(weight), { weight, figures, key: name });
  made.set(name, font);
  return font;
}

type Look = { weight: FontWeight; figures: Figures; key: string };

function makePlain(font: Font, { weight, figures, key }: Look): PlainFont {
  const glyphs = new Map<string, Glyph>();
  if (figures === "tabular") {
    for (const digit of font.layout("0123456789", { tnum: true }).glyphs) {
      glyphs.set(String.fromCodePoint(digit.codePoints[0] ?? 0), digit);
    }
  }
  const glyphOf = (character: string): Glyph => {
    const known = glyphs.get(character);
    if (known) return known;
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    glyphs.set(character, glyph);
    return glyph;
  };
  const face = Object.create(font, {
    // Its own name, or pdfkit would take it for the shaped font and use that one's layout.
    postscriptName: { value: `${font.postscriptName}-${figures}` },
    layout: { value: (text: string) => layoutPlainly(text, glyphOf) },
  }) as Font;
  const plainWidth = (text: string, size: number): number => {
    let units = 0;
    for (const character of text) units += glyphOf(character).advanceWidth;
    return (units * size) / font.unitsPerEm;
  };
  const isPlain = (text: string): boolean => {
    if (isLatin(text)) return true;
    for (const character of text) if (glyphOf(character).id === 0) return false;
    return true;
  };
  const runsOf = (text: string, size: number) =>
    visualRuns(text).map((run) => ({
      ...run,
      ...(run.standIn ? shapedFace(run.standIn, weight, run.isRightToLeft) : { face, key }),
      width: run.standIn ? standInWidth(run, weight) * size : plainWidth(run.text, size),
    }));
  const widthOf = (text: string, size: number): number => {
    const composed = text.normalize("NFC");
    if (isPlain(composed)) return plainWidth(composed, size);
    return runsOf(composed, size).reduce((sum, { width }) => sum + width, 0);
  };
  const write: PlainFont["write"] = (painter, text, { x, y, size, baseline }) => {
    const composed = text.normalize("NFC");
    const options: TextOptions = { lineBreak: false, features: [] };
    if (isPlain(composed)) {
      painter
        .font(face, key)
        .fontSize(size)
        .text(composed, x, y, { ...options, baseline });
      return;
    }
    // The fonts' lines begin at different heights; what they share is where letters stand.
    const line = baseline ? y : y + (font.ascent * size) / font.unitsPerEm;
    let left = x;
    for (const run of runsOf(composed, size)) {
      painter
        .font(run.face, run.key)
        .fontSize(size)
        .text(run.text, left, line, { ...options, baseline: "alphabetic" });
      left += run.width;
    }
  };
  return { widthOf, write };
}

/** pdfkit scales the positions in place, so every run needs its own. */
function layoutPlainly(text: string, glyphOf: (character: string) => Glyph): Run {
  const glyphs: Glyph[] = [];
  const positions: Position[] = [];
  for (const character of text) {
    const glyph = glyphOf(character);
    glyphs.push(glyph);
    positions.push({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 });
  }
  return {
    glyphs,
    positions,
    get advanceWidth() {
      return positions.reduce((sum, position) => sum + position.xAdvance, 0);
    },
  };
}
