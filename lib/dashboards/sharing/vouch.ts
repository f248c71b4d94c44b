/**
 * Whoever saves a dashboard vouches for its figures: its readers see them, whether or not the queries are shared with
 * them. So nobody may bend a figure whose query they do not see themselves: not what it draws, and not the filters by
 * which its readers ask. Pure.
 */
import type { DashboardFilter, DashboardFilters, WidgetDto } from "../schemas";

export type Vouched = { filters: DashboardFilters; widgets: readonly WidgetDto[] };

/** What the query is asked, and which of its rows and columns are drawn. */
export const figureText = ({ queryId, visual, parameters, options }: WidgetDto): string =>
  JSON.stringify(sortedKeys([queryId, visual, parameters, options.bindings]));

/** The name of a filter that was bent and reaches one of these widgets, "period" for the period, or null. */
export function bentFilter(
  before: DashboardFilters,
  after: DashboardFilters,
  unseen: readonly WidgetDto[],
): string | null {
  if (unseen.length === 0) return null;
  const isPeriodBent = before.isRangeLocked && !(after.isRangeLocked && isSame(before.range, after.range));
  if (isPeriodBent) return "period";
  const bent = before.fields.find(
    (field) => unseen.some((widget) => reaches(field, widget)) && !isKept(field, after.fields),
  );
  return bent ? bent.label || bent.name : null;
}

/** Filters that were added since do not reach a figure of somebody else's query. */
export function withoutNewFilters(
  widget: WidgetDto,
  before: DashboardFilters,
  after: DashboardFilters,
): WidgetDto {
  const known = new Set(before.fields.map(({ name }) => name));
  const added = after.fields.filter(({ name }) => !known.has(name));
  if (added.length === 0) return widget;
  const none = Object.fromEntries(added.map(({ name }) => [name, { kind: "none" as const }]));
  return { ...widget, options: { ...widget.options, bindings: { ...widget.options.bindings, ...none } } };
}

const reaches = ({ name }: DashboardFilter, { options }: WidgetDto): boolean =>
  options.bindings[name]?.kind !== "none";

/** A label says nothing of what is asked. */
function isKept(field: DashboardFilter, fields: readonly DashboardFilter[]): boolean {
  const now = fields.find(({ name }) => name === field.name);
  return now !== undefined && isSame({ ...now, label: "" }, { ...field, label: "" });
}

const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(sortedKeys(a)) === JSON.stringify(sortedKeys(b));

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => a.localeCompare(b)).map(([key, entry]) => [key, sortedKeys(entry)]),
  );
}
