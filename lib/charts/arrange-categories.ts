/** Categories in the order asked for, the largest of them when there are too many to be told apart. */
import { addUp, type NoticedGrid, pickPoints } from "@/lib/charts/limit-grid";
import { printCount } from "@/lib/charts/notices";

export type Arrangement = {
  sort?: "query" | "largest" | "smallest" | "name" | undefined;
  top?: number | undefined;
  /** May the others be added up, series by series? They are left out where they may not. */
  additive: boolean[];
  locale: string;
};

/** Time has an order of its own and is left alone. */
export function arrangeCategories(grid: NoticedGrid, arrangement: Arrangement): NoticedGrid {
  if (grid.xType === "time") return grid;
  return keepLargest(sorted(grid, arrangement), arrangement);
}

/** What a category weighs: the sum of what is drawn over it; missing ones come last. */
function weightsOf(grid: NoticedGrid): number[] {
  return grid.xs.map(
    (_, index) =>
      addUp(grid.series.map((series) => series.values[index] ?? null)) ?? Number.NEGATIVE_INFINITY,
  );
}

function sorted(grid: NoticedGrid, { sort = "query", locale }: Arrangement): NoticedGrid {
  const indices = grid.xs.map((_, index) => index);
  const weights = weightsOf(grid);
  const weight = (index: number) => weights[index] ?? 0;
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const compare = {
    query: null,
    largest: (a: number, b: number) => weight(b) - weight(a),
    smallest: (a: number, b: number) =>
      // What is missing is not the smallest.
      Number(weight(a) === Number.NEGATIVE_INFINITY) - Number(weight(b) === Number.NEGATIVE_INFINITY) ||
      weight(a) - weight(b),
    name: (a: number, b: number) => collator.compare(String(grid.xs[a]), String(grid.xs[b])),
  }[sort];
  return compare
    ? pickPoints(
        grid,
        indices.sort((a, b) => compare(a, b) || a - b),
      )
    : grid;
}

function keepLargest(grid: NoticedGrid, { top, additive, locale }: Arrangement): NoticedGrid {
  const count = grid.xs.length;
  // One category more is no "Other": it has a name.
  if (top === undefined || count <= top + 1) return grid;
  const weights = weightsOf(grid);
  const ranked = grid.xs
    .map((_, index) => index)
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  const largest = new Set(ranked.slice(0, top));
  const rest = ranked.slice(top);
  const kept = pickPoints(
    grid,
    grid.xs.flatMap((_, index) => (largest.has(index) ? [index] : [])),
  );
  const all = `Showing the ${printCount(top, locale)} largest of ${printCount(count, locale)}`;
  if (!additive.every(Boolean)) {
    const text = `${all}; the others are left out, because they cannot be added up.`;
    return { ...kept, notices: [...grid.notices, { kind: "truncated", text }] };
  }
  return {
    ...kept,
    xs: [...kept.xs, `Other (${printCount(rest.length, locale)})`],
    raws: [...kept.raws, undefined],
    series: kept.series.map((series, place) => ({
      ...series,
      values: [...series.values, addUp(rest.map((index) => grid.series[place]?.values[index] ?? null))],
    })),
    notices: [...grid.notices, { kind: "merged", text: `${all}; the others are added up as "Other".` }],
  };
}
