"use client";

import { type PointerEvent, useRef, useState } from "react";
import type { ChartInteraction } from "@/components/charts/interaction";
import type { ChartMarks, Mark } from "@/components/charts/marks";

/** A hand that clicks moves a little. */
const DRAG_DISTANCE = 6;

type PointerChoice = {
  layout: ChartMarks;
  onSelect: ChartInteraction["onSelect"];
  /** Indices of the first and the last mark of a period. */
  onZoom: ((first: number, last: number) => void) | undefined;
};

/** The mark under the pointer, clicks that choose it, and drags that mark a period. */
export function usePointerChoice({ layout, onSelect, onZoom }: PointerChoice) {
  const start = useRef<{ x: number; mark: Mark } | null>(null);
  const [band, setBand] = useState<{ from: Mark; to: Mark } | null>(null);
  const [hovered, setHovered] = useState<Mark | null>(null);

  function markAt(event: PointerEvent): { x: number; mark: Mark | undefined } {
    const frame = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - frame.left;
    return { x, mark: layout.hit(x, event.clientY - frame.top) };
  }
  function drop() {
    start.current = null;
    setBand(null);
  }

  return {
    band,
    hovered,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        const { x, mark } = markAt(event);
        if (event.button === 0 && mark) start.current = { x, mark };
      },
      onPointerMove: (event: PointerEvent) => {
        const { x, mark } = markAt(event);
        setHovered(mark ?? null);
        const from = start.current;
        // A finger that moves scrolls the page; periods are dragged with a mouse or a pen.
        if (!from || !onZoom || !mark || event.pointerType === "touch") return;
        if (!band && Math.abs(x - from.x) < DRAG_DISTANCE) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setBand({ from: from.mark, to: mark });
      },
      onPointerUp: (event: PointerEvent) => {
        const from = start.current;
        const { x, mark } = markAt(event);
        const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
        const chosen = layout.hitPart?.(x, y) ?? mark;
        if (band && onZoom) {
          if (band.from !== band.to) onZoom(layout.marks.indexOf(band.from), layout.marks.indexOf(band.to));
        } else if (from && from.mark === mark && chosen?.selection) onSelect?.(chosen.selection);
        drop();
      },
      onPointerCancel: drop,
      onPointerLeave: () => setHovered(null),
    },
  };
}
