/** The functions of expressions: what the reference beside the editor shows, and what it completes. */
import type { ColumnType } from "@/lib/charts/types";

/** `any`: every type; `same`: the type of the other `same` arguments; `time`: date or timestamp; `digits`: 0 to 10, written out. */
export type ArgumentType = ColumnType | "any" | "same" | "time" | "literal" | "digits";
export type FunctionDefinition = {
  name: string;
  signature: string;
  description: string;
  example: string;
  args: readonly ArgumentType[];
  /** Arguments at the end that may be left out. */
  optional?: number;
  /** The last argument may be repeated. */
  repeats?: boolean;
  result: ColumnType | "same";
};

export const FUNCTIONS = [
  {
    name: "if",
    signature: "if(condition, value, otherwise)",
    description: "The value where the condition is true; otherwise, and where it is empty, the other.",
    example: "if([amount] > 100, 'large', 'small')",
    args: ["boolean", "same", "same"],
    result: "same",
  },
  {
    name: "coalesce",
    signature: "coalesce(value, …)",
    description: "The first value that is not empty.",
    example: "coalesce([discount], 0)",
    args: ["same", "same"],
    repeats: true,
    result: "same",
  },
  {
    name: "is_empty",
    signature: "is_empty(value)",
    description: "True where there is no value; a text without characters is empty too.",
    example: "is_empty([phone])",
    args: ["any"],
    result: "boolean",
  },
  {
    name: "round",
    signature: "round(number, digits)",
    description: "Rounded to digits after the point, 0 unless said; halves away from zero.",
    example: "round([amount] / 3, 2)",
    args: ["number", "digits"],
    optional: 1,
    result: "number",
  },
  {
    name: "floor",
    signature: "floor(number)",
    description: "The next whole number below.",
    example: "floor([minutes] / 60)",
    args: ["number"],
    result: "number",
  },
  {
    name: "ceil",
    signature: "ceil(number)",
    description: "The next whole number above.",
    example: "ceil([pages] / 2)",
    args: ["number"],
    result: "number",
  },
  {
    name: "abs",
    signature: "abs(number)",
    description: "Without its sign.",
    example: "abs([balance])",
    args: ["number"],
    result: "number",
  },
  {
    name: "least",
    signature: "least(a, b)",
    description: "The smaller number; an empty one is left out.",
    example: "least([hours], 8)",
    args: ["number", "number"],
    result: "number",
  },
  {
    name: "greatest",
    signature: "greatest(a, b)",
    description: "The greater number; an empty one is left out.",
    example: "greatest([stock], 0)",
    args: ["number", "number"],
    result: "number",
  },
  {
    name: "lower",
    signature: "lower(text)",
    description: "In small letters.",
    example: "lower([email])",
    args: ["text"],
    result: "text",
  },
  {
    name: "upper",
    signature: "upper(text)",
    description: "In capital letters.",
    example: "upper([country])",
    args: ["text"],
    result: "text",
  },
  {
    name: "trim",
    signature: "trim(text)",
    description: "Without spaces at both ends.",
    example: "trim([name])",
    args: ["text"],
    result: "text",
  },
  {
    name: "length",
    signature: "length(text)",
    description: "How many characters it has.",
    example: "length([comment])",
    args: ["text"],
    result: "number",
  },
  {
    name: "left",
    signature: "left(text, count)",
    description: "The first characters.",
    example: "left([postcode], 2)",
    args: ["text", "number"],
    result: "text",
  },
  {
    name: "right",
    signature: "right(text, count)",
    description: "The last characters.",
    example: "right([account], 4)",
    args: ["text", "number"],
    result: "text",
  },
  {
    name: "contains",
    signature: "contains(text, part)",
    description: "True where the text holds the part, in small or capital letters.",
    example: "contains([subject], 'refund')",
    args: ["text", "text"],
    result: "boolean",
  },
  {
    name: "replace",
    signature: "replace(text, part, other)",
    description: "With every occurrence of the part replaced.",
    example: "replace([phone], ' ', '')",
    args: ["text", "text", "text"],
    result: "text",
  },
  {
    name: "year",
    signature: "year(date)",
    description: "The year as a number.",
    example: "year([born])",
    args: ["time"],
    result: "number",
  },
  {
    name: "month",
    signature: "month(date)",
    description: "1 to 12.",
    example: "month([day])",
    args: ["time"],
    result: "number",
  },
  {
    name: "day",
    signature: "day(date)",
    description: "The day of the month, 1 to 31.",
    example: "day([paid_on])",
    args: ["time"],
    result: "number",
  },
  {
    name: "weekday",
    signature: "weekday(date)",
    description: "1 for Monday to 7 for Sunday.",
    example: "weekday([day]) >= 6",
    args: ["time"],
    result: "number",
  },
  {
    name: "hour",
    signature: "hour(timestamp)",
    description: "0 to 23.",
    example: "hour([started_at])",
    args: ["timestamp"],
    result: "number",
  },
  {
    name: "days_between",
    signature: "days_between(from, to)",
    description: "Whole days from the first to the second; less than zero when it comes before.",
    example: "days_between([ordered_on], [shipped_on])",
    args: ["time", "time"],
    result: "number",
  },
  {
    name: "add_days",
    signature: "add_days(date, days)",
    description: "The date so many days later.",
    example: "add_days([invoiced_on], 30)",
    args: ["time", "number"],
    result: "date",
  },
  {
    name: "date",
    signature: "date('YYYY-MM-DD')",
    description: "A fixed day.",
    example: "[day] >= date('2026-01-01')",
    args: ["literal"],
    result: "date",
  },
  {
    name: "today",
    signature: "today()",
    description: "The day on which the query runs.",
    example: "days_between([due_on], today())",
    args: [],
    result: "date",
  },
] as const satisfies readonly FunctionDefinition[];

export type FunctionName = (typeof FUNCTIONS)[number]["name"];

const byName = new Map<string, FunctionDefinition & { name: FunctionName }>(
  FUNCTIONS.map((definition) => [definition.name, definition]),
);
export const findFunction = (name: string) => byName.get(name);
