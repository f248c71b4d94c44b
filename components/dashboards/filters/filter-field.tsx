"use client";

import { Field } from "@/components/figures/field";
import { OptionsStatus } from "@/components/figures/options-status";
import { ParameterInput } from "@/components/figures/parameter-input";
import { type OptionsSource, useParameterOptions } from "@/components/figures/parameter-options";
import { valueWords } from "@/components/figures/parameter-values";
import { useCleared } from "@/components/figures/use-cleared";
import type { DashboardFilter } from "@/lib/dashboards/schemas";
import { filterLabel } from "@/lib/dashboards/view/effective-view";
import type { ParameterValue, ParameterValues } from "@/lib/queries/schemas";

export type FilterFieldProps = {
  filter: DashboardFilter;
  /** What every filter comes to. */
  values: ParameterValues;
  source: OptionsSource;
  onChange: (value: ParameterValue | undefined) => void;
};

/** The choice of one filter; a locked one is only told. */
export function FilterField({ filter, values, source, onChange }: FilterFieldProps) {
  const value = values[filter.name];
  const state = useParameterOptions(filter, values, source);
  const [cleared, setCleared] = useCleared(filter, value, state, onChange);
  const label = filterLabel(filter);
  if (filter.isLocked)
    return (
      <p className="flex flex-col gap-1 text-13">
        <span className="font-medium">{label}</span>
        <span className="text-ink-2">{valueWords(value ?? null, state.offered?.options)} (locked)</span>
      </p>
    );
  return (
    <Field
      label={label}
      hint={
        <>
          <OptionsStatus state={state} />
          <span role="status" className="block text-ink-2 empty:hidden">
            {cleared.length > 0 ? `No longer offered, so taken out: ${cleared.join(", ")}.` : ""}
          </span>
        </>
      }
    >
      {(control) => (
        <ParameterInput
          {...control}
          parameter={{ ...filter, label }}
          options={state}
          emptyLabel="All"
          value={value}
          onChange={(next) => {
            setCleared([]);
            onChange(next);
          }}
        />
      )}
    </Field>
  );
}
