import type { Font, Glyph } from "fontkit";
import { parsedFont } from "@/lib/render/pdf/fonts";

type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
type Run = { glyphs: Glyph[]; positions: Position[]; readonly advanceWidth: number };

/**
 * Inter for table cells: figures of equal width, one glyph a character, no shaping. Full shaping costs a
 * hundred times as much and gives tables nothing but kerning, which would break the columns of figures.
 */
export type TabularFont = {
  /** The object pdfkit draws with, and the name under which it keeps the embedded subset. */
  face: Font;
  key: string;
  /** Width of `text` in points at `size`. */
  widthOf: (text: string, size: number) => number;
};

const made = new Map<number, TabularFont>();

export function tabularFont(weight: 400 | 600): TabularFont {
  const known = made.get(weight);
  if (known) return known;
  const font = makeTabular(parsedFont(weight), weight);
  made.set(weight, font);
  return font;
}

function makeTabular(font: Font, weight: number): TabularFont {
  const glyphs = new Map<string, Glyph>();
  for (const digit of font.layout("0123456789", { tnum: true }).glyphs) {
    glyphs.set(String.fromCodePoint(digit.codePoints[0] ?? 0), digit);
  }
  const glyphOf = (character: string): Glyph => {
    const known = glyphs.get(character);
    if (known) return known;
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    glyphs.set(character, glyph);
    return glyph;
  };
  const name = `${font.postscriptName}-Tabular`;
  const face = Object.create(font, {
    // Its own name, or pdfkit would take it for the shaped font and use that one's layout.
    postscriptName: { value: name },
    layout: { value: (text: string) => layoutPlainly(text, glyphOf) },
  }) as Font;
  const widthOf = (text: string, size: number) => {
    let units = 0;
    for (const character of text.normalize("NFC")) units += glyphOf(character).advanceWidth;
    return (units * size) / font.unitsPerEm;
  };
  return { face, key: `${name}-${weight}`, widthOf };
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
