"use client";

import { type KeyboardEvent, useState } from "react";
import type { ChartInteraction } from "@/components/charts/interaction";
import type { CellChoice } from "@/components/charts/table-cell";
import { isSameSelection, type Selection } from "@/lib/charts/selection";

type CellChoices = Pick<ChartInteraction, "onSelect" | "selected"> & {
  /** Numbers of the rows that are drawn. */
  rows: readonly number[];
  /** Of the columns whose cells can be chosen, from left to right. */
  keys: readonly string[];
};

/** What choosing a cell would do; `null` is nothing. */
export type ChoiceOf = (row: number, key: string, selection: Selection | null) => CellChoice | undefined;

const STEPS: Record<string, [down: number, along: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** The cells of a table that can be chosen: one stop of the Tab key, arrows from one to the next. */
export function useCellChoices({ rows, keys, selected, onSelect }: CellChoices) {
  const [active, setActive] = useState({ row: -1, key: "" });
  const [firstRow] = rows;
  const stop = {
    row: rows.includes(active.row) ? active.row : firstRow,
    key: keys.includes(active.key) ? active.key : keys[0],
  };

  const choiceOf: ChoiceOf = (row, key, selection) => {
    if (!onSelect || !selection) return undefined;
    return {
      place: placeOf(row, key),
      isChosen: Boolean(selected && isSameSelection(selected, selection)),
      isStop: row === stop.row && key === stop.key,
      onFocus: () => setActive({ row, key }),
      onChoose: () => onSelect(selection),
    };
  };

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const [down, along] = STEPS[event.key] ?? [0, 0];
    const from = keys.indexOf(active.key);
    const isCell = event.target instanceof HTMLElement && event.target.dataset.cell !== undefined;
    const key = keys[from + along];
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
