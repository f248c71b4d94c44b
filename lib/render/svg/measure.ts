import * as fontkit from "fontkit";
import { estimateTextWidth, type MeasureText } from "@/lib/charts/text-width";
import { type FontWeight, interFontFile } from "@/lib/render/svg/fonts";

const fonts = new Map<FontWeight, fontkit.Font>();
/** Advance widths in em, by weight and character. */
const advances = new Map<string, number>();

function openFont(weight: FontWeight): fontkit.Font {
  const known = fonts.get(weight);
  if (known) return known;
  const opened = fontkit.openSync(interFontFile(weight));
  if (!("glyphForCodePoint" in opened))
    throw new Error(`${interFontFile(weight)} holds several fonts; one was expected.`);
  fonts.set(weight, opened);
  return opened;
}

function advanceOf(char: string, weight: FontWeight): number {
  const key = weight + char;
  const known = advances.get(key);
  if (known !== undefined) return known;
  const code = char.codePointAt(0) ?? 0;
  const font = openFont(weight);
  // A letter Inter lacks is drawn in another font: its estimate is nearer than Inter's empty box.
  const advance = font.hasGlyphForCodePoint(code)
    ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm
    : estimateTextWidth(char, 1);
  advances.set(key, advance);
  return advance;
}

/** Width in px of a text set in Inter, from the font file. */
export function measureInter(text: string, fontSize: number, weight: FontWeight = 400): number {
  let em = 0;
  for (const char of text) em += advanceOf(char, weight);
  return em * fontSize;
}

export const measureWithFont: MeasureText = (text, fontSize) => measureInter(text, fontSize);
