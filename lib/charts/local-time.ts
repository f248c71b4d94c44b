/** Instants as people read their clocks. */
import type { Cell, ResultColumn } from "@/lib/charts/types";
import { InvalidInputError } from "@/lib/errors";
import { dateTimeFormat } from "@/lib/format/dates";

export const DAY_MS = 86_400_000;
/** Texts that name one instant by themselves: a bare date is its midnight in UTC. */
const COMPLETE = /^\d{4}-\d{2}-\d{2}$|(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Epoch milliseconds of a date (its midnight in UTC) or a timestamp (in UTC unless it carries an offset);
 * null stays null. Throws InvalidInputError on a text that is neither.
 */
export function readTime(cell: Cell | undefined, column: ResultColumn): number | null {
  if (cell === null || cell === undefined || cell === "") return null;
  const text = String(cell);
  const epoch = typeof cell === "number" ? cell : Date.parse(COMPLETE.test(text) ? text : `${text}Z`);
  if (Number.isNaN(epoch)) {
    throw new InvalidInputError(`The column "${column.name}" holds "${text}", which is not a date or time.`, {
      column: column.name,
    });
  }
  return epoch;
}

/** A wall-clock reading. `days` counts whole days since 1970-01-01, a Thursday. */
export type LocalTime = { year: number; month: number; day: number; days: number; secondOfDay: number };

export function readLocal(epoch: number, zone: string): LocalTime {
  const shifted = zone === "UTC" ? epoch : epoch + offsetMs(epoch, zone);
  const date = new Date(shifted);
  const days = Math.floor(shifted / DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    days,
    secondOfDay: Math.floor((shifted - days * DAY_MS) / 1000),
  };
}

function offsetMs(epoch: number, zone: string): number {
  const options: Intl.DateTimeFormatOptions = {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  };
  const parts = dateTimeFormat("en-US", options).formatToParts(epoch);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wall - Math.floor(epoch / 1000) * 1000;
}
