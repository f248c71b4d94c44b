/** What a reader looked at, in words: printed on every file. Pure. */
import { columnLabel } from "@/lib/charts/columns";
import type { VariableValues } from "@/lib/charts/variables";
import type { DashboardDto, DashboardView } from "@/lib/dashboards/schemas";
import { effectiveView, filterLabel, filterWords, valueWords } from "@/lib/dashboards";
import { assertNever } from "@/lib/errors";
import { formatDate, formatRange } from "@/lib/format/dates";
import { lastDayOf, RANGE_LABELS, type RangeChoice, resolveRange } from "@/lib/time/ranges";

export type WordsPlace = { zone: string; locale: string; weekStartsOn: number; now: Date };
export type ViewWords = {
  /** "1–31 October 2026" */
  period: string;
  /** Comparison, filters, and what was clicked. */
  facts: { label: string; value: string }[];
  /** For titles and texts. */
  variables: VariableValues;
};

export function viewWords(
  dashboard: Pick<DashboardDto, "filters">,
  view: DashboardView,
  place: WordsPlace,
): ViewWords {
  const { range, comparison, filters } = effectiveView(dashboard.filters, view);
  const period = rangeWords(range, place);
  const set = filters.map(({ filter, value }) => ({ filter, words: valueWords(filter, value, place) }));
  return {
    period,
    facts: [
      ...comparisonFacts(comparison),
      ...set.map(({ filter, words }) => ({ label: filterLabel(filter), value: words })),
      ...view.cross.map(({ column, label }) => ({ label: columnLabel(column), value: label })),
    ],
    variables: {
      period,
      today: formatDate(place.now, place),
      filters: filterWords(dashboard.filters, view, place),
    },
  };
}

function rangeWords(choice: RangeChoice, place: WordsPlace): string {
  if (choice.kind === "relative" && choice.name === "all_time") return RANGE_LABELS.all_time;
  const range = resolveRange(choice, place.now, place.zone, place.weekStartsOn);
  return formatRange(range.from, lastDayOf(range), place);
}

function comparisonFacts(comparison: DashboardView["comparison"]): ViewWords["facts"] {
  switch (comparison) {
    case "none":
      return [];
    case "previous_period":
      return [{ label: "Compared with", value: "the period before" }];
    case "previous_year":
      return [{ label: "Compared with", value: "the same period a year before" }];
    default:
      return assertNever(comparison);
  }
}
