import type { Font, Glyph } from "fontkit";
import { parsedFont } from "@/lib/render/pdf/fonts";

type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
type Run = { glyphs: Glyph[]; positions: Position[]; readonly advanceWidth: number };

/**
 * Inter set one glyph a character, without shaping, for table cells and the words in charts. Shaping costs a
 * hundred times as much and adds only kerning, which would break columns of figures.
 */
export type PlainFont = {
  /** The object pdfkit draws with, and the name under which it keeps the embedded subset. */
  face: Font;
  key: string;
  /** Width of `text` in points at `size`. */
  widthOf: (text: string, size: number) => number;
};

export type FontWeight = 400 | 600;
/** `tabular`: all figures equally wide, for columns. `proportional`: as the screen draws charts. */
export type Figures = "tabular" | "proportional";

const made = new Map<string, PlainFont>();

/** `loadFonts` must have resolved. */
export function plainFont(weight: FontWeight, figures: Figures): PlainFont {
  const name = `${figures}-${weight}`;
  const known = made.get(name);
  if (known) return known;
  const font = makePlain(parsedFont(weight), name, figures);
  made.set(name, font);
  return font;
}

function makePlain(font: Font, key: string, figures: Figures): PlainFont {
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
  const widthOf = (text: string, size: number) => {
    let units = 0;
    for (const character of text.normalize("NFC")) units += glyphOf(character).advanceWidth;
    return (units * size) / font.unitsPerEm;
  };
  return { face, key, widthOf };
}

/** pdfkit scales the positions in place, so every run needs its own. */
function layoutPlainly(text: string, glyphOf: (character: string) => Glyph): Run {
  const glyphs: Glyph[] = [];
  const positions: Position[] = [];
  for (const character of text.normalize("NFC")) {
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
