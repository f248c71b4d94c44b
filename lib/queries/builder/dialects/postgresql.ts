/** PostgreSQL 13 and later. */
import { sql } from "kysely";
import type { ColumnType } from "@/lib/charts/types";
import { type Bound, type Fragment, isWholeNumber } from "@/lib/queries/builder/fragments";
import type { SqlDialect } from "./types";

const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Two braces would be read as a parameter: they are put together by the source. */
export function withoutBraces(text: string, quote: (part: string) => string): string {
  const parts = text.split(/(?<=\{)(?=\{)/);
  return parts.length === 1 ? quote(text) : `concat(${parts.map(quote).join(", ")})`;
}

export function standardLiteral({ type, value }: Bound): string {
  if (value === null) return "null";
  switch (type) {
    case "text":
      return withoutBraces(value, quoteText);
    case "number":
      // In parentheses: two minus signs would begin a comment.
      return value.startsWith("-") ? `(${value})` : value.replace(/^\+/, "");
    case "boolean":
      return value === "true" ? "true" : "false";
    default:
      return `${type} ${quoteText(value)}`;
  }
}

function read(column: Fragment, type: ColumnType): Fragment {
  // Identifiers, enumerations and documents are shown as texts, and compared as such. Numbers are compared as they are.
  return type === "text" ? sql`cast(${column} as text)` : column;
}

const weekday = (local: Fragment): Fragment => sql`cast(extract(isodow from ${local}) as integer)`;
const numeric = (value: Fragment): Fragment => sql`cast(${value} as numeric)`;
const whole = (value: Fragment): Fragment => sql`cast(trunc(${value}) as integer)`;

export const postgresql: SqlDialect = {
  name: "postgresql",
  quoteName,
  // A whole number as bigint: an integer column is compared with it through its index, with a numeric it is not.
  placeholder: ({ type, value }, written) =>
    type === "number" && isWholeNumber(value) ? `cast(${written} as bigint)` : written,
  literal: standardLiteral,

  read,
  group: read,
  equalsText: (text, value) => sql`${text} = ${value}`,
  inTexts: (text, values) => sql`${text} in (${values})`,
  hasNoCharacters: (text) => sql`${text} = ''`,
  contains: (text, part) => sql`strpos(lower(${text}), lower(${part})) > 0`,
  startsWith: (text, part) => sql`starts_with(lower(${text}), lower(${part}))`,
  endsWith: (text, part) => sql`right(lower(${text}), length(lower(${part}))) = lower(${part})`,

  timestamp: (text) => sql`cast(${text} as timestamp)`,
  // The session's zone is the query's, also for what a column without a zone means.
  local: (timestamp) => sql`cast(${timestamp} as timestamp)`,
  startOfDay: (day) => day,
  dayAfter: (day) => sql`(${day} + 1)`,
  toDay: (value) => sql`cast(${value} as date)`,
  startOf(unit, local, weekStartsOn) {
    if (unit !== "week" || weekStartsOn === 1)
      return sql`cast(date_trunc('${sql.raw(unit)}', ${local}) as date)`;
    return sql`cast(${local} as date) - (${weekday(local)} + ${sql.lit(7 - weekStartsOn)}) % 7`;
  },
  today: () => sql`current_date`,
  startOfHour: (timestamp) => sql`date_trunc('hour', cast(${timestamp} as timestamptz))`,
  part: (part, local) =>
    part === "weekday" ? weekday(local) : sql`cast(extract(${sql.raw(part)} from ${local}) as integer)`,
  addDays: (day, days) => sql`cast(${day} as date) + cast(trunc(${days}) as integer)`,
  daysBetween: (from, to) => sql`cast(${to} as date) - cast(${from} as date)`,

  number: numeric,
  whole,
  constant: (value) => value,
  subtract: (left, right) => sql`${left} - ${right}`,
  multiply: (left, right) => sql`${left} * ${right}`,
  divide: (left, right) => sql`cast(${left} as double precision) / nullif(${right}, 0)`,
  remainder: (left, right) => sql`${numeric(left)} % nullif(${numeric(right)}, 0)`,
  approximate: (number) => sql`cast(${number} as double precision)`,
  round: (number, digits) => sql`round(${numeric(number)}, ${sql.lit(digits)})`,
  floor: (number) => sql`floor(${number})`,
  ceil: (number) => sql`ceil(${number})`,

  concat: (texts) => sql`concat(${sql.join(texts)})`,
  lower: (text) => sql`lower(${text})`,
  upper: (text) => sql`upper(${text})`,
  trim: (text) => sql`trim(${text})`,
  length: (text) => sql`length(${text})`,
  left: (text, count) => sql`left(${text}, ${count})`,
  right: (text, count) => sql`right(${text}, ${count})`,
  replace: (text, search, replacement) => sql`replace(${text}, ${search}, ${replacement})`,

  count: () => sql`count(*)`,
  aggregate(kind, value) {
    switch (kind) {
      case "count_distinct":
        return sql`count(distinct ${value})`;
      case "average":
        return sql`cast(avg(${value}) as double precision)`;
      default:
        return sql`${sql.raw(kind)}(${value})`;
    }
  },
  percentile: (value, fraction) =>
    sql`percentile_cont(${sql.lit(fraction)}) within group (order by cast(${value} as double precision))`,
  order: (position, _value, direction) => [
    sql`${sql.lit(position)} ${sql.raw(direction === "ascending" ? "asc" : "desc")} nulls last`,
  ],
};
