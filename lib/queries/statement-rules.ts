import type { Dialect } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";
import { onlyCode, type Segment } from "@/lib/utils/tokenize-sql";

/** How a statement that reads can begin. The read-only session is what refuses writing; this says it sooner. */
const READING: Record<Dialect, readonly string[]> = {
  postgresql: ["select", "with", "values", "table", "show", "explain"],
  mysql: ["select", "with", "values", "table", "show", "explain", "describe", "desc"],
  clickhouse: ["select", "with", "show", "explain", "describe", "desc", "exists"],
  duckdb: [
    "select",
    "with",
    "from",
    "values",
    "table",
    "show",
    "explain",
    "describe",
    "summarize",
    "pivot",
    "unpivot",
  ],
};

type Refusal = { pattern: RegExp; message: (found: string) => string };

const byName = (found: string) =>
  `Parameters are written by name. Replace ${found} by {{name}} and say its type below the query.`;
/** The server's own placeholders: they would take, or shift, the values of named parameters. */
const DOLLAR = { pattern: /(?<![A-Za-z0-9_$\u0080-\uffff])\$\d+/, message: byName };
const INTO_FILE = {
  pattern: /\binto\s+(?:outfile|dumpfile)\b/i,
  message: () => "A query only reads: it cannot write a file. Delete the part INTO and export the result.",
};

const REFUSED: Record<Dialect, readonly Refusal[]> = {
  postgresql: [DOLLAR],
  duckdb: [{ pattern: /(?<![A-Za-z0-9_$\u0080-\uffff])\$\w+|\?/, message: byName }],
  mysql: [
    { pattern: /\?/, message: byName },
    INTO_FILE,
    {
      pattern: /\binto\s+@/i,
      message: () => "A query only reads: it cannot set variables. Delete the part INTO.",
    },
  ],
  clickhouse: [
    { pattern: /(?<!\{)\{\s*\w+\s*:/, message: (found) => byName(`${found} …}`) },
    INTO_FILE,
    {
      pattern: /\bformat\s+[A-Za-z]\w*[\s;]*$/i,
      message: () => "The format of an answer is Broadsheet's. Delete the part FORMAT.",
    },
    {
      pattern: /\bsettings\s+\w+\s*=/i,
      message: () => "Limits belong to the source, not to a query. Delete the part SETTINGS.",
    },
    {
      pattern: /[\u2018\u2019\u201c\u201d]/,
      message: (found) => `${found} is a typographic quote. Write a straight one, ' or ".`,
    },
  ],
};

/** Throws InvalidInputError with `details.position` unless the text is exactly one statement that reads. */
export function requireOneReadingStatement(sql: string, segments: Segment[], dialect: Dialect): void {
  if (sql.includes("\0")) throw refusal("The query contains a zero character. Delete it.", sql.indexOf("\0"));
  if (dialect === "mysql") refuseRunComments(sql, segments);
  const code = onlyCode(sql, segments);
  requireReading(sql, code, dialect);
  for (const { pattern, message } of REFUSED[dialect]) {
    const found = pattern.exec(code);
    if (found) throw refusal(message(found[0]), found.index);
  }
}

function requireReading(sql: string, code: string, dialect: Dialect): void {
  const first = /[^\s;(]/.exec(code);
  if (!first) throw refusal("The query is empty. Write a SELECT statement.", 0);
  const word = /^[A-Za-z_]+/.exec(code.slice(first.index))?.[0] ?? "";
  if (!READING[dialect].includes(word.toLowerCase()))
    throw refusal(
      `A query only reads: begin with SELECT or WITH, not with ${JSON.stringify(word || sql[first.index])}.`,
      first.index,
    );
  const second = /;\s*[^\s;]/.exec(code.slice(first.index));
  if (second)
    throw refusal(
      "A query is one statement; a second one begins here. Delete it, or make it a query of its own.",
      first.index + second.index + second[0].length - 1,
    );
}

/** MySQL runs what stands in these comments, so they are no comments. */
function refuseRunComments(sql: string, segments: Segment[]): void {
  const found = segments.find(
    ({ kind, start }) => kind === "comment" && /^\/\*M?!/.test(sql.slice(start, start + 4)),
  );
  if (found)
    throw refusal(
      "The server would run what stands in this comment. Write it without /*! and */, or delete it.",
      found.start,
    );
}

const refusal = (message: string, offset: number): InvalidInputError =>
  new InvalidInputError(message, { position: offset + 1 });
