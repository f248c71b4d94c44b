import { tokenizeSql } from "@/lib/utils/tokenize-sql";
import { refused } from "./duckdb-errors";

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
];
const CALL = new RegExp(`(?<![\\p{L}\\p{N}_$])(${REACHING_OUT.join("|")})\\s*\\(`, "iu");
/** The logs are views as well. */
const LOGS = /(?<![\p{L}\p{N}_$])duckdb_logs?(?:_[a-z]+)?(?![\p{L}\p{N}_$])/iu;

/** Throws AppError query_failed with the place of such a call, quoted or not. */
export function refuseCalls(sourceName: string, text: string): void {
  const names = withoutQuotes(text);
  const found = CALL.exec(names) ?? LOGS.exec(names);
  if (!found) return;
  const [name = ""] = found[0].split(/[\s(]/);
  throw refused(
    sourceName,
    `it uses ${name}, which does more than answer from the uploaded tables. Remove it.`,
    found.index + 1,
  );
}

/** The text with comments as spaces, texts as quotes and quoted names bare, so that offsets stay. */
function withoutQuotes(text: string): string {
  return tokenizeSql(text, "duckdb")
    .map(({ kind, start, end }) => {
      if (kind === "code") return text.slice(start, end);
      if (kind === "identifier") return ` ${text.slice(start + 1, end - 1)} `;
      return (kind === "comment" ? " " : "'").repeat(end - start);
    })
    .join("");
}
