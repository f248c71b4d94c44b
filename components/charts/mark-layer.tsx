"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { ChartInteraction } from "@/components/charts/interaction";
import type { Mark } from "@/components/charts/marks";
import { ZoomBand } from "@/components/charts/selection-veil";

type MarkLayerProps = {
  title: string;
  marks: Mark[];
  chosen: Mark | null;
  onSelect: ChartInteraction["onSelect"];
  onZoom: ((first: number, last: number) => void) | undefined;
};

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * The marks of a chart for the keyboard: one stop of the Tab key, arrows from mark to mark, Enter chooses, and
 * arrows with Shift mark a period for Enter to zoom into. The pointer goes through to the drawing.
 */
export function MarkLayer({ title, marks, chosen, onSelect, onZoom }: MarkLayerProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [anchor, setAnchor] = useState<number | null>(null);
  const current = Math.min(active, marks.length - 1);

  function go(to: number, marksPeriod: boolean) {
    const next = Math.max(0, Math.min(to, marks.length - 1));
    setAnchor(marksPeriod ? (anchor ?? current) : null);
    setActive(next);
    list.current?.querySelectorAll("button")[next]?.focus();
  }
  function press(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (step !== undefined) go(current + step, event.shiftKey && onZoom !== undefined);
    else if (event.key === "Home") go(0, false);
    else if (event.key === "End") go(marks.length - 1, false);
    else if (event.key === "Escape" && anchor !== null) setAnchor(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function choose(mark: Mark) {
    if (anchor !== null && anchor !== current && onZoom) {
      onZoom(anchor, current);
      setAnchor(null);
    } else if (mark.selection) onSelect?.(mark.selection);
  }

  const [from, to] = [marks[anchor ?? current], marks[current]];
  return (
    <div
      ref={list}
      role="group"
      aria-label={`Parts of ${title || "this chart"}`}
      aria-describedby={`${id}-keys`}
      className="pointer-events-none"
      onKeyDown={press}
    >
      <p id={`${id}-keys`} hidden>
        {keysOf(onSelect !== undefined, onZoom !== undefined)}
      </p>
      {anchor !== null && from && to ? <ZoomBand from={from} to={to} /> : null}
      {marks.map((mark, index) => (
        <button
          key={mark.key}
          type="button"
          tabIndex={index === current ? 0 : -1}
          aria-label={mark.name}
          aria-pressed={onSelect ? mark === chosen : undefined}
          onFocus={() => setActive(index)}
          onClick={() => choose(mark)}
          className="pointer-events-none absolute rounded-sm focus-visible:outline-2 focus-visible:outline-accent"
          style={mark.box}
        />
      ))}
    </div>
  );
}

function keysOf(selects: boolean, zooms: boolean): string {
  const parts = ["Arrows go from part to part."];
  if (selects) parts.push("Enter chooses one.");
  if (zooms) parts.push("Arrows with Shift mark a period, Enter zooms into it.");
  return parts.join(" ");
}
