import { refused } from "./failures";
import { requireReading } from "./statement";
import type { Statement } from "./types";

/** Files on the server, and rows locked against those who write. */
const REACHING_OUT = [
  { pattern: /\binto\s+(outfile|dumpfile)\b/i, what: "it writes a file on the server" },
  { pattern: /\bfor\s+(update|share)\b|\block\s+in\s+share\s+mode\b/i, what: "it locks rows" },
];

/**
 * A read-only transaction keeps tables unchanged; it does not keep a statement from ending it, or from KILL, FLUSH,
 * SET GLOBAL and files. Throws AppError query_failed.
 */
export function requireMysqlReading(sourceName: string, statement: Statement): void {
  const { text } = statement;
  const { segments, code } = requireReading(sourceName, statement, "mysql");
  const hidden = segments.find(
    ({ kind, start }) => kind === "comment" && /^\/\*M?!/.test(text.slice(start, start + 4)),
  );
  if (hidden)
    throw refused(sourceName, "it holds a comment the server would run (/*! … */). Write it without.", {
      position: hidden.start + 1,
    });
  for (const { pattern, what } of REACHING_OUT) {
    const match = pattern.exec(code);
    if (match)
      throw refused(sourceName, `${what} (${match[0].toUpperCase()}). Remove that.`, {
        position: match.index + 1,
      });
  }
}
