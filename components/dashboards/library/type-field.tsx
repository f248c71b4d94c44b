"use client";

import { Field } from "@/components/figures/field";
import { NativeSelect } from "@/components/ui/native-select";
import { DashboardType } from "@/lib/dashboards/schemas";
import { TYPE_WORDS } from "./type-words";

type TypeFieldProps = { value: DashboardType; onChange: (type: DashboardType) => void };

export function TypeField({ value, onChange }: TypeFieldProps) {
  return (
    <Field label="Type" hint={TYPE_WORDS[value].hint}>
      {(control) => (
        <NativeSelect
          {...control}
          value={value}
          onChange={({ target }) => onChange(DashboardType.parse(target.value))}
        >
          {DashboardType.options.map((type) => (
            <option key={type} value={type}>
              {TYPE_WORDS[type].label}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
