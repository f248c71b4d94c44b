"use client";

import { CalendarDays } from "lucide-react";
import { useState } from "react";
import type { Place } from "@/components/figures/place";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";
import { Popover, PopoverTrigger } from "@/components/ui/popover";
import type { RangeChoice } from "@/lib/time/ranges";
import { cn } from "@/lib/utils/cn";
import { periodName } from "./period-words";

const RangeChoicePopover = onDemand(async () => (await import("./range-choice")).RangeChoicePopover);

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
  const [open, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);

  function choose(range: RangeChoice) {
    setOpen(false);
    onChange(range);
  }

  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setOpened(true);
      }}
    >
      <PopoverTrigger asChild>
        <Button className={cn("rounded-full", className)}>
          <CalendarDays aria-hidden className="text-ink-3" />
          <span className="font-normal text-ink-2">{label}</span>
          {periodName(value, place)}
        </Button>
      </PopoverTrigger>
      {wasOpened ? (
        <RangeChoicePopover value={value} onChoose={choose} now={now} place={place} open={open} />
      ) : null}
    </Popover>
  );
}
