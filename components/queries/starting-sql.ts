// Words that are never names without quotes: PostgreSQL documentation, Appendix C.
const RESERVED =
  /^(all|analy[sz]e|and|any|array|as|asc|asymmetric|both|case|cast|check|collate|column|constraint|create|default|deferrable|desc|distinct|do|else|end|except|false|fetch|for|foreign|from|grant|group|having|in|initially|intersect|into|lateral|leading|limit|localtime|localtimestamp|not|null|offset|on|only|or|order|placing|primary|references|returning|select|session_user|some|symmetric|table|then|to|trailing|true|union|unique|user|using|variadic|when|where|window|with)$/;

/** A first text for a table, as PostgreSQL wants its names. */
export function startingSql(schema: string, table: string): string {
  return `select *\nfrom ${quoteName(schema)}.${quoteName(table)}\nlimit 100`;
}

function quoteName(name: string): string {
  if (/^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.test(name)) return name;
  return `"${name.replaceAll('"', '""')}"`;
}
