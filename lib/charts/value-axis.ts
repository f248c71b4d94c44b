/** The value axis of a plot: its ends, its ticks, and the words above it. */
import type { AxisSpec } from "@/lib/charts/chart-spec";
import { logAxis, valueAxis, type ValueAxis } from "@/lib/charts/ticks";
import type { Unit } from "@/lib/format/units";

export type AxisModel = ValueAxis & {
  /** Ends of the axis, where they are not its outer ticks. */
  yDomain?: [number, number];
};

export type AxisRequest = {
  /** Everything that must be in sight. */
  values: number[];
  /** Bars and areas stand on zero; a line may leave it out when all its values lie far from it. */
  fromZero: boolean;
  axis: AxisSpec | undefined;
  unit: Unit;
  locale: string;
};

export function axisModel({ values, fromZero, axis = {}, unit, locale }: AxisRequest): AxisModel {
  if (values.length === 0) return { yTicks: [], unitLabel: "" };
  const low = values.reduce((least, value) => Math.min(least, value));
  const high = values.reduce((most, value) => Math.max(most, value));
  const made =
    axis.scale === "log"
      ? logAxis(axis.min ?? low, axis.max ?? high, unit, locale)
      : valueAxis(...endsOf(low, high, fromZero, axis), unit, locale);
  return titled(cut(made, axis), axis.title);
}

function endsOf(low: number, high: number, fromZero: boolean, axis: AxisSpec): [number, number] {
  const farFromZero = !fromZero && (low > 0 ? low > high / 2 : high < low / 2) && low !== high;
  const ends = farFromZero ? { low, high } : { low: Math.min(low, 0), high: Math.max(high, 0) };
  const min = axis.min ?? ends.low;
  const max = axis.max ?? ends.high;
  // Ends that were chosen may lie beyond the data on either side.
  return min < max ? [min, max] : [Math.min(min, max), Math.max(min, max)];
}

/** A chosen end is the end, round or not; ticks beyond it are not drawn. */
function cut(made: ValueAxis, axis: AxisSpec): AxisModel {
  if (axis.min === undefined && axis.max === undefined) return made;
  const low = axis.min ?? made.yTicks[0]?.value ?? 0;
  const high = axis.max ?? made.yTicks.at(-1)?.value ?? 1;
  if (low >= high) return made;
  const yTicks = made.yTicks.filter((tick) => tick.value >= low && tick.value <= high);
  return { ...made, yTicks, yDomain: [low, high] };
}

function titled(made: AxisModel, title: string | undefined): AxisModel {
  if (!title) return made;
  return { ...made, unitLabel: made.unitLabel === "" ? title : `${title} (${made.unitLabel})` };
}
