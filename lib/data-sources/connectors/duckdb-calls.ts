import { tokenizeSql } from "@/lib/utils/tokenize-sql";
import { refused } from "./failures";

/**
 * Functions that a SELECT may call and that do more than answer: they change the database for everybody who asks it,
 * tell what others asked, read memory by its address, or run a text that nobody has looked at.
 */
const REACHING_OUT = [
  ...["enable_logging", "disable_logging", "truncate_duckdb_logs", "write_log"],
  ...["duckdb_logs", "duckdb_logs_parsed", "duckdb_log_contexts"],
  ...["enable_profiling", "disable_profiling", "duckdb_profiling_settings"],
  ...["enable_peg_parser", "disable_peg_parser", "check_peg_parser", "checkpoint", "force_checkpoint"],
  ...["arrow_scan", "arrow_scan_dumb", "seq_scan", "sleep_ms"],
  ...["query", "query_table", "json_execute_serialized_sql"],
  // Settings say where this server keeps its files.
  "current_setting",
];
const CALL = new RegExp(`(?<![\\p{L}\\p{N}_$])(${REACHING_OUT.join("|")})\\s*\\(`, "iu");
/** The logs, and views of the catalog in which the stored files are named. */
const VIEW =
  /(?<![\p{L}\p{N}_$])(?:duckdb_logs?(?:_[a-z]+)?|duckdb_(?:views|settings|external_file_cache|secrets)|pg_(?:views|settings)|sqlite_(?:temp_)?(?:master|schema)|information_schema\s*\.\s*views)(?![\p{L}\p{N}_$])/iu;
/** DuckDB takes a text for a table's name: FROM 'duckdb_logs'. */
const NAME_IN_TEXT = /^[\w.$"'\s]+$/;

/** Throws AppError query_failed with the place of such a call, quoted or not. */
export function refuseCalls(sourceName: string, text: string): void {
  const names = withoutQuotes(text);
  const found = CALL.exec(names) ?? VIEW.exec(names);
  if (!found) return;
  const [name = ""] = found[0].replaceAll(/\s/g, "").split("(");
  throw refused(
    sourceName,
    `it uses ${name}, which does more than answer from the uploaded tables. Remove it.`,
    { position: found.index + 1 },
  );
}

/** The text with comments as spaces, texts as quotes and quoted names and views bare, so that offsets stay. */
function withoutQuotes(text: string): string {
  return tokenizeSql(text, "duckdb")
    .map(({ kind, start, end }) => {
      if (kind === "code") return text.slice(start, end);
      if (kind === "identifier") return ` ${text.slice(start + 1, end - 1)} `;
      const named = kind === "literal" ? nameIn(text.slice(start, end)) : "";
      if (VIEW.test(named)) return named;
      return (kind === "comment" ? " " : "'").repeat(end - start);
    })
    .join("");
}

/** What a text names when it stands for a table, as long as the text; empty where it cannot. */
const nameIn = (literal: string): string =>
  NAME_IN_TEXT.test(literal) ? literal.replaceAll(/["'$]/g, " ") : "";
