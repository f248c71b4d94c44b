/** What was clicked on a dashboard's figures. Pure and client-safe. */
import { conditionsOf, isSameSelection, type Selection, selectionFrom } from "@/lib/charts/selection";
import type { Condition } from "@/lib/charts/types";
import type { CrossFilter } from "@/lib/dashboards/schemas";
import { MAX_CROSS_FILTERS } from "@/lib/dashboards/widgets";

const LONGEST_LABEL = 300;

/** Each figure holds one choice at a time; what is chosen again is let go, and the oldest where there are too many. */
export function withSelection(
  cross: readonly CrossFilter[],
  widgetKey: string,
  selection: Selection,
): CrossFilter[] {
  const before = selectionOf(cross, widgetKey);
  const others = withoutWidget(cross, widgetKey);
  if (before && isSameSelection(before, selection)) return others;
  const chosen = conditionsOf(selection).map((each) => crossFilter(widgetKey, each));
  return [...newest(others, MAX_CROSS_FILTERS - chosen.length), ...chosen];
}

/** A choice is let go whole: half of one would show what nobody chose. */
function newest(cross: readonly CrossFilter[], most: number): CrossFilter[] {
  const [oldest] = cross;
  return oldest === undefined || cross.length <= most
    ? [...cross]
    : newest(withoutWidget(cross, oldest.widgetKey), most);
}

export const withoutWidget = (cross: readonly CrossFilter[], widgetKey: string): CrossFilter[] =>
  cross.filter((filter) => filter.widgetKey !== widgetKey);

/** What is chosen in one figure. */
export function selectionOf(cross: readonly CrossFilter[], widgetKey: string): Selection | null {
  return selectionFrom(cross.filter((filter) => filter.widgetKey === widgetKey).map(condition));
}

const condition = ({ column, value, label }: CrossFilter): Condition => ({ column, value, label });

const crossFilter = (widgetKey: string, { column, value, label }: Condition): CrossFilter => ({
  widgetKey,
  column,
  value,
  label: label.slice(0, LONGEST_LABEL),
});
