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

/** Across the direction in which the marks follow each other: up and down between standing bars. */
const ACROSS = { standing: ["ArrowUp", "ArrowDown"], lying: ["ArrowLeft", "ArrowRight"] } as const;

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * The marks of a chart for the keyboard: one stop of the Tab key, arrows from mark to mark, Enter chooses, and
 * arrows with Shift mark a period for Enter to zoom into. The pointer goes through to the drawing.
 */
export function MarkLayer({ title, marks, chosen, onSelect, onZoom }: MarkLayerProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  /** Key of the part of the current mark that has the focus. */
  const [part, setPart] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<number | null>(null);
  const current = Math.min(active, marks.length - 1);

  function go(to: number, marksPeriod: boolean) {
    const next = Math.max(0, Math.min(to, marks.length - 1));
    setAnchor(marksPeriod ? (anchor ?? current) : null);
    setActive(next);
    setPart(null);
    focus(marks[next]?.key);
  }
  const focus = (key: string | undefined) =>
    list.current?.querySelector<HTMLElement>(`[data-mark="${key}"]`)?.focus();

  /** From the whole category into its bars and back; false where there is nothing to go into. */
  function goInto(step: number): boolean {
    const stops = [null, ...(marks[current]?.parts ?? []).map(({ key }) => key)];
    const next = stops[stops.indexOf(part) + step];
    if (stops.length === 1) return false;
    if (next === undefined) return true;
    setPart(next);
    focus(next ?? marks[current]?.key);
    return true;
  }
  const isLying = marks.length > 1 && marks[0]?.box.left === marks[1]?.box.left;
  const isAcross = (key: string) => ACROSS[isLying ? "lying" : "standing"].some((other) => other === key);

  function press(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (step !== undefined && isAcross(event.key) && !event.shiftKey && goInto(step)) setAnchor(null);
    else if (step !== undefined) go(current + step, event.shiftKey && onZoom !== undefined);
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
  const hasParts = marks.some((mark) => mark.parts);
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
        {keysOf(onSelect !== undefined, onZoom !== undefined, hasParts)}
      </p>
      {anchor !== null && from && to ? <ZoomBand from={from} to={to} /> : null}
      {marks.flatMap((mark, index) =>
        [mark, ...(mark.parts ?? [])].map((stop) => {
          const key = stop === mark ? null : stop.key;
          return (
            <button
              key={stop.key}
              type="button"
              data-mark={stop.key}
              tabIndex={index === current && key === part ? 0 : -1}
              aria-label={stop.name}
              aria-pressed={onSelect ? stop === chosen : undefined}
              onFocus={() => {
                setActive(index);
                setPart(key);
              }}
              onClick={() => choose(stop)}
              className="pointer-events-none absolute rounded-sm focus-visible:outline-2 focus-visible:outline-accent"
              style={stop.box}
            />
          );
        }),
      )}
    </div>
  );
}

function keysOf(selects: boolean, zooms: boolean, hasParts: boolean): string {
  const parts = ["Arrows go from part to part."];
  if (hasParts) parts.push("Arrows across them go into the bars of one.");
  if (selects) parts.push("Enter chooses one.");
  if (zooms) parts.push("Arrows with Shift mark a period, Enter zooms into it.");
  return parts.join(" ");
}
