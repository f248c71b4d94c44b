"use client";

import { Input } from "@/components/ui/input";
import type { Comparand } from "@/lib/charts/cell-format-spec";
import { columnLabel } from "@/lib/charts/columns";
import type { ResultColumn } from "@/lib/charts/types";
import { Choice } from "./choice";
import { Field } from "./field";
import { NumberField } from "./number-field";

type ComparandFieldsProps = {
  label: string;
  /** The column whose cells are compared, as it is shown. */
  column: ResultColumn;
  columns: readonly ResultColumn[];
  value: Comparand;
  onChange: (value: Comparand) => void;
};

/** No column of a result is called so: names have no control characters. */
const TYPED = "\u0000";

/** Another column of the row, or a value that is typed. */
export function ComparandFields({ label, column, columns, value, onChange }: ComparandFieldsProps) {
  const others = columns.filter(({ name, type }) => name !== column.name && type === column.type);
  const isColumn = "column" in value;
  const options = {
    [TYPED]: "A value",
    ...Object.fromEntries(others.map(({ name }) => [name, columnLabel(name)])),
    ...(isColumn ? { [value.column]: columnLabel(value.column) } : {}),
  };
  const isNumber = column.type === "number";
  return (
    <div className="grid grid-cols-2 gap-3">
      <Choice
        label={label}
        options={options}
        value={isColumn ? value.column : TYPED}
        onChange={(chosen) => onChange(chosen === TYPED ? { value: isNumber ? 0 : "" } : { column: chosen })}
      />
      {isColumn ? null : isNumber ? (
        <NumberField
          label="Value"
          isPercent={column.unit === "percent"}
          value={typeof value.value === "number" ? value.value : undefined}
          onChange={(number) => onChange({ value: number ?? 0 })}
        />
      ) : (
        <Field label="Value" hint={column.type === "text" ? undefined : "A day, e.g. 2026-10-31."}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={String(value.value)}
              onChange={({ target }) => onChange({ value: target.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
