/** What a query asks, in one sentence for people. */
import { formatDate } from "@/lib/format/dates";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import type { ParameterDefinition } from "@/lib/queries/schemas";
import { RANGE_LABELS } from "@/lib/time/ranges";
import { createModel, fieldType, type Model } from "./model";
import { operatorWords } from "./operators";
import type { BuilderQuery, Dimension, FieldRef, Filter, FilterGroup, FilterValue } from "./schema";

type Described = { builder: BuilderQuery; parameters: readonly ParameterDefinition[] };
type Words = { model: Model; parameters: readonly ParameterDefinition[]; locale: string };

/**
 * e.g. "Revenue by month for clinic North, last full year, highest first, top 10." `schema` helps with the types of
 * calculated columns. Never throws: what is not complete yet is left out.
 */
export function describeBuilder(
  { builder, parameters }: Described,
  schema?: { tables: readonly SchemaTable[] },
  { locale = "en-GB" }: { locale?: string } = {},
): string {
  const words: Words = { model: createModel(builder, schema?.tables), parameters, locale };
  const { subject, isChosen } = subjectOf(builder);
  if (!isChosen) return subject;
  const where = conditionsOf(words, builder.filters);
  const having = conditionsOf(words, builder.having);
  const kept = having.conditions.length > 0 ? [`only where ${having.conditions.join(having.word)}`] : [];
  const parts = [`${subject}${where.of}`, ...where.periods, ...kept, ...orderOf(words)];
  return `${upperFirst(parts.join(", "))}.`;
}

/** The periods that a query asks for itself, in words: "last full year". */
export function periodsOf({ builder, parameters }: Described, { locale = "en-GB" } = {}): string[] {
  return conditionsOf({ model: createModel(builder), parameters, locale }, builder.filters).periods;
}

function subjectOf(builder: BuilderQuery): { subject: string; isChosen: boolean } {
  const tables = builder.tables.map(({ name }) => readable(name));
  const { dimensions, measures } = builder;
  if (dimensions.length + measures.length === 0)
    return {
      subject: tables.length > 0 ? `Nothing is chosen from ${listOf(tables, "and")} yet.` : "",
      isChosen: false,
    };
  if (measures.length === 0)
    return {
      subject: `${listOf(dimensions.map(dimensionWords), "and")} of ${listOf(tables, "and")}`,
      isChosen: true,
    };
  const measured = listOf(
    measures.map(({ name }, index) => (index === 0 ? name : lowerFirst(name))),
    "and",
  );
  const by = dimensions.length > 0 ? ` by ${listOf(dimensions.map(dimensionWords), "and")}` : "";
  return { subject: `${measured}${by}`, isChosen: true };
}

const GRAIN_WORDS: Record<NonNullable<Dimension["grain"]>, string> = {
  hour: "hour",
  day: "day",
  week: "week",
  month: "month",
  quarter: "quarter",
  year: "year",
  hour_of_day: "hour of the day",
  day_of_week: "day of the week",
  month_of_year: "month of the year",
};

function dimensionWords({ name, grain }: Dimension): string {
  const words = lowerFirst(name);
  if (grain === null || words.includes(grain.split("_")[0] ?? grain)) return words;
  return `${words} (${GRAIN_WORDS[grain]})`;
}

/** `of` goes on with the subject, as " for clinic North where amount is at least 5". */
type Conditions = { of: string; periods: string[]; conditions: string[]; word: string };

function conditionsOf(words: Words, group: FilterGroup): Conditions {
  const fors: string[] = [];
  const periods: string[] = [];
  const others: string[] = [];
  for (const item of group.items) {
    if (item.kind === "group") {
      const inner = conditionTexts(words, item);
      if (inner.length > 0) others.push(inner.length > 1 ? `(${inner.join(wordOf(item))})` : inner.join(""));
      continue;
    }
    const text = filterWords(words, item);
    if (text === null) continue;
    const isPlain = group.match === "all" && item.field.kind !== "measure";
    if (isPlain && item.operator === "in_range") periods.push(periodWords(words, item, text));
    else if (isPlain && isNaming(words, item))
      fors.push(`${fieldWords(words, item.field)} ${valueWords(words, item.value, "or")}`);
    else others.push(text);
  }
  const named = fors.length > 0 ? ` for ${listOf(fors, "and")}` : "";
  const where = others.length > 0 ? ` where ${others.join(wordOf(group))}` : "";
  return { of: `${named}${where}`, periods, conditions: others, word: wordOf(group) };
}

const wordOf = ({ match }: FilterGroup): string => (match === "all" ? " and " : " or ");

function conditionTexts(words: Words, group: FilterGroup): string[] {
  return group.items.flatMap((item) => {
    if (item.kind === "filter") return filterWords(words, item) ?? [];
    const inner = conditionTexts(words, item);
    return inner.length > 1 ? `(${inner.join(wordOf(item))})` : inner;
  });
}

/** "clinic North" says enough for texts; of numbers one wants to hear what they are compared by. */
const isNaming = (words: Words, { field, operator }: Filter): boolean =>
  (operator === "equals" || operator === "in") &&
  field.kind !== "measure" &&
  fieldType(words.model, field) === "text";

/** null while the condition is not complete. */
function filterWords(words: Words, { field, operator, value }: Filter): string | null {
  const name = fieldWords(words, field);
  const type = field.kind === "measure" ? "number" : (fieldType(words.model, field) ?? "text");
  const comparison = `${name} ${operatorWords(operator, type)}`;
  if (value === null) return operator.startsWith("is_") ? comparison : null;
  if (value.kind === "literal" && value.values.length === 0) return null;
  return `${comparison} ${valueWords(words, value, operator === "between" ? "and" : "or")}`;
}

/** The one period of a query needs no column's name beside it. */
function periodWords(words: Words, filter: Filter, text: string): string {
  const ranges = words.model.builder.filters.items.filter(
    (item) => item.kind === "filter" && item.operator === "in_range",
  );
  return ranges.length > 1 ? text : valueWords(words, filter.value, "or");
}

function valueWords(
  { parameters, locale }: Words,
  value: FilterValue | null,
  conjunction: "and" | "or",
): string {
  switch (value?.kind) {
    case undefined:
      return "";
    case "literal":
      return listOf(
        value.values.map((each) => literalWords(each, locale)),
        conjunction,
      );
    case "parameter": {
      if (value.name.startsWith("me."))
        return `that of the reader (${value.name.slice(3).replaceAll("_", " ")})`;
      const parameter = parameters.find(({ name }) => name === value.name);
      return `the chosen ${lowerFirst(parameter?.label || value.name.replaceAll("_", " "))}`;
    }
    case "period":
      return "the chosen period";
    case "range": {
      const { range } = value;
      if (range.kind === "relative") return lowerFirst(RANGE_LABELS[range.name]);
      // While a day is being typed, it is none yet.
      const isDay = (text: string) => !Number.isNaN(Date.parse(text));
      const day = (text: string) => (isDay(text) ? formatDate(text, { locale, zone: "UTC" }) : "…");
      return range.from === range.to ? day(range.from) : `${day(range.from)} to ${day(range.to)}`;
    }
  }
}

const MOST_LISTED = 4;

function literalWords(value: string | number | boolean, locale: string): string {
  if (typeof value === "number")
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? formatDate(value, { locale, zone: "UTC" })
    : value;
}

function fieldWords({ model }: Words, field: FieldRef | { kind: "measure"; id: string }): string {
  if (field.kind === "measure") return lowerFirst(model.measures.get(field.id)?.name ?? "a measure");
  const dimension = model.builder.dimensions.find(
    (each) => each.grain === null && JSON.stringify(each.field) === JSON.stringify(field),
  );
  if (dimension) return lowerFirst(dimension.name);
  if (field.kind === "column") {
    const table = model.tables.get(field.table);
    const isNamed = /^(name|title|label)$/i.test(field.column) && table;
    return isNamed ? readable(table.name).replace(/(?<![su])s$/, "") : readable(field.column);
  }
  return lowerFirst(
    model.builder.calculated.find(({ id }) => id === field.id)?.name ?? "a calculated column",
  );
}

function orderOf({ model }: Words): string[] {
  const { sort, limit, measures, dimensions } = model.builder;
  const orders = sort.flatMap(({ by, direction }) => {
    const isDescending = direction === "descending";
    const measure = model.measures.get(by);
    if (measure) {
      const name = measures.length > 1 ? ` ${lowerFirst(measure.name)}` : "";
      return `${isDescending ? "highest" : "lowest"}${name} first`;
    }
    const dimension = dimensions.find(({ id }) => id === by);
    if (!dimension) return [];
    const type = fieldType(model, dimension.field);
    const [first, last] =
      type === "date" || type === "timestamp"
        ? ["oldest", "newest"]
        : type === "number"
          ? ["lowest", "highest"]
          : ["A", "Z"];
    if (first === "A") return `by ${lowerFirst(dimension.name)} from ${isDescending ? "Z to A" : "A to Z"}`;
    return `${isDescending ? last : first} ${dimensions.length > 1 ? `${lowerFirst(dimension.name)} ` : ""}first`;
  });
  if (limit === null) return orders;
  const isTop = sort[0]?.direction === "descending" && model.measures.has(sort[0].by);
  const count = new Intl.NumberFormat("en").format(limit);
  return [...orders, isTop ? `top ${count}` : limit === 1 ? "the first row" : `the first ${count} rows`];
}

/** "a, b and c"; of many, the first few. */
function listOf(texts: string[], conjunction: "and" | "or"): string {
  const shown =
    texts.length > MOST_LISTED + 1
      ? [...texts.slice(0, MOST_LISTED), `${texts.length - MOST_LISTED} more`]
      : texts;
  return shown.length > 1
    ? `${shown.slice(0, -1).join(", ")} ${conjunction} ${shown.at(-1)}`
    : (shown[0] ?? "");
}

const readable = (name: string): string => name.replaceAll("_", " ").trim();
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** "Amount" becomes "amount", "VAT" stays. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}(?:\p{Ll}|\s|$)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
