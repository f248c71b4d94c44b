"use client";

import { Button } from "@/components/ui/button";
import type { OpenedProps } from "@/components/ui/opened-on-demand";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { filterLabel } from "@/lib/dashboards/view/effective-view";
import { FilterField, type FilterFieldProps } from "./filter-field";

/** The button of a filter with what it opens: its choice. */
export function FilterPopover({ trigger, defaultOpen, ...props }: OpenedProps & FilterFieldProps) {
  const { filter, values, onChange } = props;
  const value = values[filter.name];
  return (
    <Popover defaultOpen={defaultOpen}>
      <PopoverTrigger asChild>{trigger}</PopoverTrigger>
      <PopoverContent
        aria-label={`Choose ${filterLabel(filter)}`}
        className="w-80 max-w-[calc(100vw-1rem)] p-3"
      >
        <FilterField {...props} />
        {value === undefined || value === null ? null : (
          <Button size="sm" variant="ghost" className="mt-2" onClick={() => onChange(undefined)}>
            Show all
          </Button>
        )}
      </PopoverContent>
    </Popover>
  );
}
