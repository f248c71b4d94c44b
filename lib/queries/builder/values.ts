/** What a filter's value becomes: literals checked against the field's type, parameters, days. */
import type { ColumnType } from "@/lib/charts/types";
import { bindValue, type ScalarType } from "@/lib/queries/bind-value";
import { Bound } from "./fragments";

/** A day, or a wall time in the query's zone; only timestamps are compared with times. */
export type Operand = { kind: "value" | "time"; bound: Bound };

const TIME = /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)$/;

const EXPECTED: Record<ColumnType, string> = {
  text: "a text",
  number: "a number, e.g. 12.5",
  boolean: "yes or no",
  date: "a day that exists, as YYYY-MM-DD",
  timestamp: "a day as YYYY-MM-DD, or a time as YYYY-MM-DD HH:MM",
};

/** Answers a sentence when the value does not fit. */
export function readLiteral(type: ColumnType, value: string | number | boolean): Operand | string {
  const refused = `${JSON.stringify(String(value).slice(0, 80))} does not fit. Give ${EXPECTED[type]}.`;
  const time = type === "timestamp" && typeof value === "string" ? TIME.exec(value) : null;
  const [, timeDay = "", clock = ""] = time ?? [];
  try {
    if (time) {
      bindValue({ name: "day", type: "date" }, timeDay);
      return {
        kind: "time",
        bound: new Bound("text", `${timeDay} ${clock.length === 5 ? `${clock}:00` : clock}`),
      };
    }
    const scalar = scalarType(type);
    return {
      kind: "value",
      bound: new Bound(
        scalar,
        bindValue({ name: "value", type: scalar }, scalar === "text" ? String(value) : value),
      ),
    };
  } catch {
    return refused;
  }
}

/** A timestamp is compared with days. */
export const scalarType = (type: ColumnType): ScalarType => (type === "timestamp" ? "date" : type);

/** The day after a day YYYY-MM-DD. */
export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
