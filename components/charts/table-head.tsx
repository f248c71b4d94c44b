"use client";

import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
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
  /** Where a head stands for a value: its name chooses it, and the arrow beside it sorts. */
  choice?: HeadChoice | undefined;
};

export type HeadChoice = { isChosen: boolean; onChoose: () => void };

export function HeadCell(props: HeadCellProps) {
  const { column, width, isPinned = false, orders, onResize, choice } = props;
  const place = orders.findIndex((order) => order.key === column.key);
  const sorted = orders[place];
  const order = orders.length > 1 && sorted ? place + 1 : null;
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted.descending ? "descending" : "ascending") : undefined}
      className={cn(
        "sticky top-0 border-b border-rule-strong bg-card p-0 font-medium text-ink-2",
        isPinned ? "left-0 z-20" : "z-10",
        choice?.isChosen && "bg-accent-soft",
      )}
      style={widthStyle(width)}
    >
      {choice ? (
        <ChoosingHead {...props} choice={choice} sorted={sorted} order={order} />
      ) : (
        <SortingHead {...props} sorted={sorted} order={order} />
      )}
      <ResizeHandle column={column} width={width} onResize={onResize} />
    </th>
  );
}

type HeadProps = HeadCellProps & {
  sorted: SortOrder | undefined;
  /** Its place among several orders. */
  order: number | null;
};

const SORT_TITLE = "Sort. Hold Shift to sort by several columns.";

function SortingHead({ column, width, onSort, sorted, order }: HeadProps) {
  const Arrow = sorted?.descending ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={(event) => onSort(event.shiftKey)}
      title={SORT_TITLE}
      className={cn(
        "flex min-h-8 w-full items-center gap-1 px-2 py-1.5 whitespace-nowrap hover:text-ink focus-visible:-outline-offset-2",
        column.align === "right" ? "flex-row-reverse text-right" : "text-left",
      )}
    >
      <bdi className={cn(width !== undefined && "min-w-0 truncate")}>{column.name}</bdi>
      <Arrow aria-hidden className={cn("size-3 shrink-0", !sorted && "invisible")} />
      {order !== null && <span className="text-[0.7rem] tabular-nums">{order}</span>}
    </button>
  );
}

function ChoosingHead({ column, width, onSort, sorted, order, choice }: HeadProps & { choice: HeadChoice }) {
  const Arrow = !sorted ? ArrowUpDown : sorted.descending ? ArrowDown : ArrowUp;
  return (
    <div
      className={cn(
        "flex min-h-8 w-full items-center whitespace-nowrap",
        column.align === "right" ? "flex-row-reverse text-right" : "text-left",
      )}
    >
      <button
        type="button"
        aria-pressed={choice.isChosen}
        onClick={choice.onChoose}
        className={cn(
          "min-h-8 px-2 py-1.5 text-inherit hover:text-accent focus-visible:-outline-offset-2",
          column.align === "right" ? "pl-0.5" : "pr-0.5",
          width !== undefined && "min-w-0 truncate",
        )}
      >
        <bdi>{column.name}</bdi>
      </button>
      <button
        type="button"
        aria-label={`Sort by ${column.name}`}
        title={SORT_TITLE}
        onClick={(event) => onSort(event.shiftKey)}
        className="flex min-h-8 min-w-6 items-center justify-center gap-0.5 hover:text-ink focus-visible:-outline-offset-2"
      >
        <Arrow aria-hidden className={cn("size-3 shrink-0", !sorted && "text-ink-3")} />
        {order !== null && <span className="text-[0.7rem] tabular-nums">{order}</span>}
      </button>
    </div>
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
