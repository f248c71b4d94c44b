"use client";

import type { ReactNode } from "react";
import type { OpenedProps } from "./opened-on-demand";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";

type NotePopoverProps = OpenedProps & {
  /** What it is announced as. */
  label: string;
  children: ReactNode;
};

/** A few words that explain a mark. */
export function NotePopover({ trigger, defaultOpen, label, children }: NotePopoverProps) {
  return (
    <Popover defaultOpen={defaultOpen}>
      <PopoverTrigger asChild>{trigger}</PopoverTrigger>
      <PopoverContent className="w-64 p-3 text-13" aria-label={label}>
        {children}
      </PopoverContent>
    </Popover>
  );
}
