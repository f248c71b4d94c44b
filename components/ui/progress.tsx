"use client";

import { Progress as ProgressPrimitive } from "radix-ui";
import { cn } from "@/lib/utils/cn";

type ProgressProps = {
  /** What is under way, e.g. "Sending". */
  label: string;
  value: number;
  max: number;
  tone?: "accent" | "good" | "bad" | "warn";
  /** Printed beside the bar, e.g. "84 of 87". */
  text?: string;
  className?: string;
};

const FILL = { accent: "bg-accent", good: "bg-good", bad: "bg-bad", warn: "bg-warn" } as const;

/** Long work always shows a number, never only movement. */
export function Progress({ label, value, max, tone = "accent", text, className }: ProgressProps) {
  const safeMax = Math.max(max, 1);
  const done = Math.min(Math.max(value, 0), safeMax);
  const words = text ?? `${done} of ${max}`;
  return (
    <div className={cn("flex items-center gap-2", className)}>
      <ProgressPrimitive.Root
        value={done}
        max={safeMax}
        aria-label={label}
        getValueLabel={() => words}
        className="h-1.5 min-w-16 flex-1 overflow-hidden rounded-full bg-sunken"
      >
        <ProgressPrimitive.Indicator
          className={cn("h-full rounded-full transition-[width]", FILL[tone])}
          style={{ width: `${(done / safeMax) * 100}%` }}
        />
      </ProgressPrimitive.Root>
      <span aria-hidden className="text-13 whitespace-nowrap tabular-nums">
        {words}
      </span>
    </div>
  );
}
