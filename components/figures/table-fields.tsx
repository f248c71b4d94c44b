"use client";

import { Input } from "@/components/ui/input";
import type { TableSpec } from "@/lib/charts/spec";
import type { ResultColumn } from "@/lib/charts/types";
import { SwitchRow } from "./chart-fields";
import { ColumnChecklist } from "./column-checklist";
import { Field } from "./field";

type TableFieldsProps = {
  visual: TableSpec;
  columns: readonly ResultColumn[];
  onChange: (change: Partial<TableSpec>) => void;
};

const MAX_ROWS = 10_000;

export function TableFields({ visual, columns, onChange }: TableFieldsProps) {
  const all = columns.map((column) => column.name);
  const chosen = visual.columns.map((column) => column.name);

  function choose(names: string[]) {
    // Every column in the query's own order is the same as none chosen, and follows the query when it changes.
    if (names.join("\n") === all.join("\n")) return onChange({ columns: [] });
    const known = new Map(visual.columns.map((column) => [column.name, column]));
    onChange({ columns: names.map((name) => known.get(name) ?? { name }) });
  }

  return (
    <>
      <ColumnChecklist
        label="Columns"
        hint="They stand in the order in which you tick them."
        columns={columns}
        chosen={chosen.length > 0 ? chosen : all}
        onChange={choose}
      />
      <SwitchRow label="Totals" checked={visual.totals} onChange={(totals) => onChange({ totals })} />
      <Field label="Rows at most" className="max-w-40">
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={MAX_ROWS}
            defaultValue={visual.maxRows}
            onChange={({ target }) => {
              const rows = Math.round(target.valueAsNumber);
              if (rows >= 1 && rows <= MAX_ROWS) onChange({ maxRows: rows });
            }}
          />
        )}
      </Field>
    </>
  );
}
