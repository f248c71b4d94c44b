/** Which column of a table is meant by each slot of a template. Pure. */
import { keysOf } from "@/components/figures/source-tables";
import type { ColumnType } from "@/lib/charts/types";

/** A place for one column. */
export type Slot = {
  name: string;
  /** Types of columns that fit. */
  types: readonly ColumnType[];
  /** Parts of names by which it is guessed, the likeliest first. */
  words?: readonly string[];
};

/** By name first, then by type; none is taken twice, and keys last: they are rarely what is added up. */
export function guessColumns(
  slots: readonly Slot[],
  table: Parameters<typeof keysOf>[0] & { columns: readonly { name: string; valueType: ColumnType }[] },
): Record<string, string> {
  const taken = new Set<string>();
  const isKey = keysOf(table);
  const guesses: Record<string, string> = {};
  for (const { name: slot, types, words = [] } of slots) {
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
