"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { cn } from "@/lib/utils/cn";
import { filterGroups, type PickerGroup, SHOWN_ITEMS } from "./filter-groups";
import { useOpening } from "./use-opening";

type SearchPickerProps = {
  /** The button that opens it. */
  trigger: ReactNode;
  /** What is chosen, e.g. "Add a column". */
  label: string;
  placeholder: string;
  groups: readonly PickerGroup[];
  onPick: (value: string) => void;
  /** Said when there is nothing to choose from at all. */
  none?: string;
};

/** A list to choose one thing from, narrowed by typing. */
export function SearchPicker({ trigger, ...list }: SearchPickerProps) {
  const { open, times, setOpen } = useOpening();
  function pick(value: string) {
    setOpen(false);
    list.onPick(value);
  }
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>{trigger}</PopoverTrigger>
      <PopoverContent aria-label={list.label} className="w-88 max-w-[calc(100vw-1rem)] overflow-hidden p-0">
        <SearchList key={times} {...list} onPick={pick} />
      </PopoverContent>
    </Popover>
  );
}

/** The list alone, for where it stands in the page or beside other controls. */
export function SearchList({
  label,
  placeholder,
  groups,
  onPick,
  none = "There is nothing to choose from.",
  autoFocus,
  className,
}: Omit<SearchPickerProps, "trigger"> & {
  /** Where the list takes the place of what was focused. */
  autoFocus?: boolean;
  className?: string;
}) {
  const [text, setText] = useState("");
  const found = filterGroups(groups, text);
  const isEmpty = found.groups.length === 0;
  return (
    <Command label={label} shouldFilter={false} loop className="flex min-h-0 flex-col">
      <div className="flex items-center gap-2.5 border-b px-3 focus-within:border-accent">
        <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
        <Command.Input
          autoFocus={autoFocus}
          value={text}
          onValueChange={setText}
          aria-label={label}
          placeholder={placeholder}
          className="h-10 w-full min-w-0 bg-transparent text-sm outline-none placeholder:text-ink-3"
        />
      </div>
      <Command.List aria-label={label} className={cn("max-h-80 overflow-y-auto p-1", className)}>
        {isEmpty ? (
          <p role="status" className="px-3 py-6 text-center text-13 text-ink-2">
            {text.trim() === "" ? none : `Nothing matches “${text}”.`}
          </p>
        ) : null}
        {found.groups.map(({ heading, items }) => (
          <Command.Group
            key={heading}
            heading={heading || undefined}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3"
          >
            {items.map((item) => (
              <Command.Item
                key={item.value}
                value={item.value}
                onSelect={() => onPick(item.value)}
                className="flex min-h-8 cursor-pointer items-start gap-2 rounded-md px-2 py-1.5 text-13 data-[selected=true]:bg-sunken"
              >
                {item.icon ? <span className="flex h-5 items-center">{item.icon}</span> : null}
                <span className="min-w-0 flex-1 leading-5">
                  <span className="break-words">{item.label}</span>
                  {item.note ? <span className="block text-xs text-ink-3">{item.note}</span> : null}
                </span>
                {item.hint ? (
                  <span className="max-w-[45%] shrink-0 truncate text-xs leading-5 text-ink-3">
                    {item.hint}
                  </span>
                ) : null}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
        {found.hidden > 0 ? (
          <p className="px-2 py-2 text-xs text-ink-3">
            The first {SHOWN_ITEMS} are shown. Type to find the others.
          </p>
        ) : null}
      </Command.List>
    </Command>
  );
}
