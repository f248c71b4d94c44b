"use client";

import { GripVertical } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import type { Step } from "./grid-moves";

const STEPS: Record<string, Step> = {
  ArrowLeft: { dx: -1, dy: 0 },
  ArrowRight: { dx: 1, dy: 0 },
  ArrowUp: { dx: 0, dy: -1 },
  ArrowDown: { dx: 0, dy: 1 },
};

type WidgetHandleProps = {
  title: string;
  onMove: (step: Step) => void;
  onResize: (step: Step) => void;
};

/** Moves a widget: by dragging, or with the arrow keys; with Shift they resize it. */
export function WidgetHandle({ title, onMove, onResize }: WidgetHandleProps) {
  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    (event.shiftKey ? onResize : onMove)(step);
  }

  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={`Move ${title || "widget"}`}
      aria-description="Drag it, or use the arrow keys. Shift and arrow keys resize it."
      title="Drag, or use the arrow keys; Shift and arrows resize"
      className="widget-handle -ml-2 size-6 cursor-grab touch-none active:cursor-grabbing"
      onKeyDown={onKeyDown}
    >
      <GripVertical aria-hidden />
    </Button>
  );
}
