/** Choosing and clearing the filters of a view. Pure. */
import type { DashboardFilter, DashboardFilters, DashboardView } from "@/lib/dashboards/schemas";
import { filterValue, isEmptyValue } from "@/lib/dashboards/view/effective-view";
import type { ParameterValue, ParameterValues } from "@/lib/queries/schemas";

/** What each filter comes to, defaults and locks included; those without a value are left out. */
export function chosenValues({ fields }: DashboardFilters, { values }: DashboardView): ParameterValues {
  const chosen = fields.map((filter) => [filter.name, filterValue(filter, values)] as const);
  return Object.fromEntries(chosen.filter(([, value]) => !isEmptyValue(value)));
}

/** `undefined` clears the filter, whatever its default. */
export function withValue(
  view: DashboardView,
  { name }: Pick<DashboardFilter, "name">,
  value: ParameterValue | undefined,
): DashboardView {
  return { ...view, values: { ...view.values, [name]: value ?? null } };
}

/** The view as the dashboard begins. */
export const initialView = ({ range, comparison }: DashboardFilters): DashboardView => ({
  range,
  comparison,
  values: {},
  cross: [],
});

/** What stands on the button that opens the filters where there is little room. */
export const countChosen = (filters: DashboardFilters, view: DashboardView): number =>
  Object.keys(chosenValues(filters, view)).length + (view.comparison === "none" ? 0 : 1);
