"use client";

import { CalendarOff } from "lucide-react";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";

/** Says that a figure does not show the period that stands above it. */
export function FixedPeriodMark() {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <button
          type="button"
          aria-label="Does not show the chosen period"
          className="flex size-6 shrink-0 items-center justify-center rounded-md text-ink-3 hover:bg-sunken"
        >
          <CalendarOff aria-hidden className="size-4" />
        </button>
      </PopoverTrigger>
      <PopoverContent className="w-64 p-3 text-13" aria-label="The period of this figure">
        This figure does not show the chosen period: its query has a period of its own, or none.
      </PopoverContent>
    </Popover>
  );
}
