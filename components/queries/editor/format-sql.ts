import { clickhouse, duckdb, formatDialect, mysql, postgresql } from "sql-formatter";
import type { Dialect } from "@/lib/data-sources/schemas";
import { tokenizeSql } from "@/lib/utils/tokenize-sql";

const DIALECTS = { postgresql, duckdb, mysql, clickhouse } as const satisfies Record<Dialect, unknown>;

const PLACEHOLDER = { regex: String.raw`\{\{[^{}]*\}\}` };
const OPTIONAL_PART = [{ regex: String.raw`\[\[` }, { regex: String.raw`\]\]` }];
/** Hangs at the end of a line; it belongs to the part that it opens. */
const HANGING_OPENING = / \[\[\n(\s*)/g;

/**
 * The text with tidy line breaks and indents; words keep their case, and {{parameters}} and [[ parts ]] stay. null
 * when it cannot be read, or when anything but blanks between words would change.
 */
export function formatSql(sql: string, dialect: Dialect): string | null {
  // In a text with nested arrays, [[ opens no part.
  for (const custom of [[PLACEHOLDER, ...OPTIONAL_PART], [PLACEHOLDER]]) {
    const formatted = tryFormat(sql, dialect, custom);
    if (formatted !== null) return formatted;
  }
  return null;
}

function tryFormat(sql: string, dialect: Dialect, custom: { regex: string }[]): string | null {
  try {
    const formatted = formatDialect(sql, {
      dialect: DIALECTS[dialect],
      keywordCase: "preserve",
      tabWidth: 2,
      expressionWidth: 70,
      paramTypes: { custom },
    }).replace(HANGING_OPENING, "\n$1[[ ");
    return meaningOf(formatted, dialect) === meaningOf(sql, dialect) ? formatted : null;
  } catch {
    // Both the formatter and our own reading throw on what they cannot read.
    return null;
  }
}

/** Everything but the blanks of the code, and those around comments. */
function meaningOf(sql: string, dialect: Dialect): string {
  return tokenizeSql(sql, dialect)
    .map(({ kind, start, end }) => {
      const text = sql.slice(start, end);
      if (kind === "code") return text.replace(/\s+/g, "");
      return `<${kind}>${kind === "comment" ? text.replace(/\s+/g, " ").trim() : text}</>`;
    })
    .join("");
}
