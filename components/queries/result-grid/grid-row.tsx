"use client";

import type { VirtualItem } from "@tanstack/react-virtual";
import { memo } from "react";
import type { Cell } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";
import { cellText, type Place, type ShownColumn } from "./shown-columns";
import { ROW_PX } from "./use-grid-window";

type GridRowProps = {
  index: number;
  /** Pixels from the first row. */
  top: number;
  cells: readonly Cell[];
  columns: readonly ShownColumn[];
  virtualColumns: readonly VirtualItem[];
  width: number;
  gutter: number;
  place: Place;
  idPrefix: string;
  /** The column the keyboard is at, when it is in this row. */
  active: number | null;
  /** First and last selected column; null when nothing of this row is. */
  selectedFrom: number | null;
  selectedTo: number;
};

/** Scrolling draws the rows that come into sight; those that stay are left alone. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, top, cells, columns, virtualColumns, width, gutter, place, idPrefix } = props;
  const { active, selectedFrom, selectedTo } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="absolute top-0 left-0 border-b hover:bg-sunken/60"
      style={{ width, height: ROW_PX, transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className="sticky left-0 z-10 flex h-full items-center justify-end border-r bg-sunken px-2 text-xs text-ink-3 tabular-nums"
        style={{ width: gutter }}
      >
        {index + 1}
      </div>
      {virtualColumns.map((item) => {
        const column = columns[item.index];
        if (!column) return null;
        const cell = cells[item.index] ?? null;
        const isSelected = selectedFrom !== null && item.index >= selectedFrom && item.index <= selectedTo;
        return (
          <div
            key={item.index}
            id={`${idPrefix}-${index}-${item.index}`}
            role="gridcell"
            aria-colindex={item.index + 2}
            aria-selected={isSelected}
            data-row={index}
            data-column={item.index}
            className={cn(
              "absolute top-0 truncate border-r px-2 leading-[27px] text-ink",
              column.align === "right" && "text-right tabular-nums",
              isSelected && "group-focus-within/grid:bg-accent-soft",
              active === item.index &&
                "group-focus/grid:outline-2 group-focus/grid:-outline-offset-2 group-focus/grid:outline-accent",
            )}
            style={{ left: item.start, width: item.size, height: ROW_PX }}
          >
            {cell === null ? (
              <span className="text-xs tracking-wide text-ink-3 italic">NULL</span>
            ) : (
              cellText(cell, column, place)
            )}
          </div>
        );
      })}
    </div>
  );
});
