import type { Font, Glyph, GlyphRun } from "fontkit";
import type { StandIn, StandInWeight } from "@/lib/render/fonts/stand-ins";
import { readsFromRight, type TextRun } from "@/lib/render/fonts/text-runs";

type Direction = "ltr" | "rtl";
/** A font whose `layout` is ours. */
export type ShapedFace = { face: Font; key: string };

/** Taken for a space by react-pdf, and drawn as nothing. */
export const ZERO_WIDTH_SPACE = "\ufeff";

const faces = new Map<string, ShapedFace>();
/** In em. Words recur in the cells of a table, and shaping one takes a hundred times as long as finding it. */
const widths = new Map<string, number>();
const MAX_WIDTHS = 20_000;

/** A face for stretches of one direction: glyphs come joined, in the order of print. */
export function shapedFace(standIn: StandIn, weight: StandInWeight, isRightToLeft: boolean): ShapedFace {
  const direction = isRightToLeft ? "rtl" : "ltr";
  const key = `${standIn.family}-${weight}-${direction}`;
  const known = faces.get(key);
  if (known) return known;
  const { font } = standIn.faces[weight];
  const face = deriveFace(font, direction, (text) => shape(font, text, direction));
  faces.set(key, { face, key });
  return { face, key };
}

/** Width of a run of a stand-in in em. */
export function standInWidth({ standIn, text, isRightToLeft }: TextRun, weight: StandInWeight): number {
  if (!standIn) throw new Error("This run is not a stand-in's.");
  const key = `${standIn.family}-${weight}-${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const { font } = standIn.faces[weight];
  const width = shape(font, text, isRightToLeft ? "rtl" : "ltr").advanceWidth / font.unitsPerEm;
  if (widths.size >= MAX_WIDTHS) widths.clear();
  widths.set(key, width);
  return width;
}

/**
 * A face for react-pdf, which asks for every text as if it read from the left and turns the glyphs round itself.
 * Marks are placed for the wrong side then: they are shaped from the right, and turned to the order it expects.
 */
export function turnedFace(standIn: StandIn, weight: StandInWeight): Font {
  const { font } = standIn.faces[weight];
  return deriveFace(font, "turned", (text) => {
    if (!readsFromRight(text)) return withUnseenSpaces(shape(font, text, "ltr"));
    const run = shape(font, text, "rtl");
    run.glyphs.reverse();
    run.positions.reverse();
    return run;
  });
}

/** Fontkit draws the space that takes no room as an ordinary one, which would be copied as such. */
function withUnseenSpaces(run: GlyphRun): GlyphRun {
  for (const [index, glyph] of run.glyphs.entries())
    if (glyph.codePoints[0] === 0x20 && run.positions[index]?.xAdvance === 0)
      run.glyphs[index] = Object.create(glyph, { codePoints: { value: [0x200b] } }) as Glyph;
  return run;
}

const shape = (font: Font, text: string, direction: Direction): GlyphRun =>
  font.layout(text, undefined, undefined, undefined, direction);

function deriveFace(font: Font, suffix: string, layout: (text: string) => GlyphRun): Font {
  return Object.create(font, {
    // Its own name: pdfkit keeps fonts by it, and would lay text out with the one that came first.
    postscriptName: { value: `${font.postscriptName}-${suffix}` },
    layout: { value: layout },
  }) as Font;
}
