/** What differs between the sources' SQL. Every function takes and gives fragments; none sees a person's text. */
import type { ColumnType } from "@/lib/charts/types";
import type { Dialect } from "@/lib/data-sources/schemas";
import type { Bound, Fragment } from "@/lib/queries/builder/fragments";

export type DatePart = "year" | "month" | "day" | "weekday" | "hour";
export type DateUnit = "week" | "month" | "quarter" | "year";
export type SimpleAggregate = "sum" | "average" | "min" | "max" | "count_distinct";

export type SqlDialect = {
  name: Dialect;
  /** A name of a table or column as a quoted identifier. */
  quoteName(name: string): string;
  /** What stands around a placeholder that brings its type already. */
  placeholder(bound: Bound, written: string): string;
  literal(bound: Bound): string;

  /** A column as its type is compared and computed with, whatever the source's own type is. */
  read(column: Fragment, type: ColumnType): Fragment;
  /** What a column is grouped by. */
  group(column: Fragment, type: ColumnType): Fragment;
  /** Case-sensitive. */
  equalsText(text: Fragment, value: Fragment): Fragment;
  /** `values` are separated by commas already. */
  inTexts(text: Fragment, values: Fragment): Fragment;
  hasNoCharacters(text: Fragment): Fragment;
  /** Whatever the case; nothing in `part` has a special meaning. */
  contains(text: Fragment, part: Fragment): Fragment;
  startsWith(text: Fragment, part: Fragment): Fragment;
  endsWith(text: Fragment, part: Fragment): Fragment;

  /** A text such as 2026-01-31 08:30:00 as a wall time in the query's zone, to compare timestamps with. */
  timestamp(text: Fragment): Fragment;
  /** The wall time of an instant in the query's zone. */
  local(timestamp: Fragment): Fragment;
  /** A day as what a timestamp is compared with: its first instant. */
  startOfDay(day: Fragment): Fragment;
  /** Of a date, or of a wall time. */
  dayAfter(day: Fragment): Fragment;
  toDay(local: Fragment): Fragment;
  /** `weekStartsOn` is 1 (Monday) to 7. */
  startOf(unit: DateUnit, local: Fragment, weekStartsOn: number): Fragment;
  /** Where SQL is shown: the day of the session. */
  today(): Fragment;
  startOfHour(timestamp: Fragment): Fragment;
  /** Whole numbers; the weekday is 1 (Monday) to 7. */
  part(part: DatePart, local: Fragment): Fragment;
  addDays(day: Fragment, days: Fragment): Fragment;
  /** Whole days from the first day to the second. */
  daysBetween(from: Fragment, to: Fragment): Fragment;

  /** A column's number as it is computed with, so that products do not overflow where that can be helped. */
  number(value: Fragment): Fragment;
  /** Without what stands after the point, as an integer. */
  whole(value: Fragment): Fragment;
  /** A number written in an expression. */
  constant(value: Fragment): Fragment;
  subtract(left: Fragment, right: Fragment): Fragment;
  multiply(left: Fragment, right: Fragment): Fragment;
  /** Never as integers; NULL where the divisor is zero. */
  divide(left: Fragment, right: Fragment): Fragment;
  remainder(left: Fragment, right: Fragment): Fragment;
  /** As a double. */
  approximate(number: Fragment): Fragment;
  /** Half away from zero. */
  round(number: Fragment, digits: number): Fragment;
  floor(number: Fragment): Fragment;
  ceil(number: Fragment): Fragment;

  /** Empty texts count as nothing. */
  concat(texts: Fragment[]): Fragment;
  lower(text: Fragment): Fragment;
  upper(text: Fragment): Fragment;
  trim(text: Fragment): Fragment;
  length(text: Fragment): Fragment;
  /** `count` is a whole number of at least zero. */
  left(text: Fragment, count: Fragment): Fragment;
  right(text: Fragment, count: Fragment): Fragment;
  replace(text: Fragment, search: Fragment, replacement: Fragment): Fragment;

  count(): Fragment;
  aggregate(kind: SimpleAggregate, value: Fragment, type: ColumnType): Fragment;
  /** `fraction` is 0 to 1; linear interpolation. null where the source has no such function: rows are ranked then. */
  percentile: ((value: Fragment, fraction: number) => Fragment) | null;
  /**
   * NULL last. `position` counts the columns of the result from 1; `value` stands for the column in expressions: its
   * name, or of a measure the measure itself.
   */
  order(position: number, value: Fragment, direction: "ascending" | "descending"): Fragment[];
};
