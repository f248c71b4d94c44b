/** The parameters that change an answer: one that is declared and used nowhere must not pass for one. Pure. */
import type { FilterGroup } from "@/lib/queries/builder/schema";
import { detectParameters } from "@/lib/queries/placeholders";
import type { ParameterDefinition, QueryDefinition } from "@/lib/queries/schemas";

export function usedParameters(definition: QueryDefinition): ParameterDefinition[] {
  const names = new Set(
    definition.kind === "sql"
      ? namesInText(definition.sql)
      : [...namesIn(definition.builder.filters), ...namesIn(definition.builder.having)],
  );
  return definition.parameters.filter(({ name }) => names.has(name));
}

/** A text of another dialect may not read: there every name that looks like one counts. */
function namesInText(sql: string): string[] {
  const read = detectParameters(sql);
  return read.length > 0 ? read : [...sql.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name = ""]) => name);
}

const namesIn = (group: FilterGroup): string[] =>
  group.items.flatMap((item) => {
    if (item.kind === "group") return namesIn(item);
    return item.value?.kind === "parameter" ? [item.value.name] : [];
  });
