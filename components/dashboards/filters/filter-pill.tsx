"use client";

import { ChevronDown, Lock } from "lucide-react";
import { useParameterOptions } from "@/components/figures/parameter-options";
import { valueWords } from "@/components/figures/parameter-values";
import { useCleared } from "@/components/figures/use-cleared";
import { Button } from "@/components/ui/button";
import { openedOnDemand } from "@/components/ui/opened-on-demand";
import { filterLabel } from "@/lib/dashboards/view/effective-view";
import type { FilterFieldProps } from "./filter-field";

const FilterPopover = openedOnDemand("dialog", async () => (await import("./filter-popover")).FilterPopover);

/** One filter as a button that tells its value and opens its choice. */
export function FilterPill(props: FilterFieldProps) {
  const { filter, values, source, onChange } = props;
  const label = filterLabel(filter);
  const value = values[filter.name];
  // Lists are read when they are opened, unless a value must be named and checked.
  const state = useParameterOptions(filter, values, value === undefined ? undefined : source);
  const [cleared] = useCleared(filter, value, state, onChange);
  const { offered } = state;
  const words = value === undefined || value === null ? "All" : valueWords(value, offered?.options);
  if (filter.isLocked) return <LockedPill label={label} words={words} />;
  return (
    <>
      <FilterPopover
        {...props}
        trigger={
          <Button className="max-w-72 rounded-full">
            <span className="font-normal text-ink-2">{label}</span>
            <span className="truncate">{words}</span>
            <ChevronDown aria-hidden className="text-ink-3" />
          </Button>
        }
      />
      <span role="status" className="text-13 text-ink-2 empty:hidden">
        {cleared.length > 0 && value === undefined
          ? `${label}: ${cleared.join(", ")} is no longer offered.`
          : ""}
      </span>
    </>
  );
}

/** Told, because it decides what is seen; not for readers to change. */
export function LockedPill({ label, words }: { label: string; words: string }) {
  return (
    <span className="inline-flex h-8 max-w-72 items-center gap-2 rounded-full border border-rule bg-sunken px-3 text-13">
      <Lock aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      <span className="text-ink-2">{label}</span>
      <span className="truncate font-medium">{words}</span>
      <span className="sr-only">, locked</span>
    </span>
  );
}
