"use client";

import { Field } from "@/components/figures/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ColumnChoice, FileTableDto, LoadTarget } from "@/lib/data-sources/files/schemas";
import type { ColumnEdits } from "./draft";
import type { TargetDraft } from "./load-draft";
import { RadioChoice, type RadioOption } from "./radio-choice";
import { TableDifferences } from "./table-differences";
import { countOf } from "./words";

const MODES: readonly RadioOption<LoadTarget["mode"]>[] = [
  { value: "create", label: "A new table", hint: "It stands beside the tables that are there." },
  {
    value: "replace",
    label: "Replace a table",
    hint: "Its rows go, those of the file take their place. Queries go on.",
  },
  { value: "append", label: "Add to a table", hint: "Its rows stay. Columns are matched by their names." },
];

type TargetFieldsProps = {
  target: TargetDraft;
  /** Proposed for a new table. */
  proposedName: string;
  tables: readonly FileTableDto[];
  choices: readonly ColumnChoice[];
  locale: string;
  /** What the server said about the name. */
  message?: string;
  onChange: (target: TargetDraft) => void;
  onEdit: (edits: ColumnEdits) => void;
};

/** Where the rows go. */
export function TargetFields(props: TargetFieldsProps) {
  const { target, proposedName, tables, choices, locale, message, onChange, onEdit } = props;
  const table = tables.find(({ id }) => id === target.tableId);
  return (
    <div className="flex flex-col gap-4">
      {tables.length > 0 ? (
        <RadioChoice
          label="Where the rows go"
          value={target.mode}
          options={MODES}
          onChange={(mode) => onChange({ ...target, mode })}
        />
      ) : null}
      {target.mode === "create" ? (
        <Field
          label="Name of the table"
          hint="As it is written in SQL."
          message={message}
          className="max-w-md"
        >
          {(control) => (
            <Input
              {...control}
              value={target.tableName ?? proposedName}
              maxLength={100}
              autoComplete="off"
              onChange={({ target: input }) => onChange({ ...target, tableName: input.value })}
            />
          )}
        </Field>
      ) : (
        <Field label="Table" className="max-w-md">
          {(control) => (
            <NativeSelect
              {...control}
              value={table?.id ?? ""}
              onChange={({ target: select }) => onChange({ ...target, tableId: select.value })}
            >
              {table ? null : (
                <option value="" disabled>
                  Choose a table
                </option>
              )}
              {tables.map(({ id, name, rows }) => (
                <option key={id} value={id}>
                  {name} ({countOf(rows, "row", locale)})
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
      )}
      {table && target.mode !== "create" ? (
        <TableDifferences mode={target.mode} table={table} choices={choices} onEdit={onEdit} />
      ) : null}
    </div>
  );
}
