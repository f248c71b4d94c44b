/** Which stretch of a text is set in which font, and where it stands in a line of both directions. */
import bidiFactory from "bidi-js";
import { isLatin, openInter } from "@/lib/render/fonts/inter";
import { type StandIn, standInFor } from "@/lib/render/fonts/stand-ins";

/** `standIn` is null for what Inter has, or nobody. */
export type TextRun = { text: string; standIn: StandIn | null; isRightToLeft: boolean };

type LeveledRun = TextRun & { level: number };

const bidi = bidiFactory();
const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Marks that say how letters meet, and are never seen themselves. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;
/** Belongs to the letter before it, whoever else has a glyph for it. */
const ATTACHED = /^[\p{M}\u200c\u200d]$/u;

/** Whether a text reads from the right: its first letter says so (UAX #9, P2). */
export const readsFromRight = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** False when Inter has every letter of it: then there is one run, from the left. */
export function needsStandIn(text: string): boolean {
  if (isLatin(text)) return false;
  const inter = openInter(400);
  for (const char of text) if (!inter.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)) return true;
  return false;
}

/** Every stand-in these texts need, in the order in which they do. */
export function standInsOf(texts: Iterable<string>): Set<StandIn> {
  const found = new Set<StandIn>();
  for (const text of texts)
    if (needsStandIn(text)) for (const { standIn } of logicalRuns(text)) if (standIn) found.add(standIn);
  return found;
}

/** In the order of reading; a run holds what is next to each other in one font. */
export function logicalRuns(text: string): TextRun[] {
  return splitRuns(text, new Uint8Array(text.length));
}

/**
 * In the order of print, from the left. The letters of a stand-in stay in the order of reading, which shaping
 * needs; those of Inter are turned round where they stand in text from the right. What is never seen is gone.
 */
export function visualRuns(text: string): TextRun[] {
  const { levels } = bidi.getEmbeddingLevels(text);
  const runs = splitRuns(text, levels);
  return reorder(runs).map((run) =>
    run.standIn || !run.isRightToLeft ? run : { ...run, text: mirrored(run.text) },
  );
}

function splitRuns(text: string, levels: Uint8Array): LeveledRun[] {
  const inter = openInter(400);
  const runs: LeveledRun[] = [];
  let at = 0;
  for (const char of text) {
    const level = levels[at] ?? 0;
    at += char.length;
    const last = runs.at(-1);
    const code = char.codePointAt(0) ?? 0;
    if (last?.standIn && ATTACHED.test(char) && hasGlyph(last.standIn, code)) {
      last.text += char;
      continue;
    }
    if (INVISIBLE.test(char)) continue;
    const standIn = inter.hasGlyphForCodePoint(code) ? null : standInFor(code);
    if (last?.standIn === standIn && last.level === level) last.text += char;
    else runs.push({ text: char, standIn, level, isRightToLeft: level % 2 === 1 });
  }
  return joinWords(runs);
}

/** Words of one stand-in keep the spaces between them: a line of it is one stretch, and is copied as one. */
function joinWords(runs: readonly LeveledRun[]): LeveledRun[] {
  const joined: LeveledRun[] = [];
  for (const run of runs) {
    const [word, space] = joined.slice(-2);
    const isNext = word?.level === run.level && word.standIn === run.standIn;
    const isSpaced = space?.level === run.level && /^ +$/.test(space.text);
    if (isNext && isSpaced && run.standIn && hasGlyph(run.standIn, 0x20)) {
      joined.pop();
      word.text += space.text + run.text;
    } else joined.push(run);
  }
  return joined;
}

const hasGlyph = ({ faces }: StandIn, code: number): boolean => faces[400].font.hasGlyphForCodePoint(code);

/** From the highest level down to 1, turns round whatever stands at it or above (UAX #9, L2). */
function reorder(runs: LeveledRun[]): LeveledRun[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? 0) >= level) end += 1;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  }
  return ordered;
}

const mirrored = (text: string): string =>
  [...text]
    .reverse()
    .map((char) => bidi.getMirroredCharacter(char) ?? char)
    .join("");
