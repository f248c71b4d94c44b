import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { ColumnType } from "@/lib/charts/types";
import type { ColumnChoice, FileTableDto } from "@/lib/data-sources/files/schemas";
import { TYPE_WORDS } from "../type-words";
import { type ColumnEdits, type Difference, differencesOf } from "./draft";

type TableDifferencesProps = {
  mode: "replace" | "append";
  table: FileTableDto;
  choices: readonly ColumnChoice[];
  /** Makes the file's columns fit. */
  onEdit: (edits: ColumnEdits) => void;
};

/** Named one by one up to here. */
const NAMED = 8;

/** Where the columns of the file are not those of the table, and what can be done about it. */
export function TableDifferences({ mode, table, choices, onEdit }: TableDifferencesProps) {
  const differences = differencesOf(table.columns, choices);
  const of = <Kind extends Difference["kind"]>(kind: Kind) =>
    differences.filter((one): one is Extract<Difference, { kind: Kind }> => one.kind === kind);
  const [missing, extra, types] = [of("missing"), of("extra"), of("type")];
  if (differences.length === 0)
    return <Callout tone="good">The columns of the file are those of the table “{table.name}”.</Callout>;
  const isAppend = mode === "append";
  const blocks = isAppend && extra.length + types.length > 0;
  const breaksQueries = !isAppend && missing.length + types.length > 0;
  return (
    <Callout
      tone={blocks || breaksQueries ? "warn" : "info"}
      title={`The file differs from the table “${table.name}”.`}
    >
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-4">
        {missing.length > 0 ? (
          <li>
            Not in the file: {named(missing)}.{" "}
            {isAppend ? "They are empty in the new rows." : "Queries that use them will fail."}
          </li>
        ) : null}
        {extra.length > 0 ? (
          <li>
            Not in the table: {named(extra)}.{" "}
            {isAppend ? "Leave them out, or give them the name of a column there." : "They are added."}
          </li>
        ) : null}
        {types.map(({ name, table: theirs, file }) => (
          <li key={name}>
            {name} is {lower(theirs)} in the table and {lower(file)} in the file.
            {isAppend ? null : " Queries that use it may fail."}
          </li>
        ))}
      </ul>
      {blocks || types.length > 0 ? (
        <div className="mt-3 flex flex-wrap gap-2">
          {isAppend && extra.length > 0 ? (
            <Button size="sm" onClick={() => onEdit(leftOut(extra.map(({ index }) => index)))}>
              Leave out what the table does not have
            </Button>
          ) : null}
          {types.length > 0 ? (
            <Button size="sm" onClick={() => onEdit(typesOf(types))}>
              Use the types of the table
            </Button>
          ) : null}
        </div>
      ) : null}
    </Callout>
  );
}

const lower = (type: ColumnType): string => TYPE_WORDS[type].toLowerCase();

function named(columns: readonly { name: string }[]): string {
  const names = columns.slice(0, NAMED).map(({ name }) => name);
  const rest = columns.length - names.length;
  return rest > 0 ? `${names.join(", ")} and ${rest} more` : names.join(", ");
}

const leftOut = (indices: readonly number[]): ColumnEdits =>
  Object.fromEntries(indices.map((index) => [index, { isIncluded: false }]));

const typesOf = (types: readonly { index: number; table: ColumnType }[]): ColumnEdits =>
  Object.fromEntries(types.map(({ index, table }) => [index, { type: table }]));
