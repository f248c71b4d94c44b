/** One parameter's value, checked against its type and made into what the server is sent. Pure and client-safe. */
import { assertNever, InvalidInputError } from "@/lib/errors";
import type { ParameterDefinition } from "@/lib/queries/schemas";

/** Values travel as text beside the statement; the server reads them as the parameter's type. */
export type BoundValue = string | null;

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `null` is an explicit NULL. Throws InvalidInputError naming the parameter, the value and what is expected. */
export function bindValue(
  parameter: Pick<ParameterDefinition, "name" | "type">,
  value: string | number | boolean | null,
): BoundValue {
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

/** True for a day that exists: 2026-02-30 does not. */
function isDay(value: string): boolean {
  const [, year = "", month = "", day = ""] = DATE.exec(value) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return year !== "" && year !== "0000" && date.getUTCDate() === Number(day);
}

function wrongValue(
  parameter: Pick<ParameterDefinition, "name">,
  value: string | number | boolean,
  expected: string,
): InvalidInputError {
  const shown = JSON.stringify(String(value).slice(0, 80));
  const message = `The parameter ${parameter.name} is ${shown}. Give ${expected}.`;
  return new InvalidInputError(message, {
    parameter: parameter.name,
    fields: { [`values.${parameter.name}`]: message },
  });
}
