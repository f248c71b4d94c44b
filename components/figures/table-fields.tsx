"use client";

import { useState } from "react";
import { Input } from "@/components/ui/input";
import type { TableSpec } from "@/lib/charts/spec";
import type { ResultColumn } from "@/lib/charts/types";
import { SwitchRow } from "./chart-fields";
import { Choice } from "./choice";
import { ColumnChecklist } from "./column-checklist";
import { ColumnFormatFields, type ColumnSpec } from "./column-format-fields";
import { ColumnSelect } from "./column-select";
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
    const known = new Map(visual.columns.map((column) => [column.name, column]));
    const next = names.map((name) => known.get(name) ?? { name });
    // Every column in the query's own order is the same as none chosen, and follows the query when it changes.
    const isPlain =
      names.join("\n") === all.join("\n") && next.every((column) => Object.keys(column).length === 1);
    onChange({ columns: isPlain ? [] : next });
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
      <OneColumn visual={visual} columns={columns} onChange={onChange} />
      <SortFields visual={visual} columns={columns} onChange={onChange} />
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

/** The looks of one column at a time: all of them at once would be a long form. */
function OneColumn({ visual, columns, onChange }: TableFieldsProps) {
  const [name, setName] = useState<string>();
  const specs: ColumnSpec[] =
    visual.columns.length > 0 ? visual.columns : columns.map((column) => ({ name: column.name }));
  const shown = columns.filter((column) => specs.some((spec) => spec.name === column.name));
  const column = shown.find((candidate) => candidate.name === name);
  const spec = specs.find((candidate) => candidate.name === name);
  return (
    <>
      <ColumnSelect
        label="Format a column"
        columns={shown}
        none="Choose a column"
        value={column?.name}
        onChange={setName}
      />
      {column && spec ? (
        <div
          role="group"
          aria-label="Format of the column"
          className="flex flex-col gap-4 rounded-md bg-sunken p-3"
        >
          <ColumnFormatFields
            key={column.name}
            spec={spec}
            column={column}
            columns={columns}
            onChange={(change) =>
              onChange({ columns: specs.map((other) => (other === spec ? { ...other, ...change } : other)) })
            }
          />
        </div>
      ) : null}
    </>
  );
}

const ORDERS = { up: "Smallest first, from A", down: "Largest first, from Z" } as const;

function SortFields({ visual, columns, onChange }: TableFieldsProps) {
  const [first, ...others] = visual.sort ?? [];
  return (
    <div className="grid grid-cols-2 gap-3">
      <ColumnSelect
        label="Sorted by"
        columns={columns}
        none="As the query says"
        value={first?.column}
        onChange={(column) =>
          onChange({
            sort: column ? [{ column, descending: first?.descending ?? false }, ...others] : undefined,
          })
        }
      />
      {first ? (
        <Choice
          label="Order"
          options={ORDERS}
          value={first.descending ? "down" : "up"}
          onChange={(order) => onChange({ sort: [{ ...first, descending: order === "down" }, ...others] })}
        />
      ) : null}
    </div>
  );
}
