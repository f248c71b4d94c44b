"use client";

import { Check, GripVertical } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/utils/cn";
import type { Step } from "./grid-moves";

const STEPS: Record<string, Step> = {
  ArrowLeft: { dx: -1, dy: 0 },
  ArrowRight: { dx: 1, dy: 0 },
  ArrowUp: { dx: 0, dy: -1 },
  ArrowDown: { dx: 0, dy: 1 },
};

/** Pixels within which the pointer clicked and did not drag. */
const CLICK_SLACK = 4;

type WidgetHandleProps = {
  title: string;
  isSelected: boolean;
  onMove: (step: Step) => void;
  onResize: (step: Step) => void;
  /** `together` keeps the others chosen. */
  onSelect: (together: boolean) => void;
  onEdit: () => void;
};

/** Moves a widget by dragging or with the arrow keys, with Shift resizes it; a click or the space bar selects it. */
export function WidgetHandle({ title, isSelected, onMove, onResize, onSelect, onEdit }: WidgetHandleProps) {
  const pressedAt = useRef<{ x: number; y: number }>(null);

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (!step && event.key !== "Enter") return;
    event.preventDefault();
    if (!step) onEdit();
    else (event.shiftKey ? onResize : onMove)(step);
  }

  function onClick({ detail, clientX, clientY, ...event }: MouseEvent) {
    // The space bar, and screen readers, click without a pointer.
    if (detail === 0) return onSelect(true);
    const from = pressedAt.current;
    const hasDragged = from !== null && Math.hypot(clientX - from.x, clientY - from.y) > CLICK_SLACK;
    if (!hasDragged) onSelect(event.shiftKey || event.ctrlKey || event.metaKey);
  }

  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={`Move ${title}`}
      aria-description="Drag it, or use the arrow keys. Shift and arrow keys resize it. The space bar selects it, Enter edits it."
      aria-pressed={isSelected}
      title="Drag, or use the arrow keys. Click to select, with Shift several"
      className={cn(
        "widget-handle -ml-2 size-6 cursor-grab touch-none active:cursor-grabbing",
        isSelected && "bg-accent text-accent-ink hover:bg-accent-hover hover:text-accent-ink",
      )}
      onKeyDown={onKeyDown}
      onPointerDown={({ clientX, clientY }) => {
        pressedAt.current = { x: clientX, y: clientY };
      }}
      onClick={onClick}
    >
      {isSelected ? <Check aria-hidden /> : <GripVertical aria-hidden />}
    </Button>
  );
}
