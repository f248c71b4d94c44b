import type { Dialect } from "@/lib/data-sources/schemas";
import { assertNever } from "@/lib/errors";

/** A name as a source's SQL takes it, whatever characters it has. */
export function quoteIdentifier(name: string, dialect: Dialect): string {
  switch (dialect) {
    case "postgresql":
    case "duckdb":
      return `"${name.replaceAll('"', '""')}"`;
    case "mysql":
      return `\`${name.replaceAll("`", "``")}\``;
    case "clickhouse":
      // There a backslash begins an escape inside quotes of every sort.
      return `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
    default:
      return assertNever(dialect);
  }
}
