"use client";

import { Columns3 } from "lucide-react";
import { INK } from "@/components/charts/table-cell";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { TableView } from "@/lib/charts/table-view";
import type { TableColumn } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";

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
  if (pages === 1 && columns.length < 4 && !isArranged) return null;
  return (
    <div
      className="mt-1.5 flex grow flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3"
      data-print="hide"
    >
      <span aria-live="polite" className="mr-auto">
        {pages > 1 && `Rows ${rows.first}–${rows.last} of ${rows.all}`}
      </span>
      <ColumnsMenu columns={columns} view={view} onView={onView} isArranged={isArranged} />
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

type ColumnsMenuProps = Pick<TableFootProps, "columns" | "view" | "onView"> & { isArranged: boolean };

function ColumnsMenu({ columns, view, onView, isArranged }: ColumnsMenuProps) {
  const shown = columns.filter((column) => !view.hidden.includes(column.key));
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className={BUTTON}>
        <Columns3 aria-hidden className="size-3.5" />
        {shown.length === columns.length ? "Columns" : `${shown.length} of ${columns.length} columns`}
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {columns.map((column) => (
          <DropdownMenuCheckboxItem
            key={column.key}
            checked={shown.includes(column)}
            // A table of no columns would have no way back.
            disabled={shown.length === 1 && shown[0] === column}
            // The menu stays open: several columns are hidden at once.
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(checked) =>
              onView({
                ...view,
                hidden: checked
                  ? view.hidden.filter((key) => key !== column.key)
                  : [...view.hidden, column.key],
              })
            }
          >
            {column.name}
          </DropdownMenuCheckboxItem>
        ))}
        {isArranged && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem onSelect={() => onView({ ...view, hidden: [], widths: {} })}>
              Show all, in their own width
            </DropdownMenuItem>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
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
