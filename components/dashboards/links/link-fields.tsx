"use client";

import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { FormField } from "@/components/forms/form-field";
import { NativeSelect } from "@/components/ui/native-select";

const EXPIRIES: readonly (readonly [days: number | null, words: string])[] = [
  [1, "One day"],
  [7, "A week"],
  [30, "30 days"],
  [90, "90 days"],
  [365, "A year"],
  [null, "Until I withdraw it"],
];

type ExpiryFieldProps<Values extends FieldValues> = {
  control: Control<Values, unknown, Values>;
  name: FieldPath<Values>;
};

/** How long the link is open. */
export function ExpiryField<Values extends FieldValues>({ control, name }: ExpiryFieldProps<Values>) {
  return (
    <FormField control={control} name={name} label="Open for">
      {({ value, onChange, ...rest }) => (
        <NativeSelect
          {...rest}
          value={value === null ? "" : String(value)}
          onChange={({ target }) => onChange(target.value === "" ? null : Number(target.value))}
        >
          {EXPIRIES.map(([days, words]) => (
            <option key={words} value={days ?? ""}>
              {words}
            </option>
          ))}
        </NativeSelect>
      )}
    </FormField>
  );
}
