/** Honest remarks: a figure that is not the whole truth says so. */
import { columnLabel, type FoundColumn } from "@/lib/charts/columns";
import type { ComparedPeriods } from "@/lib/charts/compare-grid";
import type { TitleVariables } from "@/lib/charts/title-variables";
import type { Notice, ResultSet } from "@/lib/charts/types";
import { formatNumber } from "@/lib/format/value";

export type PrepareOptions = {
  /** BCP 47. */
  locale: string;
  /** IANA zone in which timestamps are read. */
  zone: string;
  /** The same query for the period compared with. */
  previous?: ResultSet;
  /** e.g. "vs previous 30 days" */
  comparisonLabel?: string;
  /** The days of both, where the second is drawn over the first. */
  periods?: ComparedPeriods;
  /** What variables in the title stand for. */
  variables?: TitleVariables;
};

export function printCount(count: number, locale: string): string {
  return formatNumber(count, { locale, maxDecimals: 0 });
}

/** "1 row", "12 rows". */
export function countOf(count: number, noun: string, locale: string): string {
  return `${printCount(count, locale)} ${noun}${count === 1 ? "" : "s"}`;
}

/** Said whenever the row cap cut the result a figure is computed from. */
export function truncatedNotices(result: ResultSet, locale: string): Notice[] {
  if (!result.truncated) return [];
  return [
    {
      kind: "truncated",
      text: `Only the first ${countOf(result.rows.length, "row", locale)} were read: the query returns more.`,
    },
  ];
}

/** Said where rows shared a place, and where they had none. */
export function gatherNotices(
  grid: { duplicates: boolean; undated: number },
  x: FoundColumn,
  additive: boolean[],
  locale: string,
): Notice[] {
  const notices: Notice[] = [];
  if (grid.duplicates) {
    notices.push({
      kind: "merged",
      text: `Several rows share the same ${columnLabel(x.name).toLowerCase()}; they were ${mergeWords(additive)}.`,
    });
  }
  if (grid.undated > 0) {
    notices.push({
      kind: "truncated",
      text: `Left out: ${countOf(grid.undated, "row", locale)} without a date in "${x.name}".`,
    });
  }
  return notices;
}

function mergeWords(additive: boolean[]): string {
  if (additive.every(Boolean)) return "added up";
  const averaged = "averaged, each row weighing the same";
  return additive.some(Boolean) ? `added up, rates ${averaged}` : averaged;
}
