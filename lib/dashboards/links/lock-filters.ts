/** Holds filters at values that a signature names. Pure. */
import type { DashboardFilters } from "@/lib/dashboards/schemas";
import type { ParameterValue, ParameterValues } from "@/lib/queries/schemas";

/** Names whose value would hold nothing back: the dashboard has no such filter, or the value is empty. */
export function idleLocks({ fields }: DashboardFilters, values: ParameterValues): string[] {
  const known = new Set(fields.map(({ name }) => name));
  return Object.entries(values).flatMap(([name, value]) =>
    known.has(name) && !isEmpty(value) ? [] : [name],
  );
}

const isEmpty = (value: ParameterValue): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** The filters with these values as what they always are. */
export function lockFilters(filters: DashboardFilters, values: ParameterValues): DashboardFilters {
  const fields = filters.fields.map((field) => {
    const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    return value === undefined ? field : { ...field, default: value, isLocked: true };
  });
  return { ...filters, fields };
}
