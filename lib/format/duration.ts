/** Durations as people read them. The parts are named by their symbols, which are the same in every language. */
import { baseOf, type DurationUnit, secondsIn } from "@/lib/format/units";

const NO_BREAK_SPACE = "\u00a0";
const MINUS = "\u2212";
const MINUTE = 60;
const HOUR = 3600;

/**
 * "3 h 20 min", "2 min 5 s", "45 s"; as a clock "02:05": hours and minutes, or minutes and seconds where the value
 * counts seconds. What is counted in minutes or hours is printed to the minute. Hours go on beyond 24. `print` writes a
 * whole number as the reader does.
 */
export function formatDurationValue(
  value: number,
  unit: DurationUnit,
  print: (count: number) => string,
): string {
  const toSeconds = baseOf(unit) === "seconds";
  const seconds = roundTo(Math.abs(value) * secondsIn(unit), toSeconds ? 1 : MINUTE);
  const sign = value < 0 && seconds > 0 ? MINUS : "";
  return sign + (unit.startsWith("clock:") ? clock(seconds, toSeconds) : words(seconds, toSeconds, print));
}

/** A binary fraction must not turn 20 minutes into 19: 3.3333 h are 3 h 20 min. */
const roundTo = (seconds: number, step: number) =>
  Math.round(Number((seconds / step).toPrecision(12))) * step;

function partsOf(seconds: number) {
  return {
    hours: Math.floor(seconds / HOUR),
    minutes: Math.floor((seconds % HOUR) / MINUTE),
    seconds: seconds % MINUTE,
  };
}

/** From an hour on, seconds say nothing. */
function words(total: number, toSeconds: boolean, print: (count: number) => string): string {
  const long = total >= HOUR;
  const { hours, minutes, seconds } = partsOf(long ? roundTo(total, MINUTE) : total);
  const parts = [
    { count: hours, name: "h" },
    { count: minutes, name: "min" },
    { count: long ? 0 : seconds, name: "s" },
  ].filter(({ count }) => count > 0);
  const shown = parts.length > 0 ? parts : [{ count: 0, name: toSeconds ? "s" : "min" }];
  return shown.map(({ count, name }) => print(count) + NO_BREAK_SPACE + name).join(NO_BREAK_SPACE);
}

function clock(total: number, toSeconds: boolean): string {
  const { hours, minutes, seconds } = partsOf(total);
  const shown = !toSeconds ? [hours, minutes] : hours > 0 ? [hours, minutes, seconds] : [minutes, seconds];
  return shown.map((part) => String(part).padStart(2, "0")).join(":");
}
