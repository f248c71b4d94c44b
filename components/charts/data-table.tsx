"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { FigureNotices } from "@/components/charts/figure-notices";
import { type SortOrder, sortRows } from "@/lib/charts/sort-rows";
import type { TableCell, TableColumn, TableModel } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";

type DataTableProps = {
  model: TableModel;
  /** Rows drawn at once; more are a page away. */
  pageSize?: number;
  className?: string;
};

/** A prepared table: sticky head, figures to the right, sorted by a click on a head, totals at the foot. */
export function DataTable({ model, pageSize = 100, className }: DataTableProps) {
  const [order, setOrder] = useState<SortOrder | null>(null);
  const [page, setPage] = useState(0);
  const sorted = sortRows(model.rows, model.columns, order);
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize));
  // A new result may have fewer pages than the one being read.
  const shownPage = Math.min(page, pages - 1);
  const rows = sorted.slice(shownPage * pageSize, (shownPage + 1) * pageSize);

  if (model.empty) return <p className="py-6 text-center text-13 text-ink-3">No data in this period</p>;
  return (
    <div className={cn("flex min-h-0 flex-col", className)}>
      <div
        role="group"
        aria-label={model.title || "Table"}
        tabIndex={0}
        className="scroll-hint relative min-h-0 flex-1 overflow-auto"
      >
        <table className="w-full border-separate border-spacing-0 text-13">
          <caption className="sr-only">{model.summary}</caption>
          <thead>
            <tr>
              {model.columns.map((column) => (
                <HeadCell
                  key={column.key}
                  column={column}
                  order={order}
                  onSort={() => {
                    setOrder(nextOrder(order, column));
                    setPage(0);
                  }}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, index) => (
              <tr key={shownPage * pageSize + index} className="hover:bg-sunken/60">
                {cells.map((cell, place) => (
                  <BodyCell key={model.columns[place]?.key} cell={cell} column={model.columns[place]} />
                ))}
              </tr>
            ))}
          </tbody>
          {model.totals && <Totals totals={model.totals} columns={model.columns} />}
        </table>
      </div>
      {pages > 1 && (
        <Pages
          page={shownPage}
          pages={pages}
          rows={{
            first: shownPage * pageSize + 1,
            last: shownPage * pageSize + rows.length,
            all: sorted.length,
          }}
          onPage={setPage}
        />
      )}
      <FigureNotices notices={model.notices} />
    </div>
  );
}

/** Figures are first wanted largest first, words from A; a third click brings back the order of the query. */
function nextOrder(order: SortOrder | null, column: TableColumn): SortOrder | null {
  const startsDescending = column.type === "number";
  if (order?.key !== column.key) return { key: column.key, descending: startsDescending };
  return order.descending === startsDescending ? { key: column.key, descending: !startsDescending } : null;
}

type HeadCellProps = { column: TableColumn; order: SortOrder | null; onSort: () => void };

function HeadCell({ column, order, onSort }: HeadCellProps) {
  const sorted = order?.key === column.key ? order : null;
  const Arrow = sorted?.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted.descending ? "descending" : "ascending") : undefined}
      className="sticky top-0 z-10 border-b border-rule-strong bg-card p-0 font-medium text-ink-2"
    >
      <button
        type="button"
        onClick={onSort}
        className={cn(
          "flex min-h-8 w-full items-center gap-1 px-2 py-1.5 whitespace-nowrap hover:text-ink focus-visible:-outline-offset-2",
          column.align === "right" ? "flex-row-reverse text-right" : "text-left",
        )}
      >
        {column.name}
        <Arrow aria-hidden className={cn("size-3 shrink-0", !sorted && "invisible")} />
      </button>
    </th>
  );
}

function BodyCell({ cell, column }: { cell: TableCell; column: TableColumn | undefined }) {
  const isFigure = column?.align === "right";
  const words =
    column?.type === "text" ? "max-w-96 text-left wrap-break-word" : "text-left whitespace-nowrap";
  return (
    <td
      className={cn(
        "border-b border-rule px-2 py-1.5 align-top text-ink",
        isFigure ? "text-right whitespace-nowrap tabular-nums" : words,
        cell.raw === null && "text-ink-3",
      )}
    >
      {cell.text}
    </td>
  );
}

function Totals({ totals, columns }: { totals: (TableCell | null)[]; columns: TableColumn[] }) {
  return (
    <tfoot>
      <tr>
        {totals.map((total, place) => {
          const column = columns[place];
          const className = cn(
            "sticky bottom-0 border-t border-rule-strong bg-card px-2 py-1.5 font-semibold text-ink",
            column?.align === "right" ? "text-right whitespace-nowrap tabular-nums" : "text-left",
          );
          return place === 0 && !total ? (
            <th key={column?.key} scope="row" className={className}>
              Total
            </th>
          ) : (
            <td key={column?.key} className={className}>
              {total?.text}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

type PagesProps = {
  page: number;
  pages: number;
  rows: { first: number; last: number; all: number };
  onPage: (page: number) => void;
};

function Pages({ page, pages, rows, onPage }: PagesProps) {
  const button =
    "min-h-6 rounded-md px-2 text-ink-2 hover:bg-sunken hover:text-ink disabled:pointer-events-none disabled:opacity-40";
  return (
    <nav
      aria-label="Pages of the table"
      className="mt-2 flex items-center justify-between text-xs text-ink-3"
    >
      <span aria-live="polite">
        Rows {rows.first}–{rows.last} of {rows.all}
      </span>
      <span className="flex gap-1">
        <button type="button" className={button} disabled={page === 0} onClick={() => onPage(page - 1)}>
          Previous
        </button>
        <button
          type="button"
          className={button}
          disabled={page === pages - 1}
          onClick={() => onPage(page + 1)}
        >
          Next
        </button>
      </span>
    </nav>
  );
}
