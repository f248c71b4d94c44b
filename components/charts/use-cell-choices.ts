"use client";

import { type KeyboardEvent, useState } from "react";
import type { ChartInteraction } from "@/components/charts/interaction";
import type { CellChoice } from "@/components/charts/table-cell";
import { isSameSelection, type Selection } from "@/lib/charts/selection";
import type { TableCell, TableColumn } from "@/lib/charts/types";

type CellChoices = Pick<ChartInteraction, "onSelect" | "selected"> & {
  /** Numbers of the rows that are drawn. */
  rows: readonly number[];
  columns: readonly TableColumn[];
};

const STEPS: Record<string, [down: number, along: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** The cells of a table that can be chosen: one stop of the Tab key, arrows from one to the next. */
export function useCellChoices({ rows, columns, selected, onSelect }: CellChoices) {
  const names = columns.filter(({ column }) => column !== undefined);
  const [active, setActive] = useState({ row: -1, key: "" });
  const [firstRow] = rows;
  const stop = {
    row: rows.includes(active.row) ? active.row : firstRow,
    key: names.some(({ key }) => key === active.key) ? active.key : names[0]?.key,
  };

  function choiceOf(row: number, column: TableColumn, cell: TableCell): CellChoice | undefined {
    if (!onSelect || column.column === undefined || cell.text === "" || cell.look?.href) return undefined;
    const selection: Selection = { column: column.column, value: cell.raw, label: cell.text };
    return {
      place: placeOf(row, column.key),
      isChosen: Boolean(selected && isSameSelection(selected, selection)),
      isStop: row === stop.row && column.key === stop.key,
      onFocus: () => setActive({ row, key: column.key }),
      onChoose: () => onSelect(selection),
    };
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const [down, along] = STEPS[event.key] ?? [0, 0];
    const from = names.findIndex(({ key }) => key === active.key);
    const isCell = event.target instanceof HTMLElement && event.target.dataset.cell !== undefined;
    const key = names[from + along]?.key;
    if (!isCell || (down === 0 && along === 0)) return;
    // The table around it scrolls by the same keys.
    event.preventDefault();
    event.stopPropagation();
    if (key === undefined) return;
    event.currentTarget
      .querySelector<HTMLElement>(`[data-cell="${CSS.escape(placeOf(active.row + down, key))}"]`)
      ?.focus();
  }
  return { choiceOf, onKeyDown };
}

const placeOf = (row: number, key: string) => `${row} ${key}`;
