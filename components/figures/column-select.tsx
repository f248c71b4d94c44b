"use client";

import { NativeSelect } from "@/components/ui/native-select";
import { columnLabel } from "@/lib/charts/columns";
import type { ResultColumn } from "@/lib/charts/types";
import { Field } from "./field";

type ColumnSelectProps = {
  label: string;
  hint?: string;
  columns: readonly ResultColumn[];
  value: string | undefined;
  onChange: (name: string | undefined) => void;
  /** Words for "no column"; left out, a column must be chosen. */
  none?: string;
};

/** One column of the query. A chosen column the query no longer has stays in sight and says so. */
export function ColumnSelect({ label, hint, columns, value, onChange, none }: ColumnSelectProps) {
  const missing = value !== undefined && value !== "" && !columns.some((column) => column.name === value);
  const message = missing ? `This query has no column "${value}". Choose another.` : undefined;
  return (
    <Field label={label} hint={hint} message={message}>
      {(control) => (
        <NativeSelect
          {...control}
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value || undefined)}
        >
          {none !== undefined || !value ? (
            <option value="" disabled={none === undefined}>
              {none ?? "Choose a column"}
            </option>
          ) : null}
          {missing ? <option value={value}>{value} (missing)</option> : null}
          {columns.map((column) => (
            <option key={column.name} value={column.name}>
              {columnLabel(column.name)}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
