"use client";

import {
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  ChevronDown,
  ClipboardCopy,
  Copy,
  type LucideIcon,
  RulerDimensionLine,
  StretchHorizontal,
  StretchVertical,
  Trash2,
  X,
} from "lucide-react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Hint } from "@/components/ui/tooltip";
import type { Alignment } from "./align";
import type { Destination } from "./destinations";
import type { WidgetCommands } from "./editor-widget";
import { MoveToMenu } from "./move-to-menu";
import { countOf } from "./words";

type SelectionBarProps = {
  keys: readonly string[];
  destinations: readonly Destination[];
  commands: WidgetCommands;
  onClear: () => void;
};

const ALIGNMENTS = {
  left: { label: "Align left", icon: AlignStartVertical, least: 2 },
  right: { label: "Align right", icon: AlignEndVertical, least: 2 },
  top: { label: "Align in one row", icon: AlignStartHorizontal, least: 2 },
  width: { label: "Same width", icon: StretchHorizontal, least: 2 },
  height: { label: "Same height", icon: StretchVertical, least: 2 },
  spread: { label: "Spread evenly", icon: AlignHorizontalSpaceAround, least: 3 },
} as const satisfies Record<Alignment, { label: string; icon: LucideIcon; least: number }>;

const ALIGNMENT_NAMES = Object.keys(ALIGNMENTS) as Alignment[];

/** What can be done to the selected widgets at once. In sight while any is selected. */
export function SelectionBar({ keys, destinations, commands, onClear }: SelectionBarProps) {
  if (keys.length === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label={`${countOf(keys.length)} selected`}
      className="sticky bottom-20 z-30 mx-auto mt-auto flex max-w-full flex-wrap items-center justify-center gap-1 rounded-lg border bg-card p-1 shadow-overlay md:bottom-6"
    >
      <span className="px-2 text-13 font-medium text-ink">{keys.length} selected</span>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="sm" disabled={keys.length < 2}>
            <RulerDimensionLine aria-hidden />
            Align
            <ChevronDown aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="center">
          {ALIGNMENT_NAMES.map((how) => {
            const { label, icon: Icon, least } = ALIGNMENTS[how];
            return (
              <DropdownMenuItem
                key={how}
                disabled={keys.length < least}
                onSelect={() => commands.align(keys, how)}
              >
                <Icon aria-hidden />
                {label}
              </DropdownMenuItem>
            );
          })}
          <DropdownMenuLabel>Sizes follow the widget selected first.</DropdownMenuLabel>
        </DropdownMenuContent>
      </DropdownMenu>
      <BarButton label="Duplicate" icon={Copy} onClick={() => commands.duplicate(keys)} />
      <BarButton label="Copy" icon={ClipboardCopy} onClick={() => commands.copy(keys)} />
      {destinations.length > 1 ? (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="sm">
              Move
              <ChevronDown aria-hidden />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="center">
            <MoveToMenu
              destinations={destinations}
              onMove={(to) => commands.moveTo(keys, to.section, to.label)}
            />
          </DropdownMenuContent>
        </DropdownMenu>
      ) : null}
      <BarButton label="Remove" icon={Trash2} onClick={() => commands.remove(keys)} />
      <Hint text="Select none (Escape)">
        <Button variant="ghost" size="icon-sm" aria-label="Select none" onClick={onClear}>
          <X aria-hidden />
        </Button>
      </Hint>
    </div>
  );
}

function BarButton({ label, icon: Icon, onClick }: { label: string; icon: LucideIcon; onClick: () => void }) {
  return (
    <Button variant="ghost" size="sm" onClick={onClick}>
      <Icon aria-hidden />
      <span className="max-sm:sr-only">{label}</span>
    </Button>
  );
}
