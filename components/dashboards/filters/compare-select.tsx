"use client";

import { NativeSelect } from "@/components/ui/native-select";
import type { Comparison } from "@/lib/dashboards/schemas";
import { cn } from "@/lib/utils/cn";

export const COMPARISON_LABELS: Record<Comparison, string> = {
  none: "As each number does",
  previous_period: "Previous period",
  previous_year: "Same period last year",
};

const COMPARISONS = Object.keys(COMPARISON_LABELS) as Comparison[];

type CompareSelectProps = {
  value: Comparison;
  onChange: (comparison: Comparison) => void;
  className?: string;
};

/** What all numbers are compared with. */
export function CompareSelect({ value, onChange, className }: CompareSelectProps) {
  return (
    <NativeSelect
      aria-label="Compare with"
      value={value}
      onChange={({ target }) => onChange(target.value as Comparison)}
      className={cn("h-8 w-auto rounded-full border-rule-strong text-13", className)}
    >
      {COMPARISONS.map((option) => (
        <option key={option} value={option}>
          {option === "none"
            ? "Compare: as each number does"
            : `Compare: ${COMPARISON_LABELS[option].toLowerCase()}`}
        </option>
      ))}
    </NativeSelect>
  );
}
