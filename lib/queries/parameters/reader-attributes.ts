/** What a definition asks of the person who reads. Pure and client-safe. */
import type { Dialect } from "@/lib/data-sources/schemas";
import type { FilterGroup } from "@/lib/queries/builder/schema";
import { detectPersonAttributes, READER } from "@/lib/queries/placeholders";
import type { QueryDefinition } from "@/lib/queries/schemas";

/** Without `me.`, each once, in order of first use. */
export function readerAttributes(definition: QueryDefinition, dialect: Dialect): string[] {
  if (definition.kind === "sql") return detectPersonAttributes(definition.sql, dialect);
  const { filters, having } = definition.builder;
  return [...new Set([...attributesIn(filters), ...attributesIn(having)])];
}

const attributesIn = (group: FilterGroup): string[] =>
  group.items.flatMap((item) => {
    if (item.kind === "group") return attributesIn(item);
    const { value } = item;
    const isOfReader = value?.kind === "parameter" && value.name.startsWith(`${READER}.`);
    return isOfReader ? [value.name.slice(READER.length + 1)] : [];
  });
