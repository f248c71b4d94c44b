/** The places along one side of a pivot: in which order they stand, and how they are called. */
import { type FoundColumn, readCategory } from "@/lib/charts/columns";
import { readLocal, readTime } from "@/lib/charts/local-time";
import type { PrepareOptions } from "@/lib/charts/notices";
import { grainOf } from "@/lib/charts/time-grain";
import { printLabels } from "@/lib/charts/time-labels";
import type { Cell } from "@/lib/charts/types";

/** One value of a dimension. `order` sorts numbers and times; words are sorted by their label. */
export type PivotPlace = {
  key: string;
  label: string;
  order: number | null;
  /** The cell of the query that it was first read from; null where it is missing. */
  raw: Cell;
};

export type PivotDimension = { column: FoundColumn; places: ReadonlyMap<string, PivotPlace> };

export const isTime = ({ type }: { type: string }) => type === "date" || type === "timestamp";

/** What two rows must share to stand in one place. Missing and empty values share theirs. */
export function placeKey(row: readonly Cell[], column: FoundColumn): string {
  const cell = row[column.index] ?? null;
  if (cell === null || cell === "") return "";
  return isTime(column) ? String(readTime(cell, column)) : String(cell);
}

/** Every place of a dimension. Times are called by the period they stand for: "Oct 2026", "Q4 2026". */
export function pivotDimension(
  column: FoundColumn,
  rows: readonly (readonly Cell[])[],
  options: PrepareOptions,
): PivotDimension {
  const places = new Map<string, PivotPlace>();
  for (const row of rows) {
    const key = placeKey(row, column);
    if (places.has(key)) continue;
    const order = key !== "" && (isTime(column) || column.type === "number") ? Number(key) : null;
    const raw = key === "" ? null : (row[column.index] ?? null);
    places.set(key, { key, label: readCategory(row[column.index], column, options), order, raw });
  }
  return { column, places: isTime(column) ? withPeriods(places, column, options) : places };
}

function withPeriods(
  places: Map<string, PivotPlace>,
  column: FoundColumn,
  options: PrepareOptions,
): ReadonlyMap<string, PivotPlace> {
  const dated = [...places.values()].filter((place) => place.order !== null).sort(byOrder);
  const zone = column.type === "date" ? "UTC" : options.zone;
  const epochs = dated.map((place) => place.order ?? 0);
  const times = epochs.map((epoch) => readLocal(epoch, zone));
  const labels = printLabels(epochs, times, grainOf(times), { locale: options.locale, zone });
  const named = new Map(places);
  for (const [index, place] of dated.entries())
    named.set(place.key, { ...place, label: labels[index]?.label ?? place.label });
  return named;
}

const byOrder = (a: PivotPlace, b: PivotPlace) => (a.order ?? 0) - (b.order ?? 0);

/** Numbers and times ascending, words from A; what is missing stands last. */
export function comparePlaces(a: PivotPlace, b: PivotPlace, collator: Intl.Collator): number {
  if (a.key === "" || b.key === "") return Number(a.key === "") - Number(b.key === "");
  if (a.order !== null && b.order !== null) return a.order - b.order;
  return collator.compare(a.label, b.label);
}
