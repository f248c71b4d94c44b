/** MySQL 8 and MariaDB 10.6 and later. */
import { sql } from "kysely";
import type { ColumnType } from "@/lib/charts/types";
import type { Bound, Fragment } from "@/lib/queries/builder/fragments";
import { standardLiteral } from "./postgresql";
import type { DateUnit, SqlDialect } from "./types";

function literal(bound: Bound): string {
  if (bound.type !== "text" || !/\\|\{\{/.test(bound.value ?? "")) return standardLiteral(bound);
  // Whether a backslash escapes depends on the server's mode; a hexadecimal literal has none. Nor has it parameters.
  const bytes = [...new TextEncoder().encode(bound.value ?? "")];
  return `convert(x'${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}' using utf8mb4)`;
}

/** Without it "north" and "North" are the same text on most servers. */
const exact = (text: Fragment): Fragment => sql`convert(${text} using utf8mb4) collate utf8mb4_bin`;
const bytes = (text: Fragment): Fragment => sql`cast(convert(${text} using utf8mb4) as binary)`;
const folded = (text: Fragment): Fragment => sql`lower(${exact(text)})`;
const group = (column: Fragment, type: ColumnType): Fragment => (type === "text" ? exact(column) : column);
const whole = (value: Fragment): Fragment => sql`truncate(${value}, 0)`;

function startOf(unit: DateUnit, local: Fragment, weekStartsOn: number): Fragment {
  switch (unit) {
    case "week":
      return sql`date_sub(date(${local}), interval (weekday(${local}) + ${sql.lit(8 - weekStartsOn)}) % 7 day)`;
    case "month":
      return sql`date(date_format(${local}, '%Y-%m-01'))`;
    case "quarter":
      return sql`date_add(makedate(year(${local}), 1), interval quarter(${local}) - 1 quarter)`;
    default:
      return sql`makedate(year(${local}), 1)`;
  }
}

export const mysql: SqlDialect = {
  name: "mysql",
  quoteName: (name) => `\`${name.replaceAll("`", "``")}\``,
  placeholder: (_bound, written) => written,
  literal,

  read: (column) => column,
  group,
  // The first comparison is for the index, the second for the case.
  equalsText: (text, value) => sql`(${text} = ${value} and ${bytes(text)} = ${bytes(value)})`,
  inTexts: (text, values) => sql`${bytes(text)} in (${values})`,
  // Spaces at the end count for nothing in comparisons of texts.
  hasNoCharacters: (text) => sql`char_length(${text}) = 0`,
  contains: (text, part) => sql`locate(${folded(part)}, ${folded(text)}) > 0`,
  startsWith: (text, part) =>
    sql`${bytes(sql`left(${folded(text)}, char_length(${part}))`)} = ${bytes(folded(part))}`,
  endsWith: (text, part) =>
    sql`${bytes(sql`right(${folded(text)}, char_length(${part}))`)} = ${bytes(folded(part))}`,

  timestamp: (text) => sql`cast(${text} as datetime(6))`,
  // The session's zone is the query's: what it reads of a column is a wall time already.
  local: (timestamp) => timestamp,
  startOfDay: (day) => day,
  dayAfter: (day) => sql`date_add(${day}, interval 1 day)`,
  toDay: (value) => sql`date(${value})`,
  startOf,
  today: () => sql`current_date`,
  startOfHour: (timestamp) => sql`cast(date_format(${timestamp}, '%Y-%m-%d %H:00:00') as datetime)`,
  part: (part, local) =>
    part === "weekday" ? sql`(weekday(${local}) + 1)` : sql`${sql.raw(part)}(${local})`,
  addDays: (day, days) => sql`date_add(date(${day}), interval truncate(${days}, 0) day)`,
  daysBetween: (from, to) => sql`datediff(${to}, ${from})`,

  number: (value) => value,
  whole,
  constant: (value) => value,
  // Unsigned columns refuse a difference below zero.
  subtract: (left, right) => sql`${left} + 0.0 - ${right}`,
  multiply: (left, right) => sql`${left} * ${right}`,
  divide: (left, right) => sql`(${left} + 0e0) / nullif(${right}, 0)`,
  remainder: (left, right) => sql`${left} % nullif(${right}, 0)`,
  approximate: (number) => sql`(${number} + 0e0)`,
  round: (number, digits) => sql`round(cast(${number} as decimal(65, 12)), ${sql.lit(digits)})`,
  floor: (number) => sql`floor(${number})`,
  ceil: (number) => sql`ceil(${number})`,

  concat: (texts) => sql`concat(${sql.join(texts.map((text) => sql`coalesce(${text}, '')`))})`,
  lower: (text) => sql`lower(${text})`,
  upper: (text) => sql`upper(${text})`,
  trim: (text) => sql`trim(${text})`,
  length: (text) => sql`char_length(${text})`,
  left: (text, count) => sql`left(${text}, ${count})`,
  right: (text, count) => sql`right(${text}, ${count})`,
  replace: (text, search, replacement) => sql`replace(${text}, ${search}, ${replacement})`,

  count: () => sql`count(*)`,
  aggregate(kind, value, type) {
    switch (kind) {
      case "count_distinct":
        return sql`count(distinct ${group(value, type)})`;
      case "average":
        return sql`avg(${value} + 0e0)`;
      default:
        return sql`${sql.raw(kind)}(${group(value, type)})`;
    }
  },
  percentile: null,
  order(position, value, direction) {
    const isAscending = direction === "ascending";
    const order = sql`${sql.lit(position)} ${sql.raw(isAscending ? "asc" : "desc")}`;
    // NULL is the least of all values here.
    return isAscending ? [sql`${value} is null`, order] : [order];
  },
};
