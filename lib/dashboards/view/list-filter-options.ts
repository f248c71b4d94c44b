import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { getDashboard } from "@/lib/dashboards/get-dashboard";
import type { DashboardFilter } from "@/lib/dashboards/schemas";
import { type OptionsWithin, optionsOfParameters } from "@/lib/queries";
import type { ParameterOptionsDto, ParameterValues } from "@/lib/queries/schemas";
import { filterValue, isEmptyValue } from "./effective-view";
import { FilterOptionsInput } from "./schemas";
import { dashboardFilter } from "./widget-filters";

/**
 * What a filter of a dashboard can be, given what is chosen for the others; locked ones have their own value, whatever
 * is given. Throws NotFoundError, and InvalidInputError for a filter without a list and for one that waits for another.
 */
export async function listFilterOptions(
  ctx: RequestContext,
  input: FilterOptionsInput,
): Promise<ParameterOptionsDto> {
  requirePermission(ctx, "dashboard:read");
  const { dashboardId, filter, values } = FilterOptionsInput.parse(input);
  const { fields } = (await getDashboard(ctx, { dashboardId })).filters;
  const { isWithin: _, ...offered } = await optionsOfFilter(ctx, fields, { filter, values, within: [] });
  return offered;
}

type Asked = {
  filter: string;
  /** What is chosen for the others. */
  values: ParameterValues;
  /** Filters whose own values the list must keep to; the answer tells whether all of them reach it. */
  within: readonly DashboardFilter[];
};

/** The same for filters that were read already. */
export function optionsOfFilter(
  ctx: RequestContext,
  fields: readonly DashboardFilter[],
  { filter, values, within }: Asked,
): Promise<OptionsWithin> {
  const chosen = fields
    .map((field) => [field.name, filterValue(field, values)] as const)
    .filter(([, value]) => !isEmptyValue(value));
  // What was cleared must not come back as a default.
  const parameters = fields.map((field) => ({ ...field, default: undefined }));
  const held = within.map((field) => dashboardFilter({ filter: field, value: filterValue(field, {}) }, {}));
  return optionsOfParameters(
    ctx,
    { parameters, parameter: filter, values: Object.fromEntries(chosen) },
    held,
  );
}
