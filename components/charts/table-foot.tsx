"use client";

import { Columns3 } from "lucide-react";
import { INK } from "@/components/charts/table-cell";
import { openedOnDemand } from "@/components/ui/opened-on-demand";
import type { TableView } from "@/lib/charts/table-view";
import type { TableColumn } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";

const ColumnsMenu = openedOnDemand("menu", async () => (await import("./columns-menu")).ColumnsMenu);

const BUTTON =
  "inline-flex min-h-6 items-center gap-1 rounded-md px-2 text-ink-2 hover:bg-sunken hover:text-ink disabled:pointer-events-none disabled:opacity-40";

export type PageOfRows = { page: number; pages: number; first: number; last: number; all: number };

type TableFootProps = {
  rows: PageOfRows;
  onPage: (page: number) => void;
  columns: readonly TableColumn[];
  view: TableView;
  onView: (view: TableView) => void;
};

/** Where one is in a long table, and which columns are shown. */
export function TableFoot({ rows, onPage, columns, view, onView }: TableFootProps) {
  const isArranged = view.hidden.length > 0 || Object.keys(view.widths).length > 0;
  const { page, pages } = rows;
  const shownCount = columns.filter(({ key }) => !view.hidden.includes(key)).length;
  if (pages === 1 && columns.length < 4 && !isArranged) return null;
  return (
    <div
      className="mt-1.5 flex grow flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3"
      data-print="hide"
    >
      <span aria-live="polite" className="mr-auto">
        {pages > 1 && `Rows ${rows.first}–${rows.last} of ${rows.all}`}
      </span>
      <ColumnsMenu
        columns={columns}
        view={view}
        onView={onView}
        isArranged={isArranged}
        trigger={
          <button type="button" className={BUTTON}>
            <Columns3 aria-hidden className="size-3.5" />
            {shownCount === columns.length ? "Columns" : `${shownCount} of ${columns.length} columns`}
          </button>
        }
      />
      {pages > 1 && (
        <nav aria-label="Pages of the table" className="flex gap-1">
          <button type="button" className={BUTTON} disabled={page === 0} onClick={() => onPage(page - 1)}>
            Previous
          </button>
          <button
            type="button"
            className={BUTTON}
            disabled={page === pages - 1}
            onClick={() => onPage(page + 1)}
          >
            Next
          </button>
        </nav>
      )}
    </div>
  );
}

/** What the marks mean: colour and sign are said in words once. */
export function TableLegend({ columns }: { columns: readonly TableColumn[] }) {
  const marked = columns.filter((column) => column.legend);
  if (marked.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-ink-2">
      {marked.map((column) => (
        <li key={column.key} className="flex flex-wrap gap-x-2">
          <span className="text-ink-3">{column.name}:</span>
          {column.legend?.map((entry) => (
            <span key={`${entry.mark} ${entry.text}`}>
              <span className={cn("font-semibold", INK[entry.tone])}>{entry.mark}</span> {entry.text}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
