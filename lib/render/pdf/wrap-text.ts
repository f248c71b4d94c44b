import { lettersOf, lineParts } from "@/lib/render/fonts/line-parts";

/**
 * Breaks text into lines no wider than `width`: at spaces, or where its script breaks, where it can, inside a word
 * where it must.
 * Nothing is ever cut off. Line breaks in the text are kept.
 */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    let line = "";
    for (const { part, glue } of paragraph.split(/[ \t]+/).flatMap(partsOf)) {
      const joined = line ? line + glue + part : part;
      if (widthOf(joined) <= width) {
        line = joined;
        continue;
      }
      if (line) lines.push(line);
      const pieces = breakWord(part, width, widthOf);
      line = pieces.pop() ?? "";
      lines.push(...pieces);
    }
    lines.push(line);
  }
  return lines;
}

const partsOf = (word: string) =>
  lineParts(word).map((part, index) => ({ part, glue: index === 0 ? " " : "" }));

function breakWord(word: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of lettersOf(word)) {
    if (piece && widthOf(piece + character) > width) {
      pieces.push(piece);
      piece = character;
    } else {
      piece += character;
    }
  }
  pieces.push(piece);
  return pieces;
}
