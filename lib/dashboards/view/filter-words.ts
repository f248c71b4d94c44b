/** What is looked at, in words: for texts with variables, and for files that say what they show. Pure and client-safe. */
import type { DashboardFilter, DashboardFilters, DashboardView } from "@/lib/dashboards/schemas";
import { formatDate, formatRange } from "@/lib/format/dates";
import { formatNumber } from "@/lib/format/value";
import type { ParameterValue } from "@/lib/queries/schemas";
import { RANGE_LABELS } from "@/lib/time/ranges";
import { filterValue, isEmptyValue } from "./effective-view";

type WordFormat = { locale: string; zone: string };

/** By the name of the filter; "all" for one that is not set. */
export function filterWords(
  { fields }: DashboardFilters,
  view: DashboardView,
  format: WordFormat,
): Record<string, string> {
  return Object.fromEntries(
    fields.map((filter) => {
      const value = filterValue(filter, view.values);
      return [filter.name, isEmptyValue(value) ? "all" : valueWords(filter, value, format)];
    }),
  );
}

/** A value as a reader knows it: by the label it is listed under, days and numbers as the reader writes them. */
export function valueWords(filter: DashboardFilter, value: ParameterValue, format: WordFormat): string {
  if (Array.isArray(value)) return value.map((one) => valueWords(filter, one, format)).join(", ");
  if (typeof value === "object")
    return value === null
      ? ""
      : value.kind === "relative"
        ? RANGE_LABELS[value.name]
        : formatRange(value.from, value.to, format);
  const listed = filter.options?.kind === "values" ? filter.options.values : [];
  const label = listed.find((option) => option.value === String(value))?.label;
  if (label) return label;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return formatNumber(value, { locale: format.locale, maxDecimals: 6 });
  return filter.type === "date" ? formatDate(value, format) : value;
}
