/** What a column of a result holds, at a glance. Pure and client-safe. */
import { readNumber } from "@/lib/charts/columns";
import { sumCells } from "@/lib/charts/sum";
import type { Cell, ResultColumn } from "@/lib/charts/types";

export type FrequentValue = {
  value: Exclude<Cell, null>;
  count: number;
  /** Of the filled rows, 0–1. */
  share: number;
};

export type ColumnSummary = {
  /** Rows with a value; an empty text is one. */
  filled: number;
  /** Rows without one: NULL. */
  empty: number;
  distinct: number;
  /** For numbers; null without any. `average` keeps no more digits than a double. */
  numbers: { min: Cell; max: Cell; average: number; median: number } | null;
  /** For dates and timestamps: the earliest and the latest, as the cells have them. */
  times: { earliest: string; latest: string } | null;
  /** Most frequent first, equals in order of appearance; empty when every value differs from every other. */
  frequent: FrequentValue[];
};

/** Summarises the column at `index` of `rows`. `most` bounds the frequent values. */
export function summarizeColumn(
  column: ResultColumn,
  rows: readonly Cell[][],
  index: number,
  most = 5,
): ColumnSummary {
  const counts = new Map<Exclude<Cell, null>, number>();
  let filled = 0;
  for (const row of rows) {
    const cell = row[index] ?? null;
    if (cell === null) continue;
    filled += 1;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return {
    filled,
    empty: rows.length - filled,
    distinct: counts.size,
    numbers: column.type === "number" ? summarizeNumbers(column, counts) : null,
    times: column.type === "date" || column.type === "timestamp" ? summarizeTimes(counts) : null,
    frequent: counts.size === filled ? [] : mostFrequent(counts, filled, most),
  };
}

type Counts = ReadonlyMap<Exclude<Cell, null>, number>;

function mostFrequent(counts: Counts, filled: number, most: number): FrequentValue[] {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([value, count]) => ({ value, count, share: count / filled }));
}

function summarizeNumbers(column: ResultColumn, counts: Counts): ColumnSummary["numbers"] {
  const entries = [...counts].flatMap(([cell, count]) => {
    const value = readableNumber(cell, column);
    return value === null ? [] : [{ cell, value, count }];
  });
  entries.sort((a, b) => a.value - b.value);
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return null;
  const total = entries.reduce((sum, entry) => sum + entry.count, 0);
  const weighted = entries.map((entry) => entry.value * entry.count);
  return {
    min: first.cell,
    max: last.cell,
    average: Number(sumCells(weighted)) / total,
    median: (valueAt(entries, Math.floor((total - 1) / 2)) + valueAt(entries, Math.floor(total / 2))) / 2,
  };
}

/** A text in a column of numbers ("NaN", "Infinity") is counted, but not measured. */
function readableNumber(cell: Cell, column: ResultColumn): number | null {
  const isText = typeof cell === "string" && !Number.isFinite(Number(cell));
  return isText || typeof cell === "boolean" ? null : readNumber(cell, column);
}

/** The value at a place (0-based) of all the rows in order. */
function valueAt(entries: readonly { value: number; count: number }[], place: number): number {
  let passed = 0;
  for (const { value, count } of entries) {
    passed += count;
    if (passed > place) return value;
  }
  return entries.at(-1)?.value ?? 0;
}

/** Both are written so that the order of their texts is their order in time. */
function summarizeTimes(counts: Counts): ColumnSummary["times"] {
  let earliest: string | null = null;
  let latest: string | null = null;
  for (const cell of counts.keys()) {
    const text = String(cell);
    if (earliest === null || text < earliest) earliest = text;
    if (latest === null || text > latest) latest = text;
  }
  return earliest === null || latest === null ? null : { earliest, latest };
}
