import type { Dialect } from "@/lib/data-sources/schemas";

// Words that are never names without quotes: PostgreSQL documentation, Appendix C; MySQL reference, 11.3.
const RESERVED =
  /^(all|analy[sz]e|and|any|array|as|asc|asymmetric|between|both|by|case|cast|check|collate|column|constraint|create|cross|current_date|current_time|current_timestamp|current_user|database|default|deferrable|delete|desc|describe|distinct|do|else|end|except|exists|false|fetch|final|for|foreign|from|full|grant|group|groups|having|in|index|initially|inner|insert|intersect|interval|into|is|join|key|keys|lateral|leading|left|like|limit|localtime|localtimestamp|natural|not|null|offset|on|only|or|order|outer|over|partition|placing|prewhere|primary|range|rank|references|returning|right|row|rows|sample|select|session_user|settings|some|symmetric|system|table|then|to|trailing|true|union|unique|update|user|using|values|variadic|when|where|window|with)$/i;

const QUOTES = {
  postgresql: '"',
  duckdb: '"',
  mysql: "`",
  clickhouse: "`",
} as const satisfies Record<Dialect, string>;

/** Names in capitals mean what they say without quotes only where the source does not fold them. */
const PLAIN = {
  postgresql: /^[a-z_][a-z0-9_]*$/,
  duckdb: /^[a-z_][a-z0-9_]*$/i,
  mysql: /^[a-z_][a-z0-9_]*$/i,
  clickhouse: /^[a-z_][a-z0-9_]*$/i,
} as const satisfies Record<Dialect, RegExp>;

/** A name as the source wants it written: in quotes only where it needs them. */
export function quoteName(name: string, dialect: Dialect): string {
  if (PLAIN[dialect].test(name) && !RESERVED.test(name)) return name;
  const quote = QUOTES[dialect];
  // ClickHouse reads a backslash in a quoted name as an escape.
  const escaped = dialect === "clickhouse" ? name.replaceAll("\\", "\\\\") : name;
  return quote + escaped.replaceAll(quote, quote + quote) + quote;
}
