/** Grids too large to be drawn: what is kept, what becomes "Other", and the notice that says so. */
import { downsample, MAX_DRAWN_POINTS } from "@/lib/charts/downsample";
import { countOf, printCount } from "@/lib/charts/notices";
import type { NamedSeries, PointGrid } from "@/lib/charts/points";
import type { Notice } from "@/lib/charts/types";

/** More series than this cannot be told apart, and slow every renderer down. */
export const MAX_SERIES = 50;

export type NoticedGrid = PointGrid & { notices: Notice[] };

/** Keeps the series with the most in them; the rest become "Other", or are left out where a sum means nothing. */
export function limitSeries(grid: NoticedGrid, additive: boolean, locale: string): NoticedGrid {
  if (grid.series.length <= MAX_SERIES) return grid;
  const room = additive ? MAX_SERIES - 1 : MAX_SERIES;
  const weight = (series: NamedSeries) =>
    series.values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
  const ranked = grid.series
    .map((series) => ({ series, weight: weight(series) }))
    .sort((a, b) => b.weight - a.weight);
  const largest = new Set(ranked.slice(0, room).map((entry) => entry.series));
  const kept = grid.series.filter((series) => largest.has(series));
  const rest = grid.series.filter((series) => !largest.has(series));
  const other: NamedSeries = {
    name: `Other (${printCount(rest.length, locale)})`,
    values: grid.xs.map((_, index) => addUp(rest.map((series) => series.values[index] ?? null))),
  };
  const fate = additive ? 'the other ones are added up as "Other"' : "the other ones are left out";
  const text = `Showing the ${room} largest of ${printCount(grid.series.length, locale)} series; ${fate}.`;
  return {
    ...grid,
    series: additive ? [...kept, other] : kept,
    notices: [...grid.notices, { kind: "merged", text }],
  };
}

/** null when nothing was measured. */
export function addUp(values: (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (value === null ? sum : (sum ?? 0) + value), null);
}

/** Thins a course of time, and cuts a list of categories, to what a chart can draw. */
export function limitPoints(grid: NoticedGrid, locale: string): NoticedGrid {
  const count = grid.xs.length;
  if (count <= MAX_DRAWN_POINTS) return grid;
  const isTime = grid.xType === "time";
  const kept = isTime
    ? downsample(
        grid.xs.map(Number),
        grid.series.map((entry) => entry.values),
      )
    : grid.xs.slice(0, MAX_DRAWN_POINTS).map((_, index) => index);
  const notice: Notice = isTime
    ? {
        kind: "downsampled",
        text: `Drawn with ${printCount(kept.length, locale)} of ${printCount(count, locale)} points, chosen to keep the shape and the peaks.`,
      }
    : {
        kind: "truncated",
        text: `Showing the first ${printCount(MAX_DRAWN_POINTS, locale)} of ${countOf(count, "value", locale)}.`,
      };
  return { ...pickPoints(grid, kept), notices: [...grid.notices, notice] };
}

/** The points with these indices, in this order. */
export function pickPoints<Grid extends PointGrid>(grid: Grid, indices: number[]): Grid {
  return {
    ...grid,
    xs: indices.map((index) => grid.xs[index] as string | number),
    raws: indices.map((index) => grid.raws[index]),
    ...(grid.comparedLabels
      ? { comparedLabels: indices.map((index) => grid.comparedLabels?.[index] ?? null) }
      : {}),
    series: grid.series.map((entry) => ({
      ...entry,
      values: indices.map((index) => entry.values[index] ?? null),
    })),
  };
}
