"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useRef } from "react";
import { widthStyle } from "@/components/charts/table-cell";
import type { SortOrder } from "@/lib/charts/sort-rows";
import type { TableColumn } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";

/** Pixels: the least a column can be read in, and one press of an arrow key. */
export const MIN_WIDTH = 48;
const MAX_WIDTH = 800;
const KEY_STEP = 16;

type HeadCellProps = {
  column: TableColumn;
  width: number | undefined;
  /** Stays in sight when the table is moved sideways. */
  isPinned?: boolean;
  orders: readonly SortOrder[];
  /** `adding` keeps what the rows are already sorted by. */
  onSort: (adding: boolean) => void;
  /** `undefined` gives the column the width of its content again. */
  onResize: (width: number | undefined) => void;
};

export function HeadCell({ column, width, isPinned = false, orders, onSort, onResize }: HeadCellProps) {
  const place = orders.findIndex((order) => order.key === column.key);
  const sorted = orders[place];
  const Arrow = sorted?.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted.descending ? "descending" : "ascending") : undefined}
      className={cn(
        "sticky top-0 border-b border-rule-strong bg-card p-0 font-medium text-ink-2",
        isPinned ? "left-0 z-20" : "z-10",
      )}
      style={widthStyle(width)}
    >
      <button
        type="button"
        onClick={(event) => onSort(event.shiftKey)}
        title="Sort. Hold Shift to sort by several columns."
        className={cn(
          "flex min-h-8 w-full items-center gap-1 px-2 py-1.5 whitespace-nowrap hover:text-ink focus-visible:-outline-offset-2",
          column.align === "right" ? "flex-row-reverse text-right" : "text-left",
        )}
      >
        <span className={cn(width !== undefined && "min-w-0 truncate")}>{column.name}</span>
        <Arrow aria-hidden className={cn("size-3 shrink-0", !sorted && "invisible")} />
        {sorted && orders.length > 1 && <span className="text-[0.7rem] tabular-nums">{place + 1}</span>}
      </button>
      <ResizeHandle column={column} width={width} onResize={onResize} />
    </th>
  );
}

type ResizeHandleProps = Pick<HeadCellProps, "column" | "width" | "onResize">;

/** The right edge of a head: dragged, moved with the arrow keys, or given back by a double click or Home. */
function ResizeHandle({ column, width, onResize }: ResizeHandleProps) {
  const drag = useRef<{ x: number; width: number } | null>(null);
  const widthNow = (handle: Element) => handle.closest("th")?.getBoundingClientRect().width ?? MIN_WIDTH;
  const resize = (to: number) => onResize(Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, to))));
  return (
    // A separator that can be moved is a control of its own (ARIA 1.2, "separator").
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot stand at the side of a head
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${column.name}`}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      aria-valuenow={width ?? MIN_WIDTH}
      aria-valuetext={width === undefined ? "as wide as its content" : `${width} pixels`}
      tabIndex={0}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width: widthNow(event.currentTarget) };
      }}
      onPointerMove={(event) => {
        if (drag.current) resize(drag.current.width + event.clientX - drag.current.x);
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
      onDoubleClick={() => onResize(undefined)}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP }[event.key];
        if (step === undefined && event.key !== "Home") return;
        event.preventDefault();
        if (step === undefined) onResize(undefined);
        else resize((width ?? widthNow(event.currentTarget)) + step);
      }}
      className="absolute inset-y-0 right-0 w-2 cursor-col-resize touch-none border-r-2 border-transparent hover:border-accent focus-visible:border-accent focus-visible:outline-none"
    />
  );
}
