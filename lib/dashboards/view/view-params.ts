/**
 * A view as the parameters of an address, readable and short: `range=last_30_days&compare=previous_year&f.clinic=North&
 * f.clinic=South&cross=…`. What an address does not say is the dashboard's own. Pure and client-safe.
 */
import type {
  Comparison,
  CrossFilter,
  DashboardFilter,
  DashboardFilters,
  DashboardView,
} from "@/lib/dashboards/schemas";
import type { ParameterValue } from "@/lib/queries/schemas";
import { MAX_CROSS_FILTERS } from "@/lib/dashboards/widgets";
import { decodeRange, encodeRange, sameRange } from "@/lib/time/range-param";

/** As Next and the browser give them. */
export type ViewParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export const RANGE_PARAM = "range";
export const COMPARE_PARAM = "compare";
export const CROSS_PARAM = "cross";
export const filterParam = ({ name }: Pick<DashboardFilter, "name">): string => `f.${name}`;

/** What cannot be read is left out: a broken address shows the dashboard, not an error. */
export function viewFromParams(params: ViewParams, filters: DashboardFilters): DashboardView {
  const values: DashboardView["values"] = {};
  for (const filter of filters.fields.filter(({ isLocked }) => !isLocked)) {
    const texts = allOf(params[filterParam(filter)]);
    const value = texts.length > 0 ? readValue(filter, texts) : undefined;
    if (value !== undefined) values[filter.name] = value;
  }
  return {
    ...readPeriod(params, filters),
    values,
    cross: readCross(firstOf(params[CROSS_PARAM])),
  };
}

function readPeriod(
  params: ViewParams,
  { range, isRangeLocked, comparison }: DashboardFilters,
): Pick<DashboardView, "range" | "comparison"> {
  if (isRangeLocked) return { range, comparison };
  const compared = firstOf(params[COMPARE_PARAM]);
  return {
    range: decodeRange(firstOf(params[RANGE_PARAM])) ?? range,
    comparison: isComparison(compared) ? compared : comparison,
  };
}

/** null for what is as the dashboard has it: that parameter is not in the address. */
export function paramsFromView(
  { range, comparison, values, cross }: DashboardView,
  filters: DashboardFilters,
): Record<string, string | string[] | null> {
  const params: Record<string, string | string[] | null> = {
    [RANGE_PARAM]: sameRange(range, filters.range) ? null : encodeRange(range),
    [COMPARE_PARAM]: comparison === filters.comparison ? null : comparison,
    [CROSS_PARAM]: cross.length === 0 ? null : writeCross(cross),
  };
  for (const filter of filters.fields) {
    const value = Object.hasOwn(values, filter.name) ? values[filter.name] : undefined;
    const isDefault = value === undefined || isSameValue(value, filter.default ?? null);
    params[filterParam(filter)] = isDefault ? null : writeValue(value);
  }
  return params;
}

/** The same as what follows "?"; empty for the dashboard's own view. */
export function viewSearch(view: DashboardView, filters: DashboardFilters): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(paramsFromView(view, filters)))
    for (const text of value === null ? [] : [value].flat()) search.append(name, text);
  return search;
}

/** An empty text is a filter that was cleared, whatever its default. */
function readValue({ type, isList }: DashboardFilter, texts: readonly string[]): ParameterValue | undefined {
  const given = texts.filter((text) => text !== "");
  const [first] = given;
  if (first === undefined) return null;
  if (type === "date_range") return decodeRange(first) ?? undefined;
  if (isList) return [...given];
  if (type === "boolean") return first === "true" ? true : first === "false" ? false : undefined;
  if (type === "number") return Number.isFinite(Number(first)) ? Number(first) : undefined;
  return first;
}

function writeValue(value: ParameterValue): string | string[] {
  if (value === null) return "";
  if (Array.isArray(value)) return value.length === 0 ? "" : value.map(String);
  return typeof value === "object" ? encodeRange(value) : String(value);
}

export const isSameValue = (a: ParameterValue, b: ParameterValue): boolean =>
  JSON.stringify(writeValue(a)) === JSON.stringify(writeValue(b));

const writeCross = (cross: readonly CrossFilter[]): string =>
  JSON.stringify(cross.map(({ widgetKey, column, value, label }) => [widgetKey, column, value, label]));

function readCross(text: string): CrossFilter[] {
  if (text === "") return [];
  try {
    const parts: unknown = JSON.parse(text);
    if (!Array.isArray(parts)) return [];
    return parts.slice(0, MAX_CROSS_FILTERS).flatMap((part) => {
      const [widgetKey, column, value, label] = Array.isArray(part) ? part : [];
      const read = { widgetKey, column, value, label };
      return isCrossFilter(read) ? [read] : [];
    });
  } catch {
    return [];
  }
}

const COMPARISONS: Record<Comparison, true> = { none: true, previous_period: true, previous_year: true };
const isComparison = (text: string): text is Comparison => Object.hasOwn(COMPARISONS, text);

/** As strict as the schema of a CrossFilter, which pages that only read do not load. */
function isCrossFilter(read: Record<keyof CrossFilter, unknown>): read is CrossFilter {
  const { widgetKey, column, value, label } = read;
  return (
    isText(widgetKey, 40) &&
    /^[a-z0-9-]+$/.test(widgetKey) &&
    isText(column, 200) &&
    isText(label, 300) &&
    (value === null ||
      typeof value === "boolean" ||
      (typeof value === "number" && Number.isFinite(value)) ||
      isText(value, 2000))
  );
}

const isText = (value: unknown, length: number): value is string =>
  typeof value === "string" && value.length <= length;

const allOf = (value: ViewParams[string]): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;
const firstOf = (value: ViewParams[string]): string => allOf(value)[0] ?? "";
