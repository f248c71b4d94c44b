/** Which columns a pivot has, and which of them share one because there are too many. */
import { aggregateSum } from "@/lib/charts/aggregate";
import { comparePlaces, isTime, type PivotDimension, placeKey } from "@/lib/charts/pivot-axis";
import type { Cell, Condition } from "@/lib/charts/types";

/**
 * `keys` are those of the rows that belong to it; more than one where columns were put together, which then stand for
 * no one value.
 */
export type PivotColumn = { label: string; keys: ReadonlySet<string>; stands?: Condition[] };

export type PivotColumns = { columns: PivotColumn[]; merged: number };

const SEPARATOR = "\u0000";

export function columnKey(row: readonly Cell[], dimensions: readonly PivotDimension[]): string {
  return dimensions.map(({ column }) => placeKey(row, column)).join(SEPARATOR);
}

/**
 * Columns in the order of their names or times. Of more than `most`, the latest are kept, or for words those with
 * the largest sum of `weigh`; the others share one column, computed from their rows like any other.
 */
export function pivotColumns(
  rows: readonly (readonly Cell[])[],
  dimensions: readonly PivotDimension[],
  most: number,
  weigh: (row: readonly Cell[]) => number | null,
  locale: string,
): PivotColumns {
  const weights = new Map<string, (number | null)[]>();
  for (const row of rows) {
    const key = columnKey(row, dimensions);
    const known = weights.get(key);
    if (known) known.push(weigh(row));
    else weights.set(key, [weigh(row)]);
  }
  const ordered = orderKeys([...weights.keys()], dimensions, locale);
  const named = (key: string): PivotColumn => ({
    label: placesOf(key, dimensions)
      .map(({ label }) => label)
      .join(", "),
    keys: new Set([key]),
    stands: placesOf(key, dimensions),
  });
  if (ordered.length <= most) return { columns: ordered.map(named), merged: 0 };

  const [first] = dimensions;
  const alongTime = first !== undefined && isTime(first.column);
  const size = (key: string) => Math.abs(aggregateSum(weights.get(key) ?? []) ?? 0);
  const ranked = alongTime ? [...ordered].reverse() : [...ordered].sort((a, b) => size(b) - size(a));
  const kept = new Set(ranked.slice(0, most - 1));
  const rest: PivotColumn = {
    label: alongTime ? "Earlier" : "Other",
    keys: new Set(ordered.filter((key) => !kept.has(key))),
  };
  const shown = ordered.filter((key) => kept.has(key)).map(named);
  return { columns: alongTime ? [rest, ...shown] : [...shown, rest], merged: rest.keys.size };
}

function orderKeys(keys: string[], dimensions: readonly PivotDimension[], locale: string): string[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  return keys.sort((left, right) => {
    const [a, b] = [left.split(SEPARATOR), right.split(SEPARATOR)];
    for (const [level, { places }] of dimensions.entries()) {
      const [one, other] = [places.get(a[level] ?? ""), places.get(b[level] ?? "")];
      const order = one && other ? comparePlaces(one, other, collator) : 0;
      if (order !== 0) return order;
    }
    return 0;
  });
}

function placesOf(key: string, dimensions: readonly PivotDimension[]): Condition[] {
  const parts = key.split(SEPARATOR);
  return dimensions.map(({ column, places }, level) => {
    const { raw = null, label = "" } = places.get(parts[level] ?? "") ?? {};
    return { column: column.name, value: raw, label };
  });
}
