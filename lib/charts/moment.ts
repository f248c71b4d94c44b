/** A day or a time as a figure of its own: the earliest, the latest, that of the first or the last row. */
import type { Aggregate } from "@/lib/charts/aggregate";
import { readTime } from "@/lib/charts/local-time";
import type { FoundColumn } from "@/lib/charts/columns";
import type { Cell } from "@/lib/charts/types";
import { InvalidInputError } from "@/lib/errors";

export type Moment = { epoch: number; cell: string };

/** null where the rows hold none. Throws InvalidInputError for sums, averages and texts that are no times. */
export function momentOf(
  rows: readonly (readonly Cell[])[],
  column: FoundColumn,
  aggregate: Exclude<Aggregate, "count" | "distinct">,
): Moment | null {
  const all = rows.map((row) => toMoment(row[column.index] ?? null, column));
  const present = all.filter((moment) => moment !== null);
  switch (aggregate) {
    case "first":
      return all[0] ?? null;
    case "last":
      return all.at(-1) ?? null;
    case "min":
      return present.reduce<Moment | null>(
        (low, each) => (low && low.epoch <= each.epoch ? low : each),
        null,
      );
    case "max":
      return present.reduce<Moment | null>(
        (high, each) => (high && high.epoch >= each.epoch ? high : each),
        null,
      );
    default:
      throw new InvalidInputError(
        `The column "${column.name}" holds ${column.type === "date" ? "dates" : "times"}, which cannot be added up. Show the earliest or the latest.`,
        { column: column.name },
      );
  }
}

function toMoment(cell: Cell, column: FoundColumn): Moment | null {
  const epoch = readTime(cell, column);
  if (epoch === null) return null;
  return { epoch, cell: typeof cell === "string" ? cell : new Date(epoch).toISOString() };
}
