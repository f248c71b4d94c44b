/** ClickHouse. Its timestamps carry a zone of their own, so the query's is written out. */
import { sql } from "kysely";
import type { ColumnType } from "@/lib/charts/types";
import type { Bound, Fragment } from "@/lib/queries/builder/fragments";
import { postgresql, standardLiteral, withoutBraces } from "./postgresql";
import type { DatePart, SqlDialect } from "./types";

const quoteName = (name: string): string => `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
const quoteText = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

const PART = {
  year: "toYear",
  month: "toMonth",
  day: "toDayOfMonth",
  weekday: "toDayOfWeek",
  hour: "toHour",
} as const satisfies Record<DatePart, string>;
const UNIT = { month: "toStartOfMonth", quarter: "toStartOfQuarter", year: "toStartOfYear" } as const;
const AGGREGATE = { sum: "sumOrNull", average: "avgOrNull", min: "minOrNull", max: "maxOrNull" } as const;

const call = (name: string, ...values: Fragment[]): Fragment => sql`${sql.raw(name)}(${sql.join(values)})`;
const double = (value: Fragment): Fragment => call("toFloat64", value);
const whole = (value: Fragment): Fragment => sql`toInt64(trunc(${value}))`;
const day = (value: Fragment): Fragment => call("toDate32", value);

function literal(bound: Bound): string {
  const { type, value } = bound;
  if (value === null || type === "number" || type === "boolean") return standardLiteral(bound);
  return type === "date" ? `toDate32(${quoteText(value)})` : withoutBraces(value, quoteText);
}

/** `zone` is the query's. */
export function clickhouse(zone: string): SqlDialect {
  const zoneText = sql.raw(quoteText(zone));
  const local = (timestamp: Fragment): Fragment => sql`toTimeZone(${timestamp}, ${zoneText})`;
  const read = (column: Fragment, type: ColumnType): Fragment =>
    type === "text" ? call("toString", column) : column;
  return {
    ...postgresql,
    name: "clickhouse",
    quoteName,
    placeholder: (_bound, written) => written,
    literal,

    read,
    group: read,
    contains: (text, part) => sql`positionCaseInsensitiveUTF8(${text}, ${part}) > 0`,
    startsWith: (text, part) => sql`startsWith(lowerUTF8(${text}), lowerUTF8(${part}))`,
    endsWith: (text, part) => sql`endsWith(lowerUTF8(${text}), lowerUTF8(${part}))`,

    timestamp: (text) => sql`toDateTime64(${text}, 3, ${zoneText})`,
    local,
    startOfDay: (value) => sql`toDateTime64(${value}, 3, ${zoneText})`,
    dayAfter: (value) => sql`addDays(${value}, 1)`,
    toDay: day,
    startOf: (unit, value, weekStartsOn) =>
      unit === "week"
        ? sql`${day(value)} - (toDayOfWeek(${value}) + ${sql.lit(7 - weekStartsOn)}) % 7`
        : day(call(UNIT[unit], value)),
    today: () => sql`toDate32(now(${zoneText}))`,
    startOfHour: (timestamp) => call("toStartOfHour", local(timestamp)),
    part: (part, value) => call(PART[part], value),
    addDays: (value, days) => sql`addDays(${day(value)}, toInt32(trunc(${days})))`,
    daysBetween: (from, to) => sql`dateDiff('day', ${day(from)}, ${day(to)})`,

    // Of one type, since there is none for whole numbers, decimals and floats together.
    number: double,
    whole,
    constant: double,
    divide: (left, right) => sql`${double(left)} / nullIf(${double(right)}, 0)`,
    remainder: (left, right) => sql`${left} % nullIf(${right}, 0)`,
    approximate: double,
    // As a decimal: floats would be rounded to the even neighbour.
    round: (number, digits) => sql`toFloat64(round(toDecimal128(${number}, 12), ${sql.lit(digits)}))`,

    concat: (texts) => call("concat", ...texts.map((text) => sql`ifNull(${text}, '')`)),
    lower: (text) => call("lowerUTF8", text),
    upper: (text) => call("upperUTF8", text),
    trim: (text) => call("trimBoth", text),
    length: (text) => call("lengthUTF8", text),
    left: (text, count) => call("leftUTF8", text, count),
    right: (text, count) => call("rightUTF8", text, count),
    replace: (text, search, replacement) => call("replaceAll", text, search, replacement),

    count: () => sql`count()`,
    aggregate: (kind, value) =>
      kind === "count_distinct" ? call("uniqExact", value) : call(AGGREGATE[kind], value),
    percentile: (value, fraction) =>
      sql`quantileExactInclusiveOrNull(${sql.lit(fraction)})(${double(value)})`,
  };
}
