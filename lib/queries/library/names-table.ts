import type { QueryDefinition } from "@/lib/queries/schemas";

/** Whether a question asks a table of a source without schemas. In SQL: whether its name stands there as a word. */
export function namesTable(definition: QueryDefinition, table: string): boolean {
  if (definition.kind === "builder") return definition.builder.tables.some(({ name }) => name === table);
  const literal = table.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])`, "iu").test(definition.sql);
}
