"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { type Control, type FieldPath, useFormState, useWatch } from "react-hook-form";
import { NumberField } from "@/components/forms/fields";
import { FormField } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import type { FilesValues } from "./form-values";
import { limitWords } from "./limit-words";

type LimitsControl = Control<FilesValues, unknown, FilesValues>;
type LimitFieldsProps = {
  control: LimitsControl;
  /** A server has connections; uploaded files are read at the same time up to the same number. */
  isServer: boolean;
  locale: string;
};

const NAMES = [
  "statementTimeoutMs",
  "rowLimit",
  "connectionLimit",
  "cacheSeconds",
  "exportRowLimit",
] as const satisfies readonly FieldPath<FilesValues>[];

/** Closed, it says in a line what is set; it opens by itself when something in it is wrong. */
export function LimitFields({ control, isServer, locale }: LimitFieldsProps) {
  const [isOpen, setOpen] = useState(false);
  const { errors } = useFormState({ control, name: [...NAMES] });
  const [timeoutMs, rows, connections, cacheSeconds] = useWatch({ control, name: [...NAMES] });
  const isWrong = NAMES.some((name) => errors[name] !== undefined);
  return (
    <details
      open={isOpen || isWrong}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group overflow-hidden rounded-lg border bg-card"
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 px-4 py-3 hover:bg-sunken/60 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-90 motion-reduce:transition-none"
        />
        <span className="min-w-0">
          <span className="text-sm font-medium">Advanced: limits</span>
          <span className="block text-13 text-ink-2 group-open:hidden">
            {limitWords({ timeoutMs, rows, connections, cacheSeconds }, locale)}
          </span>
        </span>
      </summary>
      <div className="grid gap-4 px-4 pt-3 pb-4 sm:grid-cols-2">
        <SecondsField control={control} />
        <NumberField
          control={control}
          name="rowLimit"
          label="Rows of an answer at most"
          hint="A longer answer is cut, and says so."
          controlProps={{ min: 1, max: 1_000_000 }}
        />
        <NumberField
          control={control}
          name="connectionLimit"
          label={isServer ? "Connections at a time" : "Questions at a time"}
          hint="More wait in a fair queue; one person never takes the last place."
          controlProps={{ min: 1, max: 50 }}
        />
        <NumberField
          control={control}
          name="cacheSeconds"
          label="Keep answers for, in seconds"
          hint="0 asks the source each time."
          controlProps={{ min: 0, max: 86_400 }}
        />
        <NumberField
          control={control}
          name="exportRowLimit"
          label="Rows of an export at most"
          optional
          hint="Empty exports everything a question finds."
          controlProps={{ min: 1, max: 2_000_000_000 }}
        />
      </div>
    </details>
  );
}

/** Kept in milliseconds, typed in seconds. */
function SecondsField({ control }: { control: LimitsControl }) {
  return (
    <FormField
      control={control}
      name="statementTimeoutMs"
      label="Time limit of a question, in seconds"
      hint="What takes longer is stopped, also on the server."
    >
      {({ value, onChange, ...field }) => (
        <Input
          {...field}
          type="number"
          inputMode="decimal"
          min={0.1}
          max={3600}
          step="any"
          value={typeof value === "number" ? value / 1000 : ""}
          onChange={({ target }) =>
            onChange(target.value === "" ? null : Math.round(target.valueAsNumber * 1000))
          }
        />
      )}
    </FormField>
  );
}
