import type { KeyboardEvent } from "react";
import { type GridPlace, type GridSelection, type GridSize, moveSelection } from "./grid-selection";

type GridKeysOptions = {
  selection: GridSelection;
  size: GridSize;
  onSelect: (selection: GridSelection) => void;
  onSort: (column: number) => void;
  /** Shows a cell whole. */
  onOpen: (place: GridPlace) => void;
  /** Pixels, negative for narrower. */
  onResize: (column: number, step: number) => void;
};

const RESIZE_PX = 16;

/** What the keyboard does in a grid: move and select, sort a head, open a cell, Alt with an arrow resizes. */
export function useGridKeys(options: GridKeysOptions) {
  const { selection, size, onSelect, onSort, onOpen, onResize } = options;
  const { active } = selection;
  return (event: KeyboardEvent) => {
    const { key, altKey, shiftKey } = event;
    if (altKey) {
      if (key !== "ArrowLeft" && key !== "ArrowRight") return;
      event.preventDefault();
      onResize(active.column, key === "ArrowLeft" ? -RESIZE_PX : RESIZE_PX);
      return;
    }
    if (key === "Enter" || key === " ") {
      event.preventDefault();
      if (active.row < 0) onSort(active.column);
      else onOpen(active);
      return;
    }
    const next = moveSelection(
      selection,
      { key, shift: shiftKey, ctrl: event.ctrlKey || event.metaKey },
      size,
    );
    if (!next) return;
    event.preventDefault();
    onSelect(next);
  };
}
