/** Draws more points than a chart has pixels? Choose those that keep its shape. */

/** More than this per series is slow to draw and cannot be seen. */
export const MAX_DRAWN_POINTS = 1000;

/**
 * Indices (ascending) of about `target` points that keep the shape: Largest-Triangle-Three-Buckets.
 * Source: S. Steinarsson, "Downsampling Time Series for Visual Representation", University of Iceland (2013), 4.2.
 * Several series share their x, so a point is judged by the sum of its triangles, each series on its own
 * scale. Beyond the algorithm, each series keeps its highest and lowest value, and the start of each gap
 * (at most one a bucket), so that peaks and holes survive.
 */
export function downsample(xs: number[], series: (number | null)[][], target = MAX_DRAWN_POINTS): number[] {
  const count = xs.length;
  if (count <= target || target < 3) return xs.map((_, index) => index);
  const kept = new Set<number>([0, count - 1, ...extremes(series)]);
  const scales = series.map(spread);
  const bucketSize = (count - 2) / (target - 2);
  let anchor = 0;
  for (let bucket = 0; bucket < target - 2; bucket += 1) {
    const start = 1 + Math.floor(bucket * bucketSize);
    const end = Math.min(1 + Math.floor((bucket + 1) * bucketSize), count - 1);
    const next = averages(xs, series, end, Math.min(1 + Math.floor((bucket + 2) * bucketSize), count));
    anchor = largestTriangle(xs, series, scales, { anchor, start, end, next });
    kept.add(anchor);
    const gap = firstGap(series, start, end);
    if (gap !== null) kept.add(gap);
  }
  return [...kept].sort((a, b) => a - b);
}

function isPresent(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

type Averages = { x: number; values: (number | null)[] };

/** The mean point of a bucket, per series; null where it has no value. */
function averages(xs: number[], series: (number | null)[][], start: number, end: number): Averages {
  const mean = (values: (number | null | undefined)[]): number | null => {
    let sum = 0;
    let count = 0;
    for (const value of values) {
      if (!isPresent(value)) continue;
      sum += value;
      count += 1;
    }
    return count === 0 ? null : sum / count;
  };
  return {
    x: mean(xs.slice(start, end)) ?? 0,
    values: series.map((values) => mean(values.slice(start, end))),
  };
}

type Bucket = { anchor: number; start: number; end: number; next: Averages };

function largestTriangle(
  xs: number[],
  series: (number | null)[][],
  scales: number[],
  bucket: Bucket,
): number {
  const { anchor, start, end, next } = bucket;
  const anchorX = xs[anchor] ?? 0;
  let best = start;
  let bestArea = -1;
  for (let index = start; index < end; index += 1) {
    const x = xs[index] ?? 0;
    let area = 0;
    series.forEach((values, seriesIndex) => {
      const from = values[anchor];
      const here = values[index];
      const to = next.values[seriesIndex];
      if (!isPresent(from) || !isPresent(here) || !isPresent(to)) return;
      area +=
        Math.abs((anchorX - next.x) * (here - from) - (anchorX - x) * (to - from)) /
        (scales[seriesIndex] ?? 1);
    });
    if (area > bestArea) [best, bestArea] = [index, area];
  }
  return best;
}

function extremes(series: (number | null)[][]): number[] {
  return series.flatMap((values) => {
    let low = -1;
    let high = -1;
    values.forEach((value, index) => {
      if (value === null) return;
      if (low < 0 || value < (values[low] ?? 0)) low = index;
      if (high < 0 || value > (values[high] ?? 0)) high = index;
    });
    return low < 0 ? [] : [low, high];
  });
}

/** Range of a series, never zero. */
function spread(values: (number | null)[]): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high > low ? high - low : 1;
}

function firstGap(series: (number | null)[][], start: number, end: number): number | null {
  for (let index = start; index < end; index += 1) {
    if (series.some((values) => values[index] === null && values[index - 1] !== null)) return index;
  }
  return null;
}
