/** From what was declared and what was given to what is bound. Pure and client-safe. */
import { InvalidInputError } from "@/lib/errors";
import {
  type BoundValue,
  bindList,
  bindRange,
  bindValue,
  type Clock,
  type ScalarType,
} from "@/lib/queries/bind-value";
import { READER } from "@/lib/queries/placeholders";
import type { ParameterDefinition, ParameterValue, ParameterValues } from "@/lib/queries/schemas";

/** What a placeholder stands for. A list has one value for each element; other types have exactly one. */
export type Resolved = { type: ScalarType; isList: boolean; values: BoundValue[] };

export type Resolution = Clock & {
  parameters: ParameterDefinition[];
  values: ParameterValues;
  /** Attributes of the person who reads, by name without `me.`; absent when nobody in particular does. */
  person?: Record<string, string>;
};

/** Where in a text a parameter stands, for messages. */
type Place = { position?: number };

/**
 * Resolves what is written as `name` or `name.part`. Throws InvalidInputError for a name that is not declared, a
 * part that does not fit the type, and a value that is missing or of the wrong type.
 */
export function resolveParameter(
  resolution: Resolution,
  written: { name: string; part: string | null },
  place: Place = {},
): Resolved {
  if (written.name === READER) return resolveReader(resolution, written.part ?? "", place);
  const parameter = findDeclared(resolution.parameters, written, place);
  const value = valueOf(parameter, resolution.values, place);
  const { type } = parameter;
  if (type === "date_range") {
    const range = value === null ? null : bindRange(parameter, value, resolution);
    const day = range && (written.part === "to" ? range.to : range.from);
    return { type: "date", isList: false, values: [day] };
  }
  const scalar = { ...parameter, type };
  if (parameter.isList) return { type, isList: true, values: bindList(scalar, value) };
  return { type, isList: false, values: [bindValue(scalar, value)] };
}

/** The declaration of what is written. Errors as {@link resolveParameter}, values aside. */
export function findDeclared(
  parameters: ParameterDefinition[],
  { name, part }: { name: string; part: string | null },
  place: Place = {},
): ParameterDefinition {
  const written = `{{${part === null ? name : `${name}.${part}`}}}`;
  const parameter = parameters.find((declared) => declared.name === name);
  const details = { ...place, parameter: name };
  if (!parameter) {
    const known = parameters.map((declared) => `{{${declared.name}}}`).join(", ");
    const advice = known ? `Declared are ${known}.` : "Say its type below the query.";
    throw new InvalidInputError(`The parameter ${written} is not declared. ${advice}`, details);
  }
  const isRange = parameter.type === "date_range";
  if (isRange && part !== "from" && part !== "to")
    throw new InvalidInputError(
      `${written} is a period. Write {{${name}.from}} for its first day and {{${name}.to}} for the day after its last.`,
      details,
    );
  if (!isRange && part !== null)
    throw new InvalidInputError(
      `${written} has a part, but ${name} is no period. Write {{${name}}}, or make it a period.`,
      details,
    );
  return parameter;
}

/** True when a parameter is given a value or has one of its own. */
export function hasValue(parameter: ParameterDefinition, values: ParameterValues): boolean {
  return chosenValue(parameter, values) !== null;
}

/** Values whose names are kept for the person who reads. Throws InvalidInputError when there is one. */
export function refuseReaderValues(values: ParameterValues): void {
  const name = Object.keys(values).find((key) => key === READER || key.startsWith(`${READER}.`));
  if (name === undefined) return;
  const message = `${name} is taken from the person who reads and cannot be given. Leave it out.`;
  throw new InvalidInputError(message, { parameter: name, fields: { [`values.${name}`]: message } });
}

/** Why a query that depends on its reader cannot be made for nobody in particular. */
export function dependsOnReader(attribute?: string, place: Place = {}): InvalidInputError {
  const written = attribute ? `{{${READER}.${attribute}}}` : `an attribute like {{${READER}.department}}`;
  return new InvalidInputError(
    `The query depends on who reads it: it uses ${written}. People see it in Broadsheet; it cannot be sent to a list. Use a parameter instead.`,
    { step: "reader", ...place, ...(attribute ? { parameter: `${READER}.${attribute}` } : {}) },
  );
}

function resolveReader({ person }: Resolution, attribute: string, place: Place): Resolved {
  if (!person) throw dependsOnReader(attribute, place);
  const value = Object.hasOwn(person, attribute) ? person[attribute] : undefined;
  return {
    type: "text",
    isList: false,
    values: [bindValue({ name: `${READER}.${attribute}`, type: "text" }, value ?? null)],
  };
}

/** What is given, else the default, else null. */
function chosenValue(parameter: ParameterDefinition, values: ParameterValues): ParameterValue {
  const given = Object.hasOwn(values, parameter.name) ? values[parameter.name] : undefined;
  return (given === undefined ? parameter.default : given) ?? null;
}

function valueOf(parameter: ParameterDefinition, values: ParameterValues, place: Place): ParameterValue {
  const value = chosenValue(parameter, values);
  if (value !== null || !parameter.isRequired) return value;
  const message = `The parameter ${parameter.label || parameter.name} has no value. Give one, or give the parameter a default.`;
  throw new InvalidInputError(message, {
    ...place,
    parameter: parameter.name,
    fields: { [`values.${parameter.name}`]: message },
  });
}
