import type { Dialect } from "@/lib/data-sources/schemas";
import { quoteName } from "./editor/quote-name";

/** A first text for a table, as its source wants names written. Sources without schemas give an empty one. */
export function startingSql(dialect: Dialect, { schema, table }: { schema: string; table: string }): string {
  const path = [schema, table].filter(Boolean).map((name) => quoteName(name, dialect));
  return `select *\nfrom ${path.join(".")}\nlimit 100`;
}
