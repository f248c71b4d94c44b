"use client";

import { useCallback, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { ColumnChoice, FileInspection } from "@/lib/data-sources/files/schemas";
import { formatNumber } from "@/lib/format/value";
import { ColumnItem } from "./column-item";
import { type ColumnEdits, repeatedNames } from "./draft";
import { fits } from "./read-value";

/** With more, a filter helps. */
const MANY = 20;
const STEP = 60;

type ColumnListProps = {
  inspection: FileInspection;
  choices: readonly ColumnChoice[];
  onEdit: (edits: ColumnEdits) => void;
  locale: string;
};

export function ColumnList({ inspection, choices, onEdit, locale }: ColumnListProps) {
  const [filter, setFilter] = useState("");
  const [limit, setLimit] = useState(STEP);
  const repeated = useMemo(() => repeatedNames(choices), [choices]);
  const editOne = useCallback(
    (index: number, edit: Partial<ColumnChoice>) => onEdit({ [index]: edit }),
    [onEdit],
  );
  const words = filter.trim().toLowerCase();
  const found = inspection.columns.flatMap((column, index) => {
    const choice = choices[index];
    const isFound = `${column.sourceName}\n${choice?.name}`.toLowerCase().includes(words);
    return choice && isFound ? [{ column, choice, index }] : [];
  });
  const setAll = (isIncluded: boolean) =>
    onEdit(Object.fromEntries(found.map(({ index }) => [index, { isIncluded }])));
  return (
    <>
      {choices.length > MANY ? (
        <div className="flex flex-wrap items-center gap-2 px-4 pb-4">
          <Input
            type="search"
            aria-label="Find a column"
            placeholder="Find a column"
            className="max-w-60"
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
          />
          <Button size="sm" variant="ghost" onClick={() => setAll(true)}>
            Load {words ? "those found" : "all"}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => setAll(false)}>
            Leave out {words ? "those found" : "all"}
          </Button>
        </div>
      ) : null}
      <div
        aria-hidden
        className="hidden gap-x-3 px-4 pb-2 pl-11 text-xs text-ink-3 lg:grid lg:grid-cols-[15rem_9rem_14rem_minmax(0,1fr)]"
      >
        <span>Name</span>
        <span>Holds</span>
        <span>Written like</span>
        <span>First values</span>
      </div>
      <ul aria-label="Columns" className="divide-y border-t">
        {found.slice(0, limit).map(({ column, choice, index }) => (
          <ColumnItem
            key={index}
            index={index}
            column={column}
            choice={choice}
            isRepeated={repeated.has(index)}
            misfits={inspection.rows.filter((row) => !fits(row[index] ?? null, choice)).length}
            firstRows={inspection.rows.length}
            onEdit={editOne}
          />
        ))}
      </ul>
      {found.length === 0 ? (
        <p className="border-t px-4 py-6 text-13 text-ink-2">No column matches “{filter}”.</p>
      ) : null}
      {found.length > limit ? (
        <div className="border-t px-4 py-3">
          <Button size="sm" onClick={() => setLimit(limit + STEP * 2)}>
            Show more of {formatNumber(found.length, { locale })} columns
          </Button>
        </div>
      ) : null}
    </>
  );
}
