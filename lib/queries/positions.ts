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
