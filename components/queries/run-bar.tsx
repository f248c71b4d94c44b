"use client";

import { AlignLeft, ListTree, Play, TextSelect } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

type RunBarProps = {
  isRunning: boolean;
  onRun: () => void;
  /** For texts; left out where nothing can be selected. */
  onRunSelection?: () => void;
  onFormat?: () => void;
  isExplaining: boolean;
  onExplain: () => void;
};

/** What can be done with a question that is being made. */
export function RunBar({ isRunning, onRun, onRunSelection, onFormat, isExplaining, onExplain }: RunBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button onClick={onRun} loading={isRunning}>
        <Play aria-hidden />
        Run
      </Button>
      {onRunSelection ? (
        <Button onClick={onRunSelection} title="Ctrl or ⌘ with Shift and Enter">
          <TextSelect aria-hidden />
          Run selection
        </Button>
      ) : null}
      {onFormat ? (
        <Button variant="ghost" onClick={onFormat} title="Shift, Alt and F">
          <AlignLeft aria-hidden />
          Format
        </Button>
      ) : null}
      <Button variant="ghost" onClick={onExplain} loading={isExplaining}>
        <ListTree aria-hidden />
        Explain
      </Button>
      {onRunSelection ? (
        <span aria-hidden className="hidden items-center gap-1 text-xs text-ink-3 sm:flex">
          <Kbd>Ctrl</Kbd> or <Kbd>⌘</Kbd> with <Kbd>Enter</Kbd>
        </span>
      ) : null}
    </div>
  );
}
