"use client";

import { useId, useMemo, useRef, useState, useTransition } from "react";
import type { Cell, ResultColumn } from "@/lib/charts/types";
import { formatNumber } from "@/lib/format/value";
import { cn } from "@/lib/utils/cn";
import { CellPopover } from "./cell-popover";
import { GridHeader } from "./grid-header";
import { GridRow } from "./grid-row";
import { AT_START, areaOf, type GridPlace } from "./grid-selection";
import { fittingWidth, type Place, showColumns } from "./shown-columns";
import { nextOrder, type SortOrder, sortRows } from "./sort-order";
import { type Area, toTsv } from "./to-tsv";
import { useGridKeys } from "./use-grid-keys";
import { HEAD_PX, ROW_PX, useGridWindow } from "./use-grid-window";
import { placeUnder, useGridPointer } from "./use-grid-pointer";

type ResultGridProps = {
  columns: readonly ResultColumn[];
  rows: Cell[][];
  place: Place;
  /** Names the grid for screen readers. */
  label: string;
};

/**
 * Any number of rows and columns, of which only those in sight are drawn. Arrow keys move, Shift selects, Ctrl+C
 * copies, Enter shows a cell whole, a click on a head sorts. Give it a `key` for each result.
 */
export function ResultGrid({ columns, rows, place, label }: ResultGridProps) {
  const id = useId();
  const gridRef = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => showColumns(columns, rows), [columns, rows]);
  const [order, setOrder] = useState<SortOrder | null>(null);
  const [isSorting, startSorting] = useTransition();
  const sorted = useMemo(() => {
    const type = order === null ? undefined : shown[order.column]?.type;
    return order && type ? sortRows(rows, type, order) : rows;
  }, [rows, shown, order]);
  const [widths, setWidths] = useState(() =>
    shown.map((column, index) => fittingWidth(column, rows, index, place)),
  );
  const [selection, setSelection] = useState(AT_START);
  const [opened, setOpened] = useState<GridPlace | null>(null);
  const [said, setSaid] = useState("");

  const view = useGridWindow(gridRef, { rows: rows.length, widths });
  const area = areaOf(selection);
  const { active } = selection;
  const cellId = ({ row, column }: GridPlace) => `${id}-${row}-${column}`;

  function sort(column: number) {
    startSorting(() => setOrder(nextOrder(order, column, shown[column]?.type ?? "text")));
  }
  function resize(column: number, width: number | "fit") {
    const found = shown[column];
    if (!found) return;
    const next = width === "fit" ? fittingWidth(found, sorted, column, place) : width;
    setWidths((before) => before.map((old, index) => (index === column ? next : old)));
  }
  const onKeyDown = useGridKeys({
    selection,
    size: { rows: rows.length, columns: shown.length, page: view.page },
    onSelect: (next) => {
      setSelection(next);
      view.reveal(next.active);
    },
    onSort: sort,
    onOpen: setOpened,
    onResize: (column, step) => resize(column, Math.max(40, (widths[column] ?? 0) + step)),
  });
  const pointer = useGridPointer({ active, onSelect: setSelection, onOpen: setOpened });

  return (
    <>
      <div
        ref={gridRef}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-busy={isSorting || undefined}
        aria-rowcount={rows.length + 1}
        aria-colcount={shown.length + 1}
        aria-multiselectable
        aria-activedescendant={view.isDrawn(active) ? cellId(active) : undefined}
        onKeyDown={onKeyDown}
        // What is selected elsewhere, in the editor for one, would be copied instead of the cells.
        onFocus={() => window.getSelection()?.removeAllRanges()}
        onCopy={(event) => {
          if (active.row < 0) return;
          event.preventDefault();
          event.clipboardData.setData("text/plain", toTsv(sorted, area));
          setSaid(copiedWords(area, place.locale));
        }}
        {...pointer}
        style={{ height: Math.min(rows.length, 16) * ROW_PX + HEAD_PX + 14 }}
        className={cn(
          "group/grid relative max-h-[70vh] min-h-24 resize-y overflow-auto overscroll-x-contain text-13 select-none focus-visible:-outline-offset-2",
          isSorting && "opacity-60",
        )}
      >
        <GridHeader
          columns={shown}
          virtualColumns={view.columns}
          width={view.width}
          gutter={view.gutter}
          order={order}
          active={active.row === -1 ? active.column : null}
          cellId={cellId}
          onSort={sort}
          onResize={resize}
        />
        <div role="rowgroup" className="relative" style={{ height: view.height, width: view.width }}>
          {view.rows.map((row) => (
            <GridRow
              key={row.index}
              index={row.index}
              top={row.start - HEAD_PX}
              cells={sorted[row.index] ?? []}
              columns={shown}
              virtualColumns={view.columns}
              width={view.width}
              gutter={view.gutter}
              place={place}
              idPrefix={id}
              active={active.row === row.index ? active.column : null}
              {...selectedIn(row.index, area, active)}
            />
          ))}
        </div>
      </div>
      <p role="status" className="min-h-5 px-1 pt-1 text-xs text-ink-3">
        {said || selectedWords(area, place.locale)}
      </p>
      {opened ? (
        <CellPopover
          key={cellId(opened)}
          anchor={() => placeUnder(gridRef.current, opened)}
          column={shown[opened.column]}
          cell={sorted[opened.row]?.[opened.column] ?? null}
          onClose={() => {
            setOpened(null);
            gridRef.current?.focus({ preventScroll: true });
          }}
        />
      ) : null}
    </>
  );
}

/** Rows without selected cells get the same answer always: they need not be drawn again. */
function selectedIn(row: number, { top, bottom, left, right }: Area, active: GridPlace) {
  return active.row >= 0 && row >= top && row <= bottom
    ? { selectedFrom: left, selectedTo: right }
    : { selectedFrom: null, selectedTo: -1 };
}

function sizeWords({ top, bottom, left, right }: Area, locale: string): string {
  const rows = formatNumber(bottom - top + 1, { locale });
  const columns = formatNumber(right - left + 1, { locale });
  return `${rows} × ${columns} cells`;
}

const isOneCell = ({ top, bottom, left, right }: Area) => top === bottom && left === right;
const copiedWords = (area: Area, locale: string) =>
  isOneCell(area) ? "Copied the cell." : `Copied ${sizeWords(area, locale)}.`;
const selectedWords = (area: Area, locale: string) =>
  isOneCell(area) ? "" : `${sizeWords(area, locale)} selected. Ctrl or ⌘ with C copies them.`;
