/** What a reader's view comes to on this dashboard: locks hold, defaults fill in. Pure and client-safe. */
import { columnLabel } from "@/lib/charts/columns";
import type { Comparison, DashboardFilter, DashboardFilters, DashboardView } from "@/lib/dashboards/schemas";
import type { ParameterValue } from "@/lib/queries/schemas";
import type { RangeChoice } from "@/lib/time/ranges";

export type SetFilter = { filter: DashboardFilter; value: ParameterValue };

export type EffectiveView = {
  range: RangeChoice;
  comparison: Comparison;
  /** Those that have a value, in the dashboard's order. */
  filters: SetFilter[];
};

/** Values of filters that the dashboard does not have are left out: an address reaches no further than its author let it. */
export function effectiveView(
  { range, isRangeLocked, comparison, fields }: DashboardFilters,
  view: Omit<DashboardView, "cross">,
): EffectiveView {
  return {
    range: isRangeLocked ? range : view.range,
    comparison: isRangeLocked ? comparison : view.comparison,
    filters: fields
      .map((filter) => ({ filter, value: filterValue(filter, view.values) }))
      .filter(({ value }) => !isEmptyValue(value)),
  };
}

/** What is chosen, unless the filter is locked; else its default. */
export function filterValue(filter: DashboardFilter, values: DashboardView["values"]): ParameterValue {
  const given = !filter.isLocked && Object.hasOwn(values, filter.name) ? values[filter.name] : undefined;
  return (given === undefined ? filter.default : given) ?? null;
}

/** A filter left empty is no filter. */
export const isEmptyValue = (value: ParameterValue): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

export const filterLabel = ({ label, name }: Pick<DashboardFilter, "label" | "name">): string =>
  label || columnLabel(name);
