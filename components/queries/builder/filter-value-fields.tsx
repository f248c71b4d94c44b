"use client";

import { UserRound, Variable } from "lucide-react";
import { Input } from "@/components/ui/input";
import type { ColumnType } from "@/lib/charts/types";
import type { Filter, FilterValue } from "@/lib/queries/builder/schema";
import { takesList } from "./filter-words";
import { NumbersBetween } from "./numbers-between";
import { readerWords } from "./parameter-choices";
import { RangeFields } from "./range-fields";
import { ValuesField } from "./values-field";

export type ValueFieldProps = {
  /** Of the column, for the labels. */
  name: string;
  filter: Filter;
  type: ColumnType;
  describedBy?: string;
  /** Letters typed into the same field are one step of undo. */
  onChange: (value: FilterValue, typing?: string) => void;
};

/** The control for what a column is compared with. */
export function FilterValueFields(props: ValueFieldProps) {
  const { filter, type, name, describedBy, onChange } = props;
  const { value, operator } = filter;
  if (value?.kind === "parameter") return <ParameterPill name={value.name} />;
  if (operator === "in_range") return <RangeFields {...props} />;
  const values = value?.kind === "literal" ? value.values : [];
  if (operator === "between")
    return <NumbersBetween name={name} values={values} onChange={onChange} describedBy={describedBy} />;
  const isWhole = operator === "equals" || operator === "not_equals";
  if (takesList(operator) || (type === "text" && isWhole)) return <ValuesField {...props} />;
  const set = (next: string | number | undefined) =>
    onChange({ kind: "literal", values: next === undefined ? [] : [next] }, "value");
  const isNumber = type === "number";
  const isDay = type === "date" || type === "timestamp";
  return (
    <Input
      aria-label={`Value for ${name}`}
      aria-describedby={describedBy}
      aria-invalid={describedBy ? true : undefined}
      type={isNumber ? "number" : isDay ? "date" : "text"}
      step={isNumber ? "any" : undefined}
      maxLength={2000}
      className="h-8 px-2 text-13"
      value={String(values[0] ?? "")}
      onChange={({ target }) => {
        if (isNumber) set(Number.isNaN(target.valueAsNumber) ? undefined : target.valueAsNumber);
        else set(target.value === "" ? undefined : target.value);
      }}
    />
  );
}

/** A value that is asked for, or that is about the person who reads. */
function ParameterPill({ name }: { name: string }) {
  const reader = readerWords(name);
  const Icon = reader ? UserRound : Variable;
  return (
    <p className="flex min-h-8 items-center gap-2 rounded-md bg-accent-soft px-2.5 text-13 text-ink">
      <Icon aria-hidden className="size-4 shrink-0 text-accent" />
      <span className="min-w-0 py-1 break-words">
        {reader ?? (
          <>
            the value of <code className="font-mono text-xs">{name}</code>
          </>
        )}
      </span>
    </p>
  );
}
