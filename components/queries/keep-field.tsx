"use client";

import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { NativeSelect } from "@/components/ui/native-select";
import type { QueryValues } from "./form-values";

const CHOICES = [
  { seconds: 0, label: "Not at all" },
  { seconds: 60, label: "1 minute" },
  { seconds: 300, label: "5 minutes" },
  { seconds: 3600, label: "1 hour" },
  { seconds: 21_600, label: "6 hours" },
  { seconds: 86_400, label: "1 day" },
] as const;

/** How long an answer may be reused, where the source's own time does not fit this question. */
export function KeepField({ form }: { form: ActionForm<QueryValues> }) {
  return (
    <FormField
      control={form.control}
      name="definition.cacheSeconds"
      label="Keep answers for"
      hint="Figures say how old their answer is."
    >
      {({ value, onChange, ...field }) => {
        const isOffered =
          value === null || value === undefined || CHOICES.some(({ seconds }) => seconds === value);
        return (
          <NativeSelect
            {...field}
            value={value ?? ""}
            onChange={({ target }) => onChange(target.value === "" ? null : Number(target.value))}
          >
            <option value="">As long as the data source says</option>
            {CHOICES.map(({ seconds, label }) => (
              <option key={seconds} value={seconds}>
                {label}
              </option>
            ))}
            {isOffered ? null : <option value={value}>{value} seconds</option>}
          </NativeSelect>
        );
      }}
    </FormField>
  );
}
