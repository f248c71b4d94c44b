"use client";

import { NativeSelect } from "@/components/ui/native-select";
import { CURRENCIES, DURATION_UNITS, isDuration, type Unit } from "@/lib/format/units";
import { Field } from "./field";

const PLAIN_UNITS = {
  count: "Count (whole numbers)",
  number: "Number",
  percent: "Per cent",
  days: "Days",
  hours: "Hours",
  score: "Score",
  ...DURATION_UNITS,
} as const;

type UnitFieldsProps = {
  unit: Unit | undefined;
  decimals: number | undefined;
  /** `undefined` leaves it to the query, or to the unit. */
  onChange: (change: { unit?: Unit | undefined; decimals?: number | undefined }) => void;
};

export function UnitFields({ unit, decimals, onChange }: UnitFieldsProps) {
  const chosenCurrency = unit?.startsWith("currency:") ? unit.slice("currency:".length) : null;
  const currencies =
    chosenCurrency && !CURRENCIES.includes(chosenCurrency) ? [chosenCurrency, ...CURRENCIES] : CURRENCIES;
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label="Unit">
        {(control) => (
          <NativeSelect
            {...control}
            value={unit ?? ""}
            onChange={({ target }) => onChange({ unit: (target.value || undefined) as Unit | undefined })}
          >
            <option value="">As the query says</option>
            {Object.entries(PLAIN_UNITS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
            {currencies.map((currency) => (
              <option key={currency} value={`currency:${currency}`}>
                {currency}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      {unit && isDuration(unit) ? null : (
        <Field label="Decimals">
          {(control) => (
            <NativeSelect
              {...control}
              value={decimals ?? ""}
              onChange={({ target }) =>
                onChange({ decimals: target.value === "" ? undefined : Number(target.value) })
              }
            >
              <option value="">As usual</option>
              {[0, 1, 2, 3, 4, 5, 6].map((digits) => (
                <option key={digits} value={digits}>
                  {digits}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
      )}
    </div>
  );
}
