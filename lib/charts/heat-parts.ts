/** What stands on an axis of a heat map: the values of a column, or the weekday, hour or month of its times. */
import type { HeatPart } from "@/lib/charts/chart-spec";
import { type FoundColumn, readCategory } from "@/lib/charts/columns";
import { readLocal, readTime } from "@/lib/charts/local-time";
import type { PrepareOptions } from "@/lib/charts/notices";
import type { Cell, HeatLabel } from "@/lib/charts/types";
import { InvalidInputError } from "@/lib/errors";
import { dateTimeFormat } from "@/lib/format/dates";

/** A place on the axis; `order` sorts it, and is left out where the order of the query holds. */
export type HeatPlace = HeatLabel & { order?: number };

/** Reads the place of one cell; null where it has no time. */
export type ReadPlace = (cell: Cell | undefined) => HeatPlace | null;

export function placeReader(column: FoundColumn, part: HeatPart, options: PrepareOptions): ReadPlace {
  const isTime = column.type === "date" || column.type === "timestamp";
  if (part === "value") return isTime ? timeReader(column, options) : categoryReader(column, options);
  if (!isTime)
    throw new InvalidInputError(
      `The column "${column.name}" holds no dates or times, so it has no ${part}. Choose its values instead, or another column.`,
      { column: column.name },
    );
  const zone = column.type === "date" ? "UTC" : options.zone;
  const labels = partLabels(part, options.locale);
  return (cell) => {
    const epoch = readTime(cell, column);
    if (epoch === null) return null;
    const order = partOf(epoch, zone, part);
    return { label: labels[order] ?? String(order), order };
  };
}

function categoryReader(column: FoundColumn, options: PrepareOptions): ReadPlace {
  return (cell) => ({ label: readCategory(cell, column, options), raw: cell ?? null });
}

function timeReader(column: FoundColumn, options: PrepareOptions): ReadPlace {
  return (cell) => {
    const order = readTime(cell, column);
    return order === null ? null : { label: readCategory(cell, column, options), raw: cell ?? null, order };
  };
}

function partOf(epoch: number, zone: string, part: Exclude<HeatPart, "value">): number {
  const time = readLocal(epoch, zone);
  switch (part) {
    // Monday first: 1970-01-01 was a Thursday.
    case "weekday":
      return (((time.days + 3) % 7) + 7) % 7;
    case "hour":
      return Math.floor(time.secondOfDay / 3600);
    case "month":
      return time.month;
  }
}

/** All places of the axis, in order: an hour without calls is part of the picture. */
export function partLabels(part: Exclude<HeatPart, "value">, locale: string): string[] {
  const print = (options: Intl.DateTimeFormatOptions, epoch: number) =>
    dateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(epoch);
  switch (part) {
    case "weekday":
      return Array.from({ length: 7 }, (_, day) => print({ weekday: "short" }, Date.UTC(2026, 0, 5 + day)));
    case "hour":
      return Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));
    case "month":
      return Array.from({ length: 12 }, (_, month) => print({ month: "short" }, Date.UTC(2026, month, 1)));
  }
}
