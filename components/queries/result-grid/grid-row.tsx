"use client";

import type { VirtualItem } from "@tanstack/react-virtual";
import { memo } from "react";
import type { Cell } from "@/lib/charts/types";
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
        return column ? (
          <GridCell
            key={item.index}
            id={`${idPrefix}-${index}-${item.index}`}
            row={index}
            index={item.index}
            left={item.start}
            width={item.size}
            cell={cells[item.index] ?? null}
            column={column}
            place={place}
            isSelected={selectedFrom !== null && item.index >= selectedFrom && item.index <= selectedTo}
            isActive={active === item.index}
          />
        ) : null;
      })}
    </div>
  );
});

type GridCellProps = {
  id: string;
  row: number;
  index: number;
  /** Pixels. */
  left: number;
  width: number;
  cell: Cell;
  column: ShownColumn;
  place: Place;
  isSelected: boolean;
  isActive: boolean;
};

// Put together by hand: hundreds of these are drawn while one frame passes.
const CELL = "absolute top-0 truncate border-r px-2 leading-[27px] text-ink";
const RIGHT = " text-right tabular-nums";
const SELECTED = " group-focus-within/grid:bg-accent-soft";
const ACTIVE =
  " group-focus/grid:outline-2 group-focus/grid:-outline-offset-2 group-focus/grid:outline-accent";

const GridCell = memo(function GridCell(props: GridCellProps) {
  const { id, row, index, left, width, cell, column, place, isSelected, isActive } = props;
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={index + 2}
      aria-selected={isSelected}
      data-row={row}
      data-column={index}
      className={
        CELL +
        (column.align === "right" ? RIGHT : "") +
        (isSelected ? SELECTED : "") +
        (isActive ? ACTIVE : "")
      }
      style={{ left, width, height: ROW_PX }}
    >
      {cell === null ? (
        <span className="text-xs tracking-wide text-ink-3 italic">NULL</span>
      ) : (
        cellText(cell, column, place)
      )}
    </div>
  );
});
