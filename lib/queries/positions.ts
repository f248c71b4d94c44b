/** Places in a text, as people count them. Pure and client-safe. */

/** Line and column (both 1-based) of a 1-based offset, and the line's text. */
export function lineAndColumn(
  sql: string,
  position: number,
): { line: number; column: number; lineText: string } {
  const before = sql.slice(0, position - 1);
  const start = before.lastIndexOf("\n") + 1;
  const lineText = sql.slice(start).split("\n", 1)[0]?.replace(/\r$/, "") ?? "";
  return { line: before.split("\n").length, column: [...before.slice(start)].length + 1, lineText };
}

/** What was put in the place of a part of the written text, at an offset of the new one. */
export type ReplacedPiece = { at: number; length: number; written: { start: number; end: number } };

/**
 * From a position in the text that was sent (1-based, counted in characters, as servers do) to the 1-based offset
 * in the written text. A place inside a replaced piece is where the piece was written.
 */
export function writtenPosition(text: string, pieces: ReplacedPiece[], position: number): number {
  // The server counts characters, JavaScript counts UTF-16 units: they differ after an emoji.
  const offset = [...text].slice(0, Math.max(0, position - 1)).join("").length;
  let shift = 0;
  for (const piece of pieces) {
    if (offset < piece.at) break;
    if (offset < piece.at + piece.length) return piece.written.start + 1;
    shift = piece.written.end - (piece.at + piece.length);
  }
  return offset + shift + 1;
}
