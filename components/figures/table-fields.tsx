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

const MAX_SORTS = 3;

/** Rows that are equal by the first column are ordered by the next. */
function SortFields({ visual, columns, onChange }: TableFieldsProps) {
  const sorts = visual.sort ?? [];
  const set = (next: typeof sorts) => onChange({ sort: next.length > 0 ? next : undefined });
  const free = (own?: string) =>
    columns.filter(({ name }) => name === own || !sorts.some(({ column }) => column === name));
  const places = sorts.length < MAX_SORTS && free().length > 0 ? sorts.length + 1 : sorts.length;
  return (
    <div role="group" aria-label="Order of the rows" className="flex flex-col gap-3">
      {Array.from({ length: places }, (_, place) => {
        const sort = sorts[place];
        return (
          <div key={place} className="grid grid-cols-2 gap-3">
            <ColumnSelect
              label={place === 0 ? "Sorted by" : `Then by (${place + 1})`}
              columns={free(sort?.column)}
              none={place === 0 ? "As the query says" : "Nothing more"}
              value={sort?.column}
              onChange={(column) => {
                const others = [sorts.slice(0, place), sorts.slice(place + 1)] as const;
                const here = column ? [{ column, descending: sort?.descending ?? false }] : [];
                set([...others[0], ...here, ...others[1]]);
              }}
            />
            {sort ? (
              <Choice
                label={place === 0 ? "Order" : `Order (${place + 1})`}
                options={ORDERS}
                value={sort.descending ? "down" : "up"}
                onChange={(order) =>
                  set(
                    sorts.map((other) =>
                      other === sort ? { ...sort, descending: order === "down" } : other,
                    ),
                  )
                }
              />
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
