"use client";

import { RadioGroup } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/lib/utils/cn";

export type SegmentOption<Value extends string> = { value: Value; label: string; icon?: ReactNode };

type SegmentedControlProps<Value extends string> = {
  /** Names the choice for screen readers, e.g. "Density". */
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly SegmentOption<Value>[];
  /** Shows icons alone; the labels stay for screen readers. */
  iconsOnly?: boolean;
  disabled?: boolean;
  className?: string;
};

/** Two to five exclusive choices, all in sight. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, value, onValueChange, options, iconsOnly = false, disabled, className } = props;
  return (
    <RadioGroup.Root
      aria-label={label}
      orientation="horizontal"
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onValueChange(chosen.value);
      }}
      className={cn("inline-flex h-8 rounded-md border border-rule-strong bg-sunken p-0.5", className)}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          className={cn(
            "inline-flex flex-1 items-center justify-center gap-1.5 rounded-sm px-2.5 text-13 font-medium whitespace-nowrap text-ink-2 transition-colors",
            "hover:text-ink focus-visible:outline-offset-0 disabled:opacity-50 [&_svg]:size-4",
            "data-[state=checked]:bg-card data-[state=checked]:text-ink data-[state=checked]:ring-1 data-[state=checked]:ring-rule-strong",
          )}
        >
          {option.icon}
          <span className={cn(iconsOnly && "sr-only")}>{option.label}</span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
