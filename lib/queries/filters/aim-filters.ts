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
};

/** Throws InvalidInputError for a value that does not fit the filter's type. */
export function aimFilters(
  filters: readonly FigureFilter[],
  parameters: readonly ParameterDefinition[],
  clock: Clock,
): AimedFilters {
  const aimed: AimedFilters = { values: {}, columns: [], missed: [] };
  for (const filter of filters) {
    const { aim } = filter;
    const parameter = parameterOf(filter, parameters);
    if (parameter) aimed.values[parameter.name] = asTaken(filter.value, parameter);
    else if (aim.kind === "column" || aim.kind === "same_name")
      aimed.columns.push(columnFilter(filter, aim.name, clock));
    else aimed.missed.push(filter.label);
  }
  return aimed;
}

function parameterOf(
  { aim, type }: FigureFilter,
  parameters: readonly ParameterDefinition[],
): ParameterDefinition | undefined {
  if (aim.kind !== "parameter" && aim.kind !== "same_name") return undefined;
  const named =
    parameters.find(({ name }) => name === aim.name) ??
    (aim.kind === "same_name" ? parameters.find(({ name }) => readsLike(name, aim.name)) : undefined);
  // What the period fills is not a filter's to give, and a period is no single value.
  if (!named || isFilledByPeriod(named)) return undefined;
  return (named.type === "date_range") === (type === "date_range") ? named : undefined;
}

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
