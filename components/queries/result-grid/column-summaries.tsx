"use client";

import { useMemo } from "react";
import type { Cell, ResultColumn } from "@/lib/charts/types";
import { formatNumber, formatValue } from "@/lib/format/value";
import { type ColumnSummary, summarizeColumn } from "@/lib/queries/column-summary";
import { cn } from "@/lib/utils/cn";
import { cellText, type Place, type ShownColumn, showColumns } from "./shown-columns";

type ColumnSummariesProps = { columns: readonly ResultColumn[]; rows: Cell[][]; place: Place };

const TYPES = {
  text: "Text",
  number: "Number",
  boolean: "Yes or no",
  date: "Date",
  timestamp: "Date and time",
} as const satisfies Record<ResultColumn["type"], string>;

type Fact = { name: string; value: string; isWide?: boolean };

/** Numbers up to this length stand two to a line. */
const NARROW = 5;

/** What each column holds, at a glance. */
export function ColumnSummaries({ columns, rows, place }: ColumnSummariesProps) {
  const shown = useMemo(() => showColumns(columns, rows), [columns, rows]);
  return (
    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {shown.map((column, index) => (
        <SummaryItem key={column.name} column={column} index={index} rows={rows} place={place} />
      ))}
    </ul>
  );
}

type SummaryItemProps = { column: ShownColumn; index: number; rows: Cell[][]; place: Place };

function SummaryItem({ column, index, rows, place }: SummaryItemProps) {
  const summary = useMemo(() => summarizeColumn(column, rows, index), [column, rows, index]);
  return (
    <li className="min-w-0 rounded-md border p-3">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="truncate text-13 font-semibold">{column.name}</h3>
        <span className="shrink-0 text-xs text-ink-3">{TYPES[column.type]}</span>
      </div>
      <dl className="mt-2 grid grid-cols-2 gap-x-4 gap-y-1 text-xs">
        {factsOf(summary, column, place).map(({ name, value, isWide }) => (
          <div key={name} className={cn("flex min-w-0 justify-between gap-2", isWide && "col-span-2")}>
            <dt className="text-ink-3">{name}</dt>
            <dd className="truncate tabular-nums" title={value}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <FrequentValues summary={summary} column={column} place={place} />
    </li>
  );
}

function factsOf(summary: ColumnSummary, column: ShownColumn, place: Place): Fact[] {
  const count = (value: number) => formatNumber(value, place);
  const print = (cell: Cell) => cellText(cell, column, place);
  const { numbers, times } = summary;
  const facts: Fact[] = [
    { name: "Filled", value: count(summary.filled) },
    { name: "Empty", value: count(summary.empty) },
    { name: "Distinct", value: count(summary.distinct) },
  ];
  if (numbers) {
    const unit = column.unit ?? "number";
    const printed = [
      { name: "Smallest", value: print(numbers.min) },
      { name: "Largest", value: print(numbers.max) },
      { name: "Average", value: formatValue(numbers.average, unit, place) },
      { name: "Median", value: formatValue(numbers.median, unit, place) },
    ];
    // A number that is cut reads as another one.
    const isWide = printed.some(({ value }) => value.length > NARROW);
    facts.push(...printed.map((fact) => ({ ...fact, isWide })));
  }
  // A day needs the whole line.
  if (times)
    facts.push(
      { name: "Earliest", value: print(times.earliest), isWide: true },
      { name: "Latest", value: print(times.latest), isWide: true },
    );
  return facts;
}

/** A bar is as long as its value is frequent among the filled rows. */
function FrequentValues({
  summary,
  column,
  place,
}: {
  summary: ColumnSummary;
  column: ShownColumn;
  place: Place;
}) {
  if (summary.frequent.length === 0)
    return summary.filled > 0 ? <p className="mt-3 text-xs text-ink-3">Every value is different.</p> : null;
  return (
    <ol aria-label={`Most frequent in ${column.name}`} className="mt-3 flex flex-col gap-1">
      {summary.frequent.map(({ value, count, share }) => (
        <li key={String(value)} className="relative flex justify-between gap-3 px-1.5 py-0.5 text-xs">
          <span
            aria-hidden
            className="absolute inset-y-0 left-0 rounded-sm bg-accent-soft"
            style={{ width: `${share * 100}%` }}
          />
          <span className="relative truncate">
            {value === "" ? <em className="text-ink-2">Empty text</em> : cellText(value, column, place)}
          </span>
          <span className="relative shrink-0 text-ink-2 tabular-nums">
            {formatNumber(count, place)} ·{" "}
            {formatValue(share, "percent", { ...place, decimals: share < 0.095 ? 1 : 0 })}
          </span>
        </li>
      ))}
    </ol>
  );
}
