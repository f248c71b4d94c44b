"use client";

import { useId } from "react";

export type RadioOption<Value extends string> = { value: Value; label: string; hint: string };

type RadioChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly RadioOption<Value>[];
  onChange: (value: Value) => void;
};

/** A few choices that need a sentence each. */
export function RadioChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: RadioChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-13 font-medium">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {options.map((option) => (
          <label
            key={option.value}
            className="grid cursor-pointer grid-cols-[auto_1fr] content-start gap-x-2.5 rounded-md border border-rule-strong px-3 py-2.5 hover:bg-sunken/60 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              aria-describedby={`${name}-${option.value}`}
              className="mt-0.5 size-4 accent-accent"
            />
            <span className="text-13 font-medium">{option.label}</span>
            <span id={`${name}-${option.value}`} className="col-start-2 text-xs text-ink-2">
              {option.hint}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
