"use client";

import { useRef, useState } from "react";
import type { ChartInteraction } from "@/components/charts/interaction";
import { FigureNotices } from "@/components/charts/figure-notices";
import { Bands } from "@/components/charts/pivot-bands";
import { PivotRow } from "@/components/charts/pivot-row";
import { cellAlignment } from "@/components/charts/table-cell";
import { RowGap } from "@/components/charts/row-gap";
import { type HeadChoice, HeadCell } from "@/components/charts/table-head";
import { useCellChoices } from "@/components/charts/use-cell-choices";
import { useRowWindow } from "@/components/charts/use-row-window";
import { useTableView } from "@/components/charts/use-table-view";
import { groupIndices, outlineRows } from "@/lib/charts/outline";
import { isSameSelection, selectionFrom } from "@/lib/charts/selection";
import { nextOrders } from "@/lib/charts/sort-rows";
import type { Condition, TableColumn, TableModel } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";

type PivotTableProps = { model: TableModel; className?: string | undefined } & Pick<
  ChartInteraction,
  "onSelect" | "selected"
>;

/**
 * A table with an outline: groups open and close, siblings sort among themselves, bands stand over their columns. Its
 * headings and cells can be chosen.
 */
export function PivotTable({ model, className, onSelect, selected }: PivotTableProps) {
  const [view, setView] = useTableView(model);
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const rows = outlineRows(model, closed, view.orders);
  const shown = useRowWindow(rows.length, scroller);
  const columns = [headingColumn(model), ...valueColumns(model)];
  const choices = useCellChoices({
    rows: shown.rows,
    keys: columns.filter((column, place) => place === 0 || column.stands).map(({ key }) => key),
    selected,
    onSelect,
  });
  const headChoice = (stands: readonly Condition[] = []): HeadChoice | undefined => {
    const selection = selectionFrom(stands);
    if (!onSelect || !selection) return undefined;
    return {
      isChosen: Boolean(selected && isSameSelection(selected, selection)),
      onChoose: () => onSelect(selection),
    };
  };
  const toggle = (index: number) => {
    const next = new Set(closed);
    if (!next.delete(index)) next.add(index);
    setClosed(next);
  };

  return (
    <div className={cn("flex min-h-0 flex-col", className)}>
      <div
        ref={scroller}
        role="group"
        aria-label={model.title || "Pivot"}
        tabIndex={0}
        className="scroll-hint relative min-h-0 flex-1 overflow-auto"
      >
        <table className="w-full border-separate border-spacing-0 text-13">
          <caption className="sr-only">
            {model.summary}
            {onSelect && " Arrows go from cell to cell, Enter chooses one."}
          </caption>
          <thead className="sticky top-0 z-20">
            {model.bands && <Bands model={model} bands={model.bands} choiceOf={headChoice} />}
            <tr>
              {columns.map((column) => (
                <HeadCell
                  key={column.key}
                  column={column}
                  isPinned={column === columns[0]}
                  choice={model.bands ? undefined : headChoice(column.stands)}
                  width={view.widths[column.key]}
                  orders={view.orders}
                  onSort={(adding) => setView({ ...view, orders: nextOrders(view.orders, column, adding) })}
                  onResize={(width) => {
                    const { [column.key]: _, ...others } = view.widths;
                    setView({
                      ...view,
                      widths: width === undefined ? others : { ...others, [column.key]: width },
                    });
                  }}
                />
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={choices.onKeyDown}>
            {shown.before > 0 && <RowGap height={shown.before} />}
            {shown.rows.map((place) => {
              const index = rows[place] ?? 0;
              return (
                <PivotRow
                  key={index}
                  model={model}
                  index={index}
                  isClosed={closed.has(index)}
                  widths={view.widths}
                  onToggle={() => toggle(index)}
                  place={place}
                  measure={shown.measure}
                  choiceOf={choices.choiceOf}
                />
              );
            })}
            {shown.after > 0 && <RowGap height={shown.after} />}
          </tbody>
          {model.totals && <PivotTotals model={model} />}
        </table>
      </div>
      <GroupButtons groups={groupIndices(model)} closed={closed} onClose={setClosed} />
      <FigureNotices notices={model.notices} />
    </div>
  );
}

/** All row dimensions in one column; its levels are told apart by their indent. */
function headingColumn({ columns, headings = 1 }: TableModel): TableColumn {
  const names = columns.slice(0, headings).map((column) => column.name);
  return { key: columns[0]?.key ?? "rows", name: names.join(" / "), type: "text", align: "left" };
}

function valueColumns({ columns, headings = 1, bands }: TableModel): TableColumn[] {
  return columns
    .slice(headings)
    .map((column) => (bands ? { ...column, name: column.shortName ?? column.name } : column));
}

function PivotTotals({ model }: { model: TableModel }) {
  const { totals, columns, headings = 1 } = model;
  const look = "sticky bottom-0 border-t border-rule-strong bg-card px-2 py-1.5 font-semibold text-ink";
  return (
    <tfoot>
      <tr>
        <th scope="row" className={cn(look, "left-0 z-10 text-left")}>
          Total
        </th>
        {columns.slice(headings).map((column, place) => (
          <td key={column.key} className={cn(look, cellAlignment(column))}>
            {totals?.[headings + place]?.text}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

type GroupButtonsProps = {
  groups: readonly number[];
  closed: ReadonlySet<number>;
  onClose: (closed: ReadonlySet<number>) => void;
};

function GroupButtons({ groups, closed, onClose }: GroupButtonsProps) {
  if (groups.length === 0) return null;
  const button =
    "min-h-6 rounded-md px-2 text-ink-2 hover:bg-sunken hover:text-ink disabled:pointer-events-none disabled:opacity-40";
  return (
    <div className="mt-1.5 flex justify-end gap-1 text-xs" data-print="hide">
      <button
        type="button"
        className={button}
        disabled={closed.size === 0}
        onClick={() => onClose(new Set())}
      >
        Open all
      </button>
      <button
        type="button"
        className={button}
        disabled={closed.size === groups.length}
        onClick={() => onClose(new Set(groups))}
      >
        Close all
      </button>
    </div>
  );
}
