"use client";

import { Check } from "lucide-react";
import { useState } from "react";
import type { Place } from "@/components/figures/place";
import type { OpenedProps } from "@/components/ui/opened-on-demand";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { sameRange } from "@/lib/time/range-param";
import { lastDayOf, RANGE_LABELS, RELATIVE_RANGES, type RangeChoice, resolveRange } from "@/lib/time/ranges";
import { cn } from "@/lib/utils/cn";
import { CustomDays } from "./custom-days";
import { periodDays } from "./period-words";

type RangeChoicePopoverProps = OpenedProps & {
  value: RangeChoice;
  onChoose: (range: RangeChoice) => void;
  now: Date;
  place: Place;
};

/** Offers periods: the usual ones, or days of one's own. */
export function RangeChoicePopover(props: RangeChoicePopoverProps) {
  const { trigger, defaultOpen = false, value, now, place } = props;
  const [open, setOpen] = useState(defaultOpen);
  function onChoose(range: RangeChoice) {
    setOpen(false);
    props.onChoose(range);
  }
  const { from, ...rest } = resolveRange(value, now, place.zone, place.weekStartsOn);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>{trigger}</PopoverTrigger>
      <PopoverContent aria-label="Choose a period" className="w-108 max-w-[calc(100vw-1rem)] p-1">
        <ul>
          {RELATIVE_RANGES.map((name) => (
            <li key={name}>
              <PresetButton
                range={{ kind: "relative", name }}
                chosen={sameRange(value, { kind: "relative", name })}
                days={periodDays({ kind: "relative", name }, now, place)}
                onChoose={onChoose}
              />
            </li>
          ))}
        </ul>
        <CustomDays
          initial={
            value.kind === "relative" && value.name === "all_time"
              ? { from: "", to: "" }
              : { from, to: lastDayOf({ from, ...rest }) }
          }
          onApply={(days) => onChoose({ kind: "absolute", ...days })}
        />
      </PopoverContent>
    </Popover>
  );
}

type PresetButtonProps = {
  range: Extract<RangeChoice, { kind: "relative" }>;
  chosen: boolean;
  days: string;
  onChoose: (range: RangeChoice) => void;
};

function PresetButton({ range, chosen, days, onChoose }: PresetButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={() => onChoose(range)}
      className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-left text-13 hover:bg-sunken focus-visible:-outline-offset-2"
    >
      <Check aria-hidden className={cn("size-4 shrink-0 text-accent", !chosen && "invisible")} />
      <span className={cn("shrink-0", chosen && "font-medium")}>{RANGE_LABELS[range.name]}</span>
      <span className="ml-auto truncate pl-2 text-xs text-ink-3">{days}</span>
    </button>
  );
}
