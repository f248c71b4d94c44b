"use client";

import { type RefObject, useRef, useState } from "react";
import { FigureNotices } from "@/components/charts/figure-notices";
import { PivotTable } from "@/components/charts/pivot-table";
import type { ChartInteraction } from "@/components/charts/interaction";
import { RowGap } from "@/components/charts/row-gap";
import { BodyCell, cellAlignment } from "@/components/charts/table-cell";
import { type PageOfRows, TableFoot, TableLegend } from "@/components/charts/table-foot";
import { HeadCell } from "@/components/charts/table-head";
import { useCellChoices } from "@/components/charts/use-cell-choices";
import { useRowWindow } from "@/components/charts/use-row-window";
import { useTableView } from "@/components/charts/use-table-view";
import { selectionOfCell } from "@/lib/charts/selection";
import { nextOrders, sortRows } from "@/lib/charts/sort-rows";
import type { TableView } from "@/lib/charts/table-view";
import type { TableCell, TableColumn, TableModel } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";

type DataTableProps = {
  model: TableModel;
  /** Rows of one page; of a long page, those near the reader are drawn. */
  pageSize?: number;
  className?: string;
} & Pick<ChartInteraction, "onSelect" | "selected">;

/** Any prepared table: rows to be sorted and paged, or a pivot whose groups open and close. */
export function DataTable({ model, pageSize = 500, className, onSelect, selected }: DataTableProps) {
  if (model.empty) return <p className="py-6 text-center text-13 text-ink-3">No data in this period</p>;
  if (model.outline) return <PivotTable {...{ model, className, onSelect, selected }} />;
  return (
    <FlatTable
      model={model}
      pageSize={pageSize}
      className={className}
      onSelect={onSelect}
      selected={selected}
    />
  );
}

type FlatTableProps = DataTableProps & { pageSize: number };

/**
 * Sticky head, figures to the right, sorted by a click on a head, totals at the foot. The
 * reader may sort by several columns, widen and hide them; that is kept for the session. Cells that name something can
 * be chosen.
 */
function FlatTable({ model, pageSize, className, onSelect, selected }: FlatTableProps) {
  const [view, setView] = useTableView(model);
  const [page, setPage] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const sorted = sortRows(model.rows, model.columns, view.orders);
  const rows = pageOf(sorted, page, pageSize);

  const isResized = Object.keys(view.widths).length > 0;
  return (
    <div className={cn("flex min-h-0 flex-col", className)}>
      <div
        ref={scroller}
        role="group"
        aria-label={model.title || "Table"}
        tabIndex={0}
        className="scroll-hint relative min-h-0 flex-1 overflow-auto"
      >
        <table className={cn("border-separate border-spacing-0 text-13", isResized ? "w-max" : "w-full")}>
          <caption className="sr-only">
            {model.summary}
            {onSelect && " Arrows go from name to name, Enter chooses one."}
          </caption>
          <thead>
            <tr>
              {shownPlaces(model, view).map(({ column }) => (
                <HeadCell
                  key={column.key}
                  column={column}
                  width={view.widths[column.key]}
                  orders={view.orders}
                  onSort={(adding) => {
                    setView({ ...view, orders: nextOrders(view.orders, column, adding) });
                    setPage(0);
                  }}
                  onResize={(width) =>
                    setView({ ...view, widths: withWidth(view.widths, column.key, width) })
                  }
                />
              ))}
            </tr>
          </thead>
          <TableRows
            key={rows.page}
            rows={sorted}
            page={rows}
            model={model}
            view={view}
            scroller={scroller}
            onSelect={onSelect}
            selected={selected}
          />
          {model.totals && <Totals totals={model.totals} model={model} view={view} />}
        </table>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-4">
        <TableLegend columns={shownPlaces(model, view).map(({ column }) => column)} />
        <TableFoot rows={rows} onPage={setPage} columns={model.columns} view={view} onView={setView} />
      </div>
      <FigureNotices notices={model.notices} />
    </div>
  );
}

/** A new result may have fewer pages than the one being read. */
function pageOf(rows: readonly unknown[], page: number, size: number): PageOfRows {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const shown = Math.min(page, pages - 1);
  const last = Math.min(rows.length, (shown + 1) * size);
  return { page: shown, pages, first: shown * size + 1, last, all: rows.length };
}

type Place = { column: TableColumn; index: number };

/** The columns in sight, and where their cells stand in a row. At least one stays, whatever was hidden. */
function shownPlaces({ columns }: TableModel, { hidden }: TableView): Place[] {
  const all = columns.map((column, index) => ({ column, index }));
  const shown = all.filter(({ column }) => !hidden.includes(column.key));
  return shown.length > 0 ? shown : all;
}

function withWidth(widths: TableView["widths"], key: string, width: number | undefined): TableView["widths"] {
  const { [key]: _, ...others } = widths;
  return width === undefined ? others : { ...others, [key]: width };
}

type TableRowsProps = {
  rows: readonly TableCell[][];
  page: PageOfRows;
  model: TableModel;
  view: TableView;
  scroller: RefObject<HTMLDivElement | null>;
} & Pick<ChartInteraction, "onSelect" | "selected">;

function TableRows({ rows, page, model, view, scroller, onSelect, selected }: TableRowsProps) {
  const shown = useRowWindow(page.last - page.first + 1, scroller);
  const places = shownPlaces(model, view);
  const choices = useCellChoices({
    rows: shown.rows,
    keys: places.flatMap(({ column }) => (column.column === undefined ? [] : [column.key])),
    selected,
    onSelect,
  });
  return (
    <tbody onKeyDown={choices.onKeyDown}>
      {shown.before > 0 && <RowGap height={shown.before} />}
      {shown.rows.map((index) => {
        const cells = rows[page.first - 1 + index];
        return (
          <tr key={index} ref={shown.measure} data-index={index} className="hover:bg-sunken/60">
            {places.map(({ column, index: place }) => {
              const cell = cells?.[place];
              const room = { column, width: view.widths[column.key] };
              return cell ? (
                <BodyCell
                  key={column.key}
                  cell={cell}
                  room={room}
                  choice={choices.choiceOf(index, column.key, selectionOfCell(column, cell))}
                />
              ) : (
                <td key={column.key} />
              );
            })}
          </tr>
        );
      })}
      {shown.after > 0 && <RowGap height={shown.after} />}
    </tbody>
  );
}

type TotalsProps = { totals: (TableCell | null)[]; model: TableModel; view: TableView };

function Totals({ totals, model, view }: TotalsProps) {
  return (
    <tfoot>
      <tr>
        {shownPlaces(model, view).map(({ column, index }, place) => {
          const total = totals[index];
          const className = cn(
            "sticky bottom-0 border-t border-rule-strong bg-card px-2 py-1.5 font-semibold text-ink",
            cellAlignment(column),
          );
          return place === 0 && column.type !== "number" ? (
            <th key={column.key} scope="row" className={className}>
              Total
            </th>
          ) : (
            <td key={column.key} className={className}>
              {total?.text}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
