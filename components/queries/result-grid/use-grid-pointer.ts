import { type PointerEvent, useRef } from "react";
import type { GridPlace, GridSelection } from "./grid-selection";

type GridPointerOptions = {
  active: GridPlace;
  onSelect: (update: (before: GridSelection) => GridSelection) => void;
  onOpen: (place: GridPlace) => void;
};

/** A press goes to a cell, dragging or Shift selects an area; a double click, or a second tap, opens the cell. */
export function useGridPointer({ active, onSelect, onOpen }: GridPointerOptions) {
  const isDragging = useRef(false);
  return {
    onPointerDown(event: PointerEvent) {
      const place = placeOf(event.target);
      if (!place || event.button !== 0) return;
      if (event.pointerType === "touch") return;
      isDragging.current = true;
      onSelect((before) => ({ active: place, anchor: event.shiftKey ? before.anchor : place }));
    },
    onPointerMove(event: PointerEvent) {
      if (!isDragging.current || event.buttons !== 1) return;
      const place = placeOf(event.target);
      if (place) onSelect((before) => (isSame(before.active, place) ? before : { ...before, active: place }));
    },
    onPointerUp(event: PointerEvent) {
      isDragging.current = false;
      const place = placeOf(event.target);
      // A finger that scrolled ends in pointercancel instead.
      if (event.pointerType !== "touch" || !place) return;
      if (isSame(place, active)) onOpen(place);
      else onSelect(() => ({ active: place, anchor: place }));
    },
    onDoubleClick(event: { target: EventTarget }) {
      const place = placeOf(event.target);
      if (place) onOpen(place);
    },
  };
}

const isSame = (a: GridPlace, b: GridPlace) => a.row === b.row && a.column === b.column;

function placeOf(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

/** Where a cell stands on the screen; the grid itself when the cell is not drawn. */
export function placeUnder(grid: HTMLElement | null, { row, column }: GridPlace): DOMRect {
  const cell = grid?.querySelector(`[data-row="${row}"][data-column="${column}"]`);
  return (cell ?? grid)?.getBoundingClientRect() ?? new DOMRect();
}
