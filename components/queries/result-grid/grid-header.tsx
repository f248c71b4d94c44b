"use client";

import type { VirtualItem } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { PointerEvent } from "react";
import { cn } from "@/lib/utils/cn";
import type { GridPlace } from "./grid-selection";
import { MIN_WIDTH, type ShownColumn } from "./shown-columns";
import type { SortOrder } from "./sort-order";
import { HEAD_PX } from "./use-grid-window";

type GridHeaderProps = {
  columns: readonly ShownColumn[];
  virtualColumns: readonly VirtualItem[];
  width: number;
  gutter: number;
  order: SortOrder | null;
  /** The column whose head the keyboard is at. */
  active: number | null;
  cellId: (place: GridPlace) => string;
  onSort: (column: number) => void;
  onResize: (column: number, width: number | "fit") => void;
};

/** The heads: always in sight, one click sorts, the edge resizes. */
export function GridHeader({ columns, virtualColumns, width, gutter, ...props }: GridHeaderProps) {
  return (
    <div role="rowgroup" className="sticky top-0 z-20" style={{ width, height: HEAD_PX }}>
      <div
        role="row"
        aria-rowindex={1}
        className="relative h-full border-b border-rule-strong bg-sunken text-ink-2"
      >
        <div
          role="columnheader"
          aria-colindex={1}
          className="sticky left-0 z-10 h-full border-r bg-sunken"
          style={{ width: gutter }}
        >
          <span className="sr-only">Row</span>
        </div>
        {virtualColumns.map((item) => {
          const column = columns[item.index];
          return column ? <HeadCell key={item.index} column={column} item={item} {...props} /> : null;
        })}
      </div>
    </div>
  );
}

type HeadCellProps = Pick<GridHeaderProps, "order" | "active" | "cellId" | "onSort" | "onResize"> & {
  column: ShownColumn;
  item: VirtualItem;
};

function HeadCell({ column, item, order, active, cellId, onSort, onResize }: HeadCellProps) {
  const sorted = order?.column === item.index ? order : null;
  const Arrow = sorted?.descending ? ArrowDown : ArrowUp;
  return (
    // Its keys are the grid's: it is no stop of its own.
    <div
      id={cellId({ row: -1, column: item.index })}
      role="columnheader"
      aria-colindex={item.index + 2}
      aria-sort={sorted ? (sorted.descending ? "descending" : "ascending") : undefined}
      title={`${column.name} (${column.type})`}
      onClick={() => onSort(item.index)}
      className={cn(
        "absolute top-0 flex h-full cursor-pointer items-center gap-1 border-r px-2 font-medium hover:text-ink",
        column.align === "right" && "flex-row-reverse",
        active === item.index &&
          "group-focus-visible/grid:outline-2 group-focus-visible/grid:-outline-offset-2 group-focus-visible/grid:outline-accent",
      )}
      style={{ left: item.start, width: item.size }}
    >
      <span className="truncate">{column.name}</span>
      {sorted ? <Arrow aria-hidden className="size-3 shrink-0" /> : null}
      <ResizeEdge width={item.size} onResize={(next) => onResize(item.index, next)} />
    </div>
  );
}

/** Dragged; a double click fits the content. The keyboard has Alt with the arrows instead. */
function ResizeEdge({ width, onResize }: { width: number; onResize: (width: number | "fit") => void }) {
  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.stopPropagation();
    const edge = event.currentTarget;
    const startX = event.clientX;
    edge.setPointerCapture(event.pointerId);
    edge.onpointermove = (move) => onResize(Math.max(MIN_WIDTH, width + move.clientX - startX));
    edge.onlostpointercapture = () => {
      edge.onpointermove = null;
    };
  }
  return (
    <div
      aria-hidden
      onPointerDown={onPointerDown}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onResize("fit");
      }}
      className="absolute top-0 -right-1 z-10 h-full w-2.5 cursor-col-resize touch-none hover:bg-accent/25"
    />
  );
}
