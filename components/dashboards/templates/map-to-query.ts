/** Which columns of another query stand for those of a template. Pure. */
import { guessColumns } from "@/components/library/guess-columns";
import type { ResultColumn } from "@/lib/charts/types";
import type { QueryChoice, QuerySlot } from "@/lib/dashboards/workspace-templates/schemas";

type Needed = QuerySlot["columns"];

/** Those that the other query has under the same name are taken as they are. */
export const sameColumns = (needed: Needed, columns: readonly ResultColumn[]): Needed =>
  needed.filter(({ name, types }) =>
    columns.some((column) => column.name === name && types.includes(column.type)),
  );

/** A choice for each that is not there: guessed where one fits, else left open. */
export function guessOthers(needed: Needed, columns: readonly ResultColumn[]): Record<string, string> {
  const same = sameColumns(needed, columns);
  const others = needed.filter((column) => !same.includes(column));
  const free = columns.filter(({ name }) => !same.some((column) => column.name === name));
  const guessed = guessColumns(
    others.map(({ name, types }) => ({ name, types, words: [name.toLowerCase()] })),
    { primaryKey: [], foreignKeys: [], columns: free.map(({ name, type }) => ({ name, valueType: type })) },
  );
  return Object.fromEntries(others.map(({ name }) => [name, guessed[name] ?? ""]));
}

/** What was chosen, over what is guessed from the columns of the other query. */
export function withGuesses(
  choice: QueryChoice,
  { columns: needed }: Pick<QuerySlot, "columns">,
  columns: readonly ResultColumn[] | undefined,
): QueryChoice {
  if (choice.kind !== "replaced" || !columns) return choice;
  return { ...choice, columns: { ...guessOthers(needed, columns), ...choice.columns } };
}

/** False while a column of another query is still to be chosen, or its columns are not known. */
export const isComplete = (choice: QueryChoice, columns: readonly ResultColumn[] | undefined): boolean =>
  choice.kind !== "replaced" ||
  (columns !== undefined && Object.values(choice.columns).every((name) => name !== ""));
