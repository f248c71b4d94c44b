import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { getDashboard } from "@/lib/dashboards/get-dashboard";
import { optionsOfParameters } from "@/lib/queries";
import type { ParameterOptionsDto } from "@/lib/queries/schemas";
import { filterValue, isEmptyValue } from "./effective-view";
import { FilterOptionsInput } from "./schemas";

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
  const chosen = fields
    .map((field) => [field.name, filterValue(field, values)] as const)
    .filter(([, value]) => !isEmptyValue(value));
  // What was cleared must not come back as a default.
  const parameters = fields.map((field) => ({ ...field, default: undefined }));
  return optionsOfParameters(ctx, { parameters, parameter: filter, values: Object.fromEntries(chosen) });
}
