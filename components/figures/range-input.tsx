"use client";

import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { daysProblem, RANGE_LABELS, type RangeChoice, RELATIVE_RANGES } from "@/lib/time/ranges";

type RangeInputProps = {
  id: string;
  "aria-describedby"?: string;
  /** Names the two days, e.g. "Period". */
  label: string;
  /** What no choice means. */
  emptyLabel: string;
  value: RangeChoice | undefined;
  onChange: (range: RangeChoice | undefined) => void;
};

const FIXED = "fixed";

/** A period that moves with time, or fixed days. */
export function RangeInput({ label, emptyLabel, value, onChange, ...control }: RangeInputProps) {
  function choose(next: string) {
    const name = RELATIVE_RANGES.find((range) => range === next);
    if (name) onChange({ kind: "relative", name });
    else onChange(next === FIXED ? { kind: "absolute", from: "", to: "" } : undefined);
  }
  return (
    <div className="flex flex-col gap-2">
      <NativeSelect
        {...control}
        value={value === undefined ? "" : value.kind === "relative" ? value.name : FIXED}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{emptyLabel}</option>
        {RELATIVE_RANGES.map((name) => (
          <option key={name} value={name}>
            {RANGE_LABELS[name]}
          </option>
        ))}
        <option value={FIXED}>Fixed days…</option>
      </NativeSelect>
      {value?.kind === "absolute" ? <FixedDays label={label} value={value} onChange={onChange} /> : null}
    </div>
  );
}

type FixedDaysProps = Pick<RangeInputProps, "label" | "onChange"> & {
  value: Extract<RangeChoice, { kind: "absolute" }>;
};

function FixedDays({ label, value, onChange }: FixedDaysProps) {
  const isWhole = value.from !== "" && value.to !== "";
  const problem = isWhole ? daysProblem(value) : null;
  return (
    <>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-2">
        <Input
          type="date"
          aria-label={`${label}, first day`}
          value={value.from}
          onChange={({ target }) => onChange({ ...value, from: target.value })}
        />
        <Input
          type="date"
          aria-label={`${label}, last day`}
          aria-invalid={problem ? true : undefined}
          value={value.to}
          onChange={({ target }) => onChange({ ...value, to: target.value })}
        />
      </div>
      <p role="status" className="text-xs text-bad empty:hidden">
        {problem}
      </p>
    </>
  );
}
