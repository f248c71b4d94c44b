import { AppError } from "@/lib/errors";
import type { Dialect } from "@/lib/data-sources/schemas";
import { onlyCode, type Segment, tokenizeSql } from "@/lib/utils/tokenize-sql";
import type { Statement } from "./types";

const READING = {
  mysql: ["select", "with", "show", "desc", "describe", "explain", "table", "values"],
  clickhouse: ["select", "with", "from", "show", "desc", "describe", "explain", "exists"],
} as const satisfies Partial<Record<Dialect, string[]>>;

/**
 * For servers whose reading mode keeps tables unchanged and nothing else: statements such as KILL pass it. Gives the
 * parts of the text, and the text with only its code. Throws AppError query_failed.
 */
export function requireReading(
  sourceName: string,
  statement: Pick<Statement, "text" | "values">,
  dialect: keyof typeof READING,
): { segments: Segment[]; code: string } {
  refuseNul(statement);
  const segments = tokenizeSql(statement.text, dialect);
  const code = onlyCode(statement.text, segments);
  const [word = ""] = /[a-z]*/i.exec(code.replace(/^[\s(]+/, "")) ?? [];
  if (!(READING[dialect] as readonly string[]).includes(word.toLowerCase()))
    throw new AppError(
      "query_failed",
      `The data source “${sourceName}” is only read: a query begins with SELECT, WITH, SHOW or EXPLAIN.`,
      { position: code.search(/\S|$/) + 1 },
    );
  return { segments, code };
}

/**
 * No text of a database holds the character NUL, and in a protocol it ends what it stands in. Throws AppError
 * query_failed with its position in the statement.
 */
export function refuseNul({ text, values }: Pick<Statement, "text" | "values">): void {
  const index = text.indexOf("\0");
  if (index >= 0)
    throw new AppError("query_failed", "The query holds the invisible character NUL. Remove it.", {
      position: index + 1,
    });
  const bad = values.findIndex((value) => value?.includes("\0"));
  if (bad >= 0)
    throw new AppError(
      "query_failed",
      `The value of parameter ${bad + 1} holds the invisible character NUL. Remove it.`,
    );
}
