/** Which column of a table is meant by each slot of a template. Pure. */
import type { ColumnType } from "@/lib/charts/types";
import type { TemplateSlot } from "@/lib/dashboards/templates/schemas";

/** By name first, then by type; none is taken twice, and keys last: they are rarely what is added up. */
export function guessColumns(
  slots: readonly Pick<TemplateSlot, "name" | "types" | "words">[],
  table: { primaryKey: readonly string[]; columns: readonly { name: string; valueType: ColumnType }[] },
): Record<string, string> {
  const taken = new Set<string>();
  const isKey = (name: string) => table.primaryKey.includes(name) || /(^|_)id$/i.test(name);
  const guesses: Record<string, string> = {};
  for (const { name: slot, types, words } of slots) {
    const fitting = table.columns.filter(
      ({ name, valueType }) => types.includes(valueType) && !taken.has(name),
    );
    const named = words
      .map((word) => fitting.find(({ name }) => name.toLowerCase().includes(word)))
      .find((column) => column !== undefined);
    const column = named ?? fitting.find(({ name }) => !isKey(name)) ?? fitting[0];
    if (!column) continue;
    taken.add(column.name);
    guesses[slot] = column.name;
  }
  return guesses;
}
