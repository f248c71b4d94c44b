"use client";

import { CalendarDays } from "lucide-react";
import type { Place } from "@/components/figures/place";
import { Button } from "@/components/ui/button";
import { openedOnDemand } from "@/components/ui/opened-on-demand";
import type { RangeChoice } from "@/lib/time/ranges";
import { cn } from "@/lib/utils/cn";
import { periodName } from "./period-words";

const RangeChoicePopover = openedOnDemand(
  "dialog",
  async () => (await import("./range-choice")).RangeChoicePopover,
);

type RangeFilterProps = {
  value: RangeChoice;
  onChange: (range: RangeChoice) => void;
  now: Date;
  place: Place;
  /** Before the value, e.g. "Period". */
  label: string;
  className?: string;
};

/** Chooses a period: one of the usual ones, or days of one's own. */
export function RangeFilter({ value, onChange, now, place, label, className }: RangeFilterProps) {
  return (
    <RangeChoicePopover
      value={value}
      onChoose={onChange}
      now={now}
      place={place}
      trigger={
        <Button className={cn("rounded-full", className)}>
          <CalendarDays aria-hidden className="text-ink-3" />
          <span className="font-normal text-ink-2">{label}</span>
          {periodName(value, place)}
        </Button>
      }
    />
  );
}
