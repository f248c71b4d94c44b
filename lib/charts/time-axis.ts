/** The time axis: what period a point stands for, how it is printed, and which points to label. */
import { DAY_MS, readLocal } from "@/lib/charts/local-time";
import { grainOf, isClockGrain, spansDays, type TimeGrain } from "@/lib/charts/time-grain";
import { printLabels, type TimeLabel } from "@/lib/charts/time-labels";
import { tickSetsOf } from "@/lib/charts/time-ticks";

export type TimeAxis = {
  grain: TimeGrain;
  /** The zone it is read in. */
  zone: string;
  labels: TimeLabel[];
  /** Candidate sets of point indices to label, densest first. */
  tickSets: number[][];
};

/**
 * Reads the axis off ascending, distinct instants. Dates are read as they stand; timestamps in `zone`,
 * unless all of them lie on midnight in UTC and not in the zone: then the source cut its periods in UTC.
 */
export function timeAxis(
  epochs: number[],
  type: "date" | "timestamp",
  format: { locale: string; zone: string },
): TimeAxis {
  const zone = labelZone(epochs, type, format.zone);
  const times = epochs.map((epoch) => readLocal(epoch, zone));
  const grain = grainOf(times);
  return {
    grain,
    zone,
    labels: printLabels(epochs, times, grain, { locale: format.locale, zone }),
    tickSets: tickSetsOf(times, spansDays(times) && isClockGrain(grain) ? "day" : grain),
  };
}

function labelZone(epochs: number[], type: "date" | "timestamp", zone: string): string {
  if (type === "date") return "UTC";
  const cutInUtc = epochs.every((epoch) => epoch % DAY_MS === 0);
  const cutInZone = epochs.every((epoch) => readLocal(epoch, zone).secondOfDay === 0);
  return cutInUtc && !cutInZone ? "UTC" : zone;
}
