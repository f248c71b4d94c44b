"use client";

import { Input } from "@/components/ui/input";
import { Field } from "./field";

type NumberFieldProps = {
  label: string;
  hint?: string;
  /** In the data's own measure: per cent are fractions. */
  value: number | undefined;
  isPercent?: boolean;
  onChange: (value: number | undefined) => void;
};

/** An optional number. Percent values are fractions in the data; people type 10 for 10 %. */
export function NumberField({ label, hint, value, isPercent = false, onChange }: NumberFieldProps) {
  const scale = isPercent ? 100 : 1;
  return (
    <Field label={isPercent ? `${label} in %` : label} hint={hint} optional>
      {(control) => (
        <Input
          {...control}
          type="number"
          step="any"
          inputMode="decimal"
          // Twelve digits hide what the binary fraction adds: 0.07 × 100 is 7.000000000000001.
          value={value === undefined ? "" : Number((value * scale).toPrecision(12))}
          onChange={({ target }) =>
            onChange(
              Number.isNaN(target.valueAsNumber)
                ? undefined
                : Number((target.valueAsNumber / scale).toPrecision(12)),
            )
          }
        />
      )}
    </Field>
  );
}
