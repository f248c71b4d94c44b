/** Honest remarks: a figure that is not the whole truth says so. */
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
