import { measureRows } from "@/lib/charts/aggregate";
import { columnLabel, findColumn, isAdditive, unitOf } from "@/lib/charts/columns";
import type { PrepareOptions } from "@/lib/charts/notices";
import type { PivotMeasure } from "@/lib/charts/pivot-spec";
import type { Cell, Notice, ResultSet, TableCell } from "@/lib/charts/types";
import type { Unit } from "@/lib/format/units";
import { formatValue } from "@/lib/format/value";

/** A measure with everything known about it. `compute` takes the source rows behind a cell. */
export type ReadyMeasure = {
  label: string;
  unit: Unit;
  /** May it be computed over rows of different places, for a group or a total? */
  hasTotals: boolean;
  compute: (rows: readonly (readonly Cell[])[]) => number | null;
  print: (value: number | null) => TableCell;
  notice: Notice | null;
};

const VERBS = { avg: "the average of", min: "the smallest of", max: "the largest of" } as const;

/**
 * Totals are computed from the rows themselves, never from cells: a rate stays a rate, an average an average. What
 * has no total says so: a first or last row, and the sum of something that does not add up.
 */
export function readyMeasure(
  result: ResultSet,
  measure: PivotMeasure,
  options: PrepareOptions,
): ReadyMeasure {
  const { value, aggregate, denominator } = measure;
  const column = findColumn(result, value);
  const isCount = denominator === undefined && (aggregate === "count" || aggregate === "distinct");
  const natural: Unit = denominator !== undefined ? "percent" : isCount ? "count" : unitOf(column, undefined);
  const unit = measure.unit ?? natural;
  const label = measure.label || columnLabel(value);
  const adds = aggregate !== "sum" || isAdditive(value, unitOf(column, undefined));
  const hasTotals = denominator !== undefined || (aggregate !== "first" && aggregate !== "last" && adds);
  // An average of counts is rarely whole.
  const printed = aggregate === "avg" && unit === "count" && measure.decimals === undefined ? "score" : unit;
  const format = { locale: options.locale, decimals: measure.decimals };
  return {
    label,
    unit,
    hasTotals,
    compute: (rows) => measureRows(result, rows, measure),
    print: (raw) => ({ raw, text: formatValue(raw, printed, format) }),
    notice: noticeOf(measure, label, hasTotals),
  };
}

function noticeOf(
  { aggregate, denominator }: PivotMeasure,
  label: string,
  hasTotals: boolean,
): Notice | null {
  const say = (text: string): Notice => ({ kind: "merged", text });
  if (!hasTotals) {
    const why = aggregate === "sum" ? "it does not add up" : "rows of different places have no common order";
    return say(`${label} has no totals: ${why}.`);
  }
  if (denominator !== undefined) return say(`Totals of ${label} divide the sums of all rows.`);
  if (aggregate === "avg" || aggregate === "min" || aggregate === "max")
    return say(`Totals of ${label} are ${VERBS[aggregate]} all rows, not a sum.`);
  if (aggregate === "distinct")
    return say(`Totals of ${label} count a value that occurs in several places once.`);
  return null;
}
