"use client";

import { ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { columnLabel } from "@/lib/charts/columns";
import type { ColumnType } from "@/lib/charts/types";
import { fieldType } from "@/lib/queries/builder/model";
import type { BuilderQuery, FieldRef } from "@/lib/queries/builder/schema";
import { cn } from "@/lib/utils/cn";
import { useBuilder } from "./builder-scope";
import { fieldName } from "./builder-state";
import type { PickerGroup } from "./filter-groups";
import { columnField, columnsByTable, tableLabel } from "./schema-lookups";
import { SearchPicker } from "./search-picker";
import { TypeIcon } from "./type-icon";

type FieldChoice = { groups: PickerGroup[]; find: (value: string) => FieldRef | undefined };

type Wanted = { fits?: readonly ColumnType[]; withoutKeys?: boolean };

/** The columns of the query's tables and the calculated ones, those that fit alone. */
export function useFields({ fits, withoutKeys = false }: Wanted = {}): FieldChoice {
  const { query, model, schema } = useBuilder();
  const found = new Map<string, FieldRef>();
  const groups = columnsByTable(query, schema).map(({ table, label, columns, isKey }) => ({
    heading: label,
    items: columns
      .filter((column) => !fits || fits.includes(column.valueType))
      .filter(({ name }) => !withoutKeys || !isKey(name))
      .map((column) => {
        const value = `${table.id}.${column.name}`;
        found.set(value, columnField(table, column));
        return {
          value,
          label: columnLabel(column.name),
          icon: <TypeIcon type={column.valueType} />,
          note: column.comment ?? undefined,
          keywords: column.name,
        };
      }),
  }));
  const calculated = query.calculated
    .filter((column) => {
      const type = fieldType(model, { kind: "calculated", id: column.id });
      return !fits || (type !== null && fits.includes(type));
    })
    .map((column) => {
      const value = `=${column.id}`;
      found.set(value, { kind: "calculated", id: column.id });
      return { value, label: column.name, icon: <TypeIcon type="calculated" />, note: column.expression };
    });
  return {
    groups: [...groups, { heading: "Calculated", items: calculated }],
    find: (value) => found.get(value),
  };
}

type FieldPickerProps = Wanted & {
  trigger: ReactNode;
  label: string;
  onPick: (field: FieldRef) => void;
};

export function FieldPicker({ trigger, label, fits, withoutKeys, onPick }: FieldPickerProps) {
  const { groups, find } = useFields({ fits, withoutKeys });
  return (
    <SearchPicker
      trigger={trigger}
      label={label}
      placeholder="Search columns"
      groups={groups}
      none={
        fits ? `No column here holds ${fits.includes("text") ? "such values" : "numbers"}.` : "No columns."
      }
      onPick={(value) => {
        const field = find(value);
        if (field) onPick(field);
      }}
    />
  );
}

type FieldButtonProps = Omit<FieldPickerProps, "trigger"> & {
  field: FieldRef | null;
  invalid?: boolean;
  describedBy?: string;
  className?: string;
};

/** The chosen column; opens the list to choose another. */
export function FieldButton({ field, label, invalid, describedBy, className, ...picker }: FieldButtonProps) {
  const { query, model } = useBuilder();
  const words = field ? fieldName(query, field) : "Choose a column";
  return (
    <FieldPicker
      {...picker}
      label={label}
      trigger={
        <Button
          aria-describedby={describedBy}
          className={cn(
            "min-w-0 shrink justify-start border-field px-2.5",
            invalid && "border-bad",
            className,
          )}
        >
          {field ? <TypeIcon type={fieldType(model, field) ?? "calculated"} /> : null}
          <span className={cn("truncate", field ? "font-normal" : "font-normal text-ink-3")}>{words}</span>
          {field ? <FieldSource field={field} query={query} /> : null}
          <ChevronsUpDown aria-hidden className="ml-auto text-ink-3" />
        </Button>
      }
    />
  );
}

/** The table of a column, where there is more than one. */
export function FieldSource({ field, query }: { field: FieldRef; query: BuilderQuery }) {
  if (field.kind === "calculated" || query.tables.length < 2) return null;
  const table = query.tables.find(({ id }) => id === field.table);
  return table ? (
    <span className="shrink-[2] truncate text-xs font-normal text-ink-3">{tableLabel(query, table)}</span>
  ) : null;
}
