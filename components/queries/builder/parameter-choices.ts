/** Parameters and the reader's attributes as values of conditions. Pure. */
import type { ColumnType } from "@/lib/charts/types";
import type { FilterOperator } from "@/lib/queries/builder/schema";
import type { ParameterDefinition } from "@/lib/queries/schemas";
import { takesList } from "./filter-words";

const READER = "me.";

/** What is known of everybody; other attributes are written by name. */
const READER_ATTRIBUTES = [
  { name: "me.department", words: "the reader’s department" },
  { name: "me.job_role", words: "the reader’s job role" },
  { name: "me.email", words: "the reader’s e-mail address" },
  { name: "me.name", words: "the reader’s name" },
] as const;

/** "the reader’s department" of `me.department`; null for a parameter of the query. */
export function readerWords(name: string): string | null {
  if (!name.startsWith(READER)) return null;
  const known = READER_ATTRIBUTES.find((attribute) => attribute.name === name);
  return known?.words ?? `the reader’s ${name.slice(READER.length).replaceAll("_", " ")}`;
}

/** Those everybody has, and the chosen one when it is another. */
export function readerAttributes(chosen: string): { name: string; words: string }[] {
  const words = readerWords(chosen);
  const isOther = words !== null && !READER_ATTRIBUTES.some(({ name }) => name === chosen);
  return isOther ? [...READER_ATTRIBUTES, { name: chosen, words }] : [...READER_ATTRIBUTES];
}

/** The type a parameter must have to be compared with such a column by this operator. */
export function parameterType(type: ColumnType, operator: FilterOperator): ParameterDefinition["type"] {
  if (operator === "in_range") return "date_range";
  return type === "timestamp" ? "date" : type;
}

/** Two values at once are written as numbers, not asked for. */
export const mayBeParameter = (operator: FilterOperator): boolean => operator !== "between";

/** The query's parameters that can stand here. */
export function fittingParameters(
  parameters: readonly ParameterDefinition[],
  type: ColumnType,
  operator: FilterOperator,
): ParameterDefinition[] {
  const wanted = parameterType(type, operator);
  return parameters.filter(
    (parameter) => parameter.type === wanted && (takesList(operator) || !parameter.isList),
  );
}

/** "Clinic name" → `clinic_name`; empty when nothing of it can be a name. */
export const toParameterName = (words: string): string =>
  words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 63);

/** Why a new parameter cannot have this name; null when it can. */
export function nameProblem(name: string, parameters: readonly ParameterDefinition[]): string | null {
  if (name === "") return "Write a name, e.g. clinic.";
  if (name === "me") return "The name me is kept for the person who reads.";
  if (parameters.some((parameter) => parameter.name === name)) return `There is a parameter ${name} already.`;
  return null;
}
