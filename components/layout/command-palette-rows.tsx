"use client";

import { Command } from "cmdk";
import type { ReactNode } from "react";

type PaletteGroupProps = {
  heading: string;
  /** For rows the server has matched already: they do not contain what was typed. */
  alwaysShown?: boolean;
  children: ReactNode;
};

export function PaletteGroup({ heading, alwaysShown, children }: PaletteGroupProps) {
  return (
    <Command.Group
      heading={heading}
      forceMount={alwaysShown}
      className="mb-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Command.Group>
  );
}

type PaletteRowProps = {
  /** What typing is matched against; unique. */
  value: string;
  icon?: ReactNode;
  hint?: string;
  onSelect: () => void;
  children: ReactNode;
};

export function PaletteRow({ value, icon, hint, onSelect, children }: PaletteRowProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 text-sm data-[selected=true]:bg-sunken [&>svg]:size-4 [&>svg]:text-ink-2"
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {hint ? <span className="shrink-0 text-xs text-ink-3">{hint}</span> : null}
    </Command.Item>
  );
}
