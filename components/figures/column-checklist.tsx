"use client";

import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Label } from "@/components/ui/label";
import { columnLabel } from "@/lib/charts/columns";
import type { ResultColumn } from "@/lib/charts/types";

type ColumnChecklistProps = {
  label: string;
  hint?: string;
  columns: readonly ResultColumn[];
  /** Names, in the order in which they are drawn. */
  chosen: readonly string[];
  onChange: (names: string[]) => void;
};

/** Several columns of the query. Chosen columns the query no longer has stay in sight, to be taken out. */
export function ColumnChecklist({ label, hint, columns, chosen, onChange }: ColumnChecklistProps) {
  const id = useId();
  const known = columns.map((column) => column.name);
  const missing = chosen.filter((name) => !known.includes(name));

  function toggle(name: string, checked: boolean) {
    onChange(checked ? [...chosen, name] : chosen.filter((other) => other !== name));
  }

  return (
    <fieldset className="flex flex-col gap-2" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className="mb-1.5 text-13 font-medium text-ink">{label}</legend>
      {[...missing, ...known].map((name) => (
        <div key={name} className="flex items-center gap-2.5">
          <Checkbox
            id={`${id}-${name}`}
            checked={chosen.includes(name)}
            onCheckedChange={(checked) => toggle(name, checked === true)}
          />
          <Label htmlFor={`${id}-${name}`} className="font-normal">
            {known.includes(name) ? columnLabel(name) : `${name} (not in this query)`}
          </Label>
        </div>
      ))}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </p>
      ) : null}
    </fieldset>
  );
}
