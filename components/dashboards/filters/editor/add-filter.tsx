"use client";

import { Field } from "@/components/figures/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { DashboardFilter } from "@/lib/dashboards/schemas";
import { filterCandidates, type QueryShapes } from "./filter-candidates";

type AddFilterProps = {
  shapes: QueryShapes;
  isLoading: boolean;
  taken: readonly DashboardFilter[];
  onAdd: (filter: DashboardFilter) => void;
};

/** One more filter, from what the dashboard's queries know. */
export function AddFilter({ shapes, isLoading, taken, onAdd }: AddFilterProps) {
  const candidates = filterCandidates(shapes, taken);
  const groups = [
    { label: "Parameters of the queries", of: candidates.filter(({ from }) => from === "parameter") },
    { label: "Columns", of: candidates.filter(({ from }) => from === "column") },
  ];
  return (
    <Field
      label="Add a filter"
      hint={
        isLoading
          ? "Reading the queries…"
          : candidates.length === 0
            ? "The queries of this dashboard have nothing more to filter by."
            : undefined
      }
    >
      {(control) => (
        <NativeSelect
          {...control}
          value=""
          disabled={candidates.length === 0}
          onChange={({ target }) => {
            const chosen = candidates.find(({ key }) => key === target.value);
            if (chosen) onAdd(chosen.filter);
          }}
        >
          <option value="">Choose what to filter by</option>
          {groups.map(({ label, of }) =>
            of.length === 0 ? null : (
              <optgroup key={label} label={label}>
                {of.map((candidate) => (
                  <option key={candidate.key} value={candidate.key}>
                    {candidate.label}
                  </option>
                ))}
              </optgroup>
            ),
          )}
        </NativeSelect>
      )}
    </Field>
  );
}
