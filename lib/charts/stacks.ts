/** Series on top of each other: where the stacks end, and what share each part has of its stack. */

/** Lowest and highest end of each stack: positive values pile up, negative ones pile down. */
export function stackedEnds(series: { values: (number | null)[] }[]): number[] {
  return stacksOf(series).flatMap((values) => {
    const present = values.filter((value) => value !== null);
    if (present.length === 0) return [];
    const positive = present.reduce((sum, value) => sum + Math.max(value, 0), 0);
    const negative = present.reduce((sum, value) => sum + Math.min(value, 0), 0);
    return [negative, positive];
  });
}

/**
 * Each value as a fraction of its stack, with its sign; of the sizes, so that losses beside gains still make
 * one whole. A stack of zeros has no shares.
 */
export function sharesOf<Series extends { values: (number | null)[] }>(series: Series[]): Series[] {
  const wholes = stacksOf(series).map((values) =>
    values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0),
  );
  return series.map((entry) => ({
    ...entry,
    values: entry.values.map((value, index) => {
      const whole = wholes[index] ?? 0;
      return value === null || whole === 0 ? null : value / whole;
    }),
  }));
}

function stacksOf(series: { values: (number | null)[] }[]): (number | null)[][] {
  const count = series[0]?.values.length ?? 0;
  return Array.from({ length: count }, (_, index) => series.map((entry) => entry.values[index] ?? null));
}
