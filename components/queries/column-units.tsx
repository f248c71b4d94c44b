"use client";

import { useController } from "react-hook-form";
import { Field } from "@/components/figures/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { NativeSelect } from "@/components/ui/native-select";
import type { ResultColumn } from "@/lib/charts/types";
import { CURRENCIES, DURATION_UNITS } from "@/lib/format/units";
import type { QueryValues } from "./form-values";

type ColumnUnitsProps = {
  form: ActionForm<QueryValues>;
  /** Of the last run; null before the first. */
  columns: ResultColumn[] | null;
};

const UNITS = {
  count: "Count (whole numbers)",
  percent: "Per cent (0.12 is 12 %)",
  days: "Days",
  hours: "Hours",
  score: "Score",
  ...DURATION_UNITS,
} as const;

/** What the numbers of each column measure; figures print them accordingly. */
export function ColumnUnits({ form, columns }: ColumnUnitsProps) {
  const { field } = useController({ control: form.control, name: "definition.columnUnits" });
  const units = field.value ?? {};
  const numeric = (columns ?? []).filter((column) => column.type === "number").map((column) => column.name);
  const gone = Object.keys(units).filter((name) => !numeric.includes(name));
  function set(name: string, unit: string) {
    const { [name]: _before, ...others } = units;
    field.onChange(unit === "" ? others : { ...others, [name]: unit });
  }
  if (numeric.length + gone.length === 0)
    return (
      <p className="text-13 text-ink-2">
        {columns === null
          ? "Run the query: its columns of numbers then stand here."
          : "The result has no columns of numbers."}
      </p>
    );
  return (
    <div className="flex flex-col gap-3">
      {[...numeric, ...gone].map((name) => (
        <Field
          key={name}
          label={name}
          hint={columns !== null && gone.includes(name) ? "Not a number of the last result." : undefined}
        >
          {(control) => (
            <NativeSelect
              {...control}
              value={units[name] ?? ""}
              onChange={({ target }) => set(name, target.value)}
            >
              <UnitOptions chosen={units[name]} />
            </NativeSelect>
          )}
        </Field>
      ))}
    </div>
  );
}

export function UnitOptions({ chosen }: { chosen: string | undefined }) {
  const currency = chosen?.startsWith("currency:") ? chosen.slice("currency:".length) : null;
  const currencies = currency && !CURRENCIES.includes(currency) ? [currency, ...CURRENCIES] : CURRENCIES;
  return (
    <>
      <option value="">Plain number</option>
      {Object.entries(UNITS).map(([unit, label]) => (
        <option key={unit} value={unit}>
          {label}
        </option>
      ))}
      {currencies.map((code) => (
        <option key={code} value={`currency:${code}`}>
          {code}
        </option>
      ))}
    </>
  );
}
