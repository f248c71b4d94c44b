"use client";

import { Field } from "@/components/figures/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import {
  daysProblem,
  RANGE_LABELS,
  type RangeChoice,
  RELATIVE_RANGES,
  type RelativeRange,
} from "@/lib/time/ranges";

type RangeSelectProps = {
  range: RangeChoice;
  onChange: (range: RangeChoice) => void;
  label?: string;
  hint?: string;
};

const CUSTOM = "custom";

/** The period of a report: one that moves with time, or fixed days. */
export function RangeSelect({ range, onChange, label = "Period", hint }: RangeSelectProps) {
  const value = range.kind === "relative" ? range.name : CUSTOM;
  return (
    <>
      <Field label={label} hint={hint}>
        {(control) => (
          <NativeSelect
            {...control}
            value={value}
            onChange={({ target }) => onChange(choiceOf(target.value))}
          >
            {RELATIVE_RANGES.map((name) => (
              <option key={name} value={name}>
                {RANGE_LABELS[name]}
              </option>
            ))}
            <option value={CUSTOM}>Fixed days…</option>
          </NativeSelect>
        )}
      </Field>
      {range.kind === "absolute" ? <FixedDays range={range} onChange={onChange} /> : null}
    </>
  );
}

function choiceOf(value: string): RangeChoice {
  if (value !== CUSTOM) return { kind: "relative", name: value as RelativeRange };
  const today = new Date().toISOString().slice(0, 10);
  return { kind: "absolute", from: `${today.slice(0, 8)}01`, to: today };
}

type FixedDaysProps = {
  range: Extract<RangeChoice, { kind: "absolute" }>;
  onChange: (range: RangeChoice) => void;
};

function FixedDays({ range, onChange }: FixedDaysProps) {
  const problem = daysProblem(range) ?? undefined;
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label="First day">
        {(control) => (
          <Input
            {...control}
            type="date"
            value={range.from}
            onChange={({ target }) => onChange({ ...range, from: target.value })}
          />
        )}
      </Field>
      <Field label="Last day" message={problem}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={range.to}
            onChange={({ target }) => onChange({ ...range, to: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
