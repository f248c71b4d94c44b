import { isLatin } from "@/lib/render/fonts/inter";

/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A line never begins with what closes or ends, nor ends with what opens. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}ー々]+$/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

const segmenters = new Map<"word" | "grapheme", Intl.Segmenter>();

/** Made when one is needed: their rules and dictionaries are large. */
function segment(text: string, granularity: "word" | "grapheme"): string[] {
  const segmenter = segmenters.get(granularity) ?? new Intl.Segmenter("en", { granularity });
  segmenters.set(granularity, segmenter);
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** Between these a line may be broken although there is no space; the text itself where it may not. */
export function lineParts(text: string): string[] {
  if (isLatin(text) || !UNSPACED.test(text)) return [text];
  const parts: string[] = [];
  for (const word of segment(text, "word")) {
    const last = parts.at(-1);
    if (last !== undefined && (CLOSING.test(word) || OPENING.test(last)))
      parts[parts.length - 1] = last + word;
    else parts.push(word);
  }
  return parts;
}

/** Letters with their marks, which no break parts. */
export const lettersOf = (text: string): string[] => (isLatin(text) ? [...text] : segment(text, "grapheme"));
