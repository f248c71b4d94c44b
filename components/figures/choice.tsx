"use client";

import { NativeSelect } from "@/components/ui/native-select";
import { Field } from "./field";

type ChoiceProps<Value extends string> = {
  label: string;
  hint?: string;
  options: Record<Value, string>;
  value: Value;
  onChange: (value: Value) => void;
};

/** One of a closed set, in words. */
export function Choice<Value extends string>({ label, hint, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <NativeSelect {...control} value={value} onChange={({ target }) => onChange(target.value as Value)}>
          {(Object.entries(options) as [Value, string][]).map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
