/** Which filters give a query's parameters their values, and which leave out rows. Pure. */
import type { Cell } from "@/lib/charts/types";
import { bindList, bindRange, type Clock } from "@/lib/queries/bind-value";
import type { ColumnFilter, FigureFilter } from "@/lib/queries/filters/figure-filter";
import { readsLike } from "@/lib/queries/filters/narrow-rows";
import { isFilledByPeriod } from "@/lib/queries/parameters/filled-by-period";
import type { ParameterDefinition, ParameterValue, ParameterValues } from "@/lib/queries/schemas";

export type AimedFilters = {
  /** By the name of the parameter. */
  values: ParameterValues;
  columns: ColumnFilter[];
  /** Labels of those that reach nothing here. */
  missed: string[];
  /** What each filter reaches, in their order. */
  ways: FilterWay[];
};

export type FilterWay =
  | { kind: "parameter"; name: string }
  | { kind: "column"; filter: ColumnFilter }
  /** `name` is the parameter that was meant; null where the figure's author left the filter out. */
  | { kind: "none"; name: string | null };

/**
 * The first filter that reaches a parameter holds it: those that follow may take from what it lets through, and what
 * they would let in besides leaves out rows instead. `own` are the values that the figure's author gave. Throws
 * InvalidInputError for a value that does not fit the filter's type.
 */
export function aimFilters(
  filters: readonly FigureFilter[],
  { parameters, own }: { parameters: readonly ParameterDefinition[]; own: ParameterValues },
  clock: Clock,
): AimedFilters {
  const values: ParameterValues = {};
  const ways = filters.map((filter): FilterWay => {
    const { aim } = filter;
    const parameter = parameterOf(filter, parameters);
    const held = parameter && heldValue(parameter, values, filter.isClicked ? own : {});
    const value = held === undefined ? filter.value : within(filter.value, held);
    if (parameter && value !== undefined) {
      values[parameter.name] = asTaken(value, parameter);
      return { kind: "parameter", name: parameter.name };
    }
    if (aim.kind === "column" || aim.kind === "same_name")
      return { kind: "column", filter: columnFilter(filter, aim.name, clock) };
    return { kind: "none", name: aim.kind === "parameter" ? aim.name : null };
  });
  return {
    values,
    ways,
    columns: ways.flatMap((way) => (way.kind === "column" ? [way.filter] : [])),
    missed: filters.flatMap(({ label }, index) => (ways[index]?.kind === "none" ? [label] : [])),
  };
}

function parameterOf(
  { aim, type, value }: FigureFilter,
  parameters: readonly ParameterDefinition[],
): ParameterDefinition | undefined {
  // "The rows without one" is nothing that a parameter can be given: it would let everything through.
  if (value === null) return undefined;
  if (aim.kind !== "parameter" && aim.kind !== "same_name") return undefined;
  const named =
    parameters.find(({ name }) => name === aim.name) ??
    (aim.kind === "same_name" ? parameters.find(({ name }) => readsLike(name, aim.name)) : undefined);
  // What the period fills is not a filter's to give, and a period is no single value.
  if (!named || isFilledByPeriod(named)) return undefined;
  return (named.type === "date_range") === (type === "date_range") ? named : undefined;
}

/** What already stands for a parameter; undefined where anything may. */
function heldValue({ name }: ParameterDefinition, ...given: ParameterValues[]): ParameterValue | undefined {
  const values = given.map((by) => (Object.hasOwn(by, name) ? by[name] : undefined));
  return values.find((value) => value !== undefined && value !== null && value !== "");
}

/** The part of a value that another lets through; undefined for nothing of it. */
function within(value: ParameterValue, held: ParameterValue): ParameterValue | undefined {
  const allowed = new Set([held].flat().map(written));
  const isAllowed = (each: ParameterValue) => allowed.has(written(each));
  if (!Array.isArray(value)) return isAllowed(value) ? value : undefined;
  const left = value.filter(isAllowed);
  return left.length > 0 ? left : undefined;
}

/** A number and the text of it are the same to a parameter. */
const written = (value: ParameterValue): string =>
  typeof value === "object" ? JSON.stringify(value) : String(value);

/** A list of one is the one, where one is taken; more are left for the binding to refuse in its own words. */
function asTaken(value: ParameterValue, { isList }: ParameterDefinition): ParameterValue {
  if (isList || !Array.isArray(value) || value.length !== 1) return value;
  return value[0] ?? null;
}

function columnFilter(
  { label, type, value, origin }: FigureFilter,
  column: string,
  clock: Clock,
): ColumnFilter {
  if (type === "date_range")
    return {
      label,
      column,
      keep: { kind: "days", days: bindRange({ name: label, type }, value, clock) },
      origin,
    };
  const values: Cell[] = value === null ? [null] : bindList({ name: label, type }, value);
  return { label, column, keep: { kind: "values", values }, origin };
}
