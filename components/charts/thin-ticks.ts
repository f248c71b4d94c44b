const MIN_TICK_DISTANCE = 22;

/** Every tick, or every second, third …, counted from zero where there is one, so that they keep apart. */
export function thinTicks<Tick extends { value: number }>(
  ticks: Tick[],
  length: number,
  minDistance = MIN_TICK_DISTANCE,
): Tick[] {
  const gaps = ticks.length - 1;
  const least = Math.max(1, Math.ceil(minDistance / (length / Math.max(gaps, 1))));
  // One step more is worth it when the topmost tick keeps its label then.
  const step = gaps % least !== 0 && gaps % (least + 1) === 0 ? least + 1 : least;
  const zero = Math.max(
    ticks.findIndex((tick) => tick.value === 0),
    0,
  );
  return ticks.filter((_, index) => (index - zero) % step === 0);
}
