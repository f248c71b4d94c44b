"use client";

import type { DateStyle } from "@/lib/format/dates";
import { Choice } from "./choice";

const DATES = {
  usual: "As usual",
  short: "Short, 01/10/2026",
  long: "Long, 1 October 2026",
  month: "Month, Oct 2026",
  iso: "ISO, 2026-10-01",
} as const satisfies Record<DateStyle | "usual", string>;

type DateStyleChoiceProps = {
  /** Of values that have a time of day. */
  hasTime: boolean;
  value: DateStyle | undefined;
  onChange: (dates: DateStyle | undefined) => void;
};

/** How days are printed. */
export function DateStyleChoice({ hasTime, value, onChange }: DateStyleChoiceProps) {
  return (
    <Choice
      label="Dates"
      hint={hasTime ? "Other than as usual, the time of day is left out." : undefined}
      options={DATES}
      value={value ?? "usual"}
      onChange={(dates) => onChange(dates === "usual" ? undefined : dates)}
    />
  );
}
