import { estimateTextWidth, type MeasureText } from "@/lib/charts/text-width";
import { type FontWeight, openInter } from "@/lib/render/fonts/inter";
import { standInWidth } from "@/lib/render/fonts/shaped-face";
import { logicalRuns } from "@/lib/render/fonts/text-runs";

/** Advance widths in em, by weight and character; null where Inter has no glyph. */
const advances = new Map<string, number | null>();

function advanceOf(char: string, weight: FontWeight): number | null {
  const key = weight + char;
  const known = advances.get(key);
  if (known !== undefined) return known;
  const code = char.codePointAt(0) ?? 0;
  const font = openInter(weight);
  const advance = font.hasGlyphForCodePoint(code)
    ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm
    : null;
  advances.set(key, advance);
  return advance;
}

/** Width in px of a text set in Inter, from the font file; what Inter lacks is measured in the font it is set in. */
export function measureInter(text: string, fontSize: number, weight: FontWeight = 400): number {
  let em = 0;
  for (const char of text) {
    const advance = advanceOf(char, weight);
    if (advance === null) return measureRuns(text, weight) * fontSize;
    em += advance;
  }
  return em * fontSize;
}

function measureRuns(text: string, weight: FontWeight): number {
  let em = 0;
  for (const run of logicalRuns(text)) {
    if (run.standIn) em += standInWidth(run, weight >= 500 ? 600 : 400);
    else for (const char of run.text) em += advanceOf(char, weight) ?? estimateTextWidth(char, 1);
  }
  return em;
}

export const measureWithFont: MeasureText = (text, fontSize) => measureInter(text, fontSize);
