/** One parameter's value, checked against its type and made into what the server is sent. Pure and client-safe. */
import { assertNever, InvalidInputError } from "@/lib/errors";
import type { ParameterDefinition, ParameterValue } from "@/lib/queries/schemas";
import { type DateRange, resolveRange } from "@/lib/time/ranges";

/** Values travel as text beside the statement; the server reads them as the parameter's type. */
export type BoundValue = string | null;

/** What a single value can be; a list is several of one type, a date range is two dates. */
export type ScalarType = Exclude<ParameterDefinition["type"], "date_range">;

/** What a relative range is counted from. */
export type Clock = {
  now: Date;
  /** IANA zone in which days begin. */
  zone: string;
  /** 1 = Monday … 7 = Sunday. */
  weekStartsOn: number;
};

type Parameter = Pick<ParameterDefinition, "name" | "type"> & { isList?: boolean };

/** The most elements a list may have. */
export const LIST_LIMIT = 10_000;

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A single value. `null` is NULL. Throws InvalidInputError naming the parameter, the value and what is expected. */
export function bindValue(parameter: Parameter & { type: ScalarType }, value: ParameterValue): BoundValue {
  if (value === null) return null;
  switch (parameter.type) {
    case "text":
      if (typeof value === "string" && !value.includes("\0")) return value;
      throw wrongValue(parameter, value, "a text");
    case "number":
      if (typeof value === "number" && Number.isFinite(value)) return String(value);
      if (typeof value === "string" && NUMBER.test(value.trim())) return value.trim();
      throw wrongValue(parameter, value, "a number, e.g. 12.5");
    case "boolean":
      if (value === true || value === "true") return "true";
      if (value === false || value === "false") return "false";
      throw wrongValue(parameter, value, "true or false");
    case "date":
      if (typeof value === "string" && isDay(value)) return value;
      throw wrongValue(parameter, value, "a day written as YYYY-MM-DD");
    default:
      return assertNever(parameter.type);
  }
}

/** The elements of a list, at most {@link LIST_LIMIT}; one value alone is a list of one. Errors as `bindValue`. */
export function bindList(parameter: Parameter & { type: ScalarType }, value: ParameterValue): BoundValue[] {
  if (value === null) return [];
  const elements = Array.isArray(value) ? value : [value];
  if (elements.length > LIST_LIMIT)
    throw refused(
      parameter,
      `The list ${parameter.name} has ${elements.length} values. Give at most ${LIST_LIMIT}.`,
    );
  return elements.map((element) => bindValue(parameter, element));
}

/** The days of a range at the clock's time; `to` is the day after the last. Errors as `bindValue`. */
export function bindRange(parameter: Parameter, value: ParameterValue, clock: Clock): DateRange {
  const expected = "a period: a name like last_full_month, or a first and a last day";
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw wrongValue(parameter, value, expected);
  if (value.kind === "absolute" && !(isDay(value.from) && isDay(value.to)))
    throw wrongValue(parameter, `${value.from} to ${value.to}`, "days that exist, as YYYY-MM-DD");
  return resolveRange(value, clock.now, clock.zone, clock.weekStartsOn);
}

/** True for a day that exists: 2026-02-30 does not. */
function isDay(value: string): boolean {
  const [, year = "", month = "", day = ""] = DATE.exec(value) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return year !== "" && year !== "0000" && date.getUTCDate() === Number(day);
}

function wrongValue(parameter: Parameter, value: ParameterValue, expected: string): InvalidInputError {
  const text = typeof value === "object" ? (JSON.stringify(value) ?? "") : String(value);
  const shown = JSON.stringify(text.slice(0, 80));
  return refused(parameter, `The parameter ${parameter.name} is ${shown}. Give ${expected}.`);
}

function refused({ name }: Parameter, message: string): InvalidInputError {
  return new InvalidInputError(message, { parameter: name, fields: { [`values.${name}`]: message } });
}
