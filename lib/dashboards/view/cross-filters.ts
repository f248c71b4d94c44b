/** What was clicked on a dashboard's figures. Pure and client-safe. */
import type { Condition, Selection } from "@/lib/charts/selection";
import { isSameSelection } from "@/lib/charts/selection";
import type { CrossFilter } from "@/lib/dashboards/schemas";

const LONGEST_LABEL = 300;

/** Each figure holds one choice at a time; what is chosen again is let go. */
export function withSelection(
  cross: readonly CrossFilter[],
  widgetKey: string,
  selection: Selection,
): CrossFilter[] {
  const before = selectionOf(cross, widgetKey);
  const others = withoutWidget(cross, widgetKey);
  if (before && isSameSelection(before, selection)) return others;
  const { and, ...first } = selection;
  return [...others, ...[first, ...(and ? [and] : [])].map((condition) => crossFilter(widgetKey, condition))];
}

export const withoutWidget = (cross: readonly CrossFilter[], widgetKey: string): CrossFilter[] =>
  cross.filter((filter) => filter.widgetKey !== widgetKey);

/** What is chosen in one figure. */
export function selectionOf(cross: readonly CrossFilter[], widgetKey: string): Selection | null {
  const [first, second] = cross.filter((filter) => filter.widgetKey === widgetKey).map(condition);
  return first ? { ...first, ...(second ? { and: second } : {}) } : null;
}

const condition = ({ column, value, label }: CrossFilter): Condition => ({ column, value, label });

const crossFilter = (widgetKey: string, { column, value, label }: Condition): CrossFilter => ({
  widgetKey,
  column,
  value,
  label: label.slice(0, LONGEST_LABEL),
});
