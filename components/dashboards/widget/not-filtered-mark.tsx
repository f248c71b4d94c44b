"use client";

import { FilterX } from "lucide-react";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { columnLabel } from "@/lib/charts/columns";

/** Says which filters a figure does not follow: its numbers stand beside others that do. */
export function NotFilteredMark({ labels }: { labels: readonly string[] }) {
  if (labels.length === 0) return null;
  const names = labels.map(columnLabel).join(", ");
  return (
    <Popover>
      <PopoverTrigger asChild>
        <button
          type="button"
          aria-label={`Not filtered by ${names}`}
          className="flex size-6 shrink-0 items-center justify-center rounded-md text-warn hover:bg-sunken"
        >
          <FilterX aria-hidden className="size-4" />
        </button>
      </PopoverTrigger>
      <PopoverContent className="w-64 p-3 text-13" aria-label="Filters that do not reach this figure">
        This figure is not filtered by <strong className="font-medium">{names}</strong>: its query knows
        nothing of it.
      </PopoverContent>
    </Popover>
  );
}
