/** Arbitrary queries over the schema of `./vocabulary`, each as a function of the names and texts it is made with. */
import fc from "fast-check";
import { COLUMN_TYPES, type ColumnKey, FACT_COLUMNS, PLACE_COLUMNS, type Vocabulary } from "./vocabulary";
import { BuilderQuery, type FieldRef, type FilterGroupInput } from "@/lib/queries/builder/schema";
import { OPERATOR_NEEDS, OPERATORS_BY_TYPE } from "@/lib/queries/builder/operators";
import type { ColumnType } from "@/lib/charts/types";
import type { ParameterDefinition } from "@/lib/queries/schemas";
import { RELATIVE_RANGES } from "@/lib/time/ranges";

export type MadeWith<T> = (words: Vocabulary) => T;
type Text = fc.Arbitrary<MadeWith<string>>;

const parameter = (
  name: string,
  more: Partial<ParameterDefinition> & Pick<ParameterDefinition, "type">,
): ParameterDefinition => ({
  name,
  label: "",
  isList: false,
  options: null,
  isRequired: true,
  ...more,
});

export const PARAMETERS: ParameterDefinition[] = [
  parameter("word", { type: "text" }),
  parameter("words", { type: "text", isList: true }),
  parameter("maybe_word", { type: "text", isRequired: false }),
  parameter("maybe_words", { type: "text", isList: true, isRequired: false }),
  parameter("least", { type: "number" }),
  parameter("first_day", { type: "date" }),
  parameter("maybe_day", { type: "date", isRequired: false }),
  parameter("stay", { type: "date_range", default: { kind: "relative", name: "last_12_months" } }),
];

const tableOf = (key: ColumnKey): string =>
  (PLACE_COLUMNS as readonly string[]).includes(key) ? "place" : "fact";
const fieldOf = (words: Vocabulary, key: ColumnKey): FieldRef => ({
  kind: "column",
  table: tableOf(key),
  column: words.columns[key],
  type: COLUMN_TYPES[key],
});
const keysOf = (type: ColumnType, keys: readonly ColumnKey[]): ColumnKey[] =>
  keys.filter((key) => COLUMN_TYPES[key] === type);

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const bracketed = (words: Vocabulary, key: ColumnKey): string =>
  `[${tableOf(key)}.${words.columns[key].replaceAll("]", "]]")}]`;

/** Numbers are quarters, so that both engines compute them exactly; division comes last, as it is not. */
export function expressions(
  keys: readonly ColumnKey[],
): Record<"number" | "text" | "boolean" | "date", Text> {
  const column = (type: ColumnType): Text =>
    fc.constantFrom(...keysOf(type, keys)).map((key) => (words) => bracketed(words, key));
  const days = fc.constantFrom("2026-01-31", "2024-02-29", "2025-06-15").map((day) => () => `date('${day}')`);
  const textLiteral = fc.nat({ max: 13 }).map(
    (index): MadeWith<string> =>
      (words) =>
        quoted(words.texts[index] ?? ""),
  );
  const made = (pattern: string, ...parts: Text[]): Text =>
    fc
      .tuple(...parts)
      .map(
        (made) => (words) =>
          made.reduce((text, part, index) => text.replace(`$${index}$`, () => part(words)), pattern),
      );
  const { number, text, boolean, date } = fc.letrec<{
    number: MadeWith<string>;
    text: MadeWith<string>;
    boolean: MadeWith<string>;
    date: MadeWith<string>;
  }>((tie) => {
    const [n, t, b, d] = [tie("number"), tie("text"), tie("boolean"), tie("date")];
    const depth = { depthSize: "small", maxDepth: 3, withCrossShrink: true } as const;
    return {
      number: fc.oneof(
        depth,
        fc.oneof(
          column("number"),
          fc.constantFrom("0", "1", "2", "0.25", "10").map((literal) => () => literal),
        ),
        made("($0$ + $1$)", n, n),
        made("$0$ - $1$", n, column("number")),
        made("($0$) * $1$", n, column("number")),
        made("($0$) % 3", n),
        made("-$0$", column("number")),
        made("round($0$, 1)", n),
        made("floor($0$)", n),
        made("ceil($0$)", n),
        made("abs($0$)", n),
        made("least($0$, $1$)", n, n),
        made("greatest($0$, $1$)", n, n),
        made("length($0$)", t),
        made("year($0$)", d),
        made("weekday($0$)", d),
        made("days_between($0$, $1$)", d, d),
        made("if($0$, $1$, $2$)", b, n, n),
        made("coalesce($0$, $1$)", n, n),
      ),
      text: fc.oneof(
        depth,
        fc.oneof(column("text"), textLiteral),
        made("$0$ & $1$", t, t),
        made("lower($0$)", t),
        made("upper($0$)", column("text")),
        made("trim($0$)", t),
        made("left($0$, $1$)", t, n),
        made("right($0$, 2)", t),
        made("replace($0$, 'o', $1$)", t, textLiteral),
        made("if($0$, $1$, $2$)", b, t, t),
        made("coalesce($0$, $1$)", t, t),
      ),
      boolean: fc.oneof(
        depth,
        fc.oneof(
          column("boolean"),
          fc.constantFrom("true", "false").map((literal) => () => literal),
        ),
        made("($0$) >= ($1$)", n, n),
        made("($0$) = ($1$)", t, t),
        made("($0$) <> ($1$)", d, d),
        made("($0$ and not $1$)", b, b),
        made("($0$ or $1$)", b, b),
        made("contains($0$, $1$)", t, textLiteral),
        made("is_empty($0$)", t),
        made("is_empty($0$)", n),
      ),
      date: fc.oneof(
        depth,
        fc.oneof(column("date"), days),
        made("add_days($0$, 3)", d),
        made("add_days($0$, -40)", column("timestamp")),
      ),
    };
  });
  return {
    number: fc.oneof(
      { weight: 3, arbitrary: number },
      { weight: 1, arbitrary: made("($0$) / ($1$)", number, number) },
    ),
    text,
    boolean,
    date,
  };
}

type CalculatedType = "number" | "text" | "boolean" | "date";
type Calculated = { type: CalculatedType; expression: MadeWith<string> };
type Field = { type: ColumnType; ref: MadeWith<FieldRef> };
type GroupMaker = MadeWith<FilterGroupInput>;

const literals: Record<ColumnType, fc.Arbitrary<MadeWith<string | number | boolean>>> = {
  text: fc.nat({ max: 13 }).map((index) => (words) => words.texts[index] || "x"),
  number: fc.constantFrom(-3, 0, 1.25, 2, "10", 100).map((value) => () => value),
  boolean: fc.boolean().map((value) => () => value),
  date: fc.constantFrom("2025-12-31", "2026-03-29", "2026-10-25", "2024-02-29").map((value) => () => value),
  timestamp: fc.constantFrom("2026-03-29", "2026-10-25", "2025-12-31").map((value) => () => value),
};
const NAMED: Partial<Record<ColumnType, { one: string[]; many: string[] }>> = {
  text: { one: ["word", "maybe_word"], many: ["words", "maybe_words"] },
  number: { one: ["least"], many: ["least"] },
  date: { one: ["first_day", "maybe_day"], many: ["first_day"] },
  timestamp: { one: ["first_day", "maybe_day"], many: ["first_day"] },
};

function filter(field: Field): fc.Arbitrary<MadeWith<FilterGroupInput["items"][number]>> {
  return fc.constantFrom(...OPERATORS_BY_TYPE[field.type]).chain((operator) => {
    const literal = (minLength: number, maxLength: number) =>
      fc.array(literals[field.type], { minLength, maxLength }).map((made) => (words: Vocabulary) => ({
        kind: "literal" as const,
        values: made.map((make) => make(words)),
      }));
    const named = (names: string[]) =>
      fc.constantFrom(...names).map((name) => () => ({ kind: "parameter" as const, name }));
    const need = OPERATOR_NEEDS[operator];
    const names = NAMED[field.type];
    const ranges = fc.oneof(
      fc
        .constantFrom(...RELATIVE_RANGES)
        .map((name) => () => ({ kind: "range" as const, range: { kind: "relative" as const, name } })),
      fc.constant(() => ({
        kind: "range" as const,
        range: { kind: "absolute" as const, from: "2025-10-01", to: "2026-04-30" },
      })),
      fc.constant(() => ({ kind: "period" as const })),
      named(["stay"]),
    );
    const value: fc.Arbitrary<MadeWith<unknown>> =
      need === "none"
        ? fc.constant(() => null)
        : need === "range"
          ? ranges
          : need === "two"
            ? literal(2, 2)
            : need === "many"
              ? fc.oneof({ weight: 3, arbitrary: literal(0, 4) }, ...(names ? [named(names.many)] : []))
              : fc.oneof({ weight: 3, arbitrary: literal(1, 1) }, ...(names ? [named(names.one)] : []));
    return value.map(
      (make) => (words: Vocabulary) =>
        ({
          kind: "filter",
          field: field.ref(words),
          operator,
          value: make(words),
        }) as FilterGroupInput["items"][number],
    );
  });
}

function group(fields: Field[], depth: number): fc.Arbitrary<GroupMaker> {
  const one = fc.constantFrom(...fields).chain(filter);
  const item =
    depth > 1
      ? fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: group(fields, depth - 1) })
      : one;
  return fc
    .record({
      match: fc.constantFrom("all" as const, "any" as const),
      items: fc.array(item, { maxLength: 3 }),
    })
    .map(({ match, items }) => (words) => ({
      kind: "group",
      match,
      items: items.map((make) => make(words)),
    }));
}

const GRAINS = ["day", "week", "month", "quarter", "year", "day_of_week", "month_of_year"] as const;
const grainOf = (type: ColumnType) =>
  type === "timestamp"
    ? fc.constantFrom(null, ...GRAINS, "hour" as const, "hour_of_day" as const)
    : type === "date"
      ? fc.constantFrom(null, ...GRAINS)
      : fc.constant(null);

const measure = (fields: Field[]) => {
  const numbers = fields.filter(({ type }) => type === "number");
  const ordered = fields.filter(({ type }) => type !== "boolean");
  const of = (
    kinds: readonly ("sum" | "average" | "median" | "count_distinct" | "min" | "max")[],
    from: Field[],
  ) => fc.record({ kind: fc.constantFrom(...kinds), field: fc.constantFrom(...from) });
  return fc.oneof(
    fc.constant({ kind: "count" as const }),
    of(["sum", "average", "median"], numbers),
    of(["min", "max"], ordered),
    of(["count_distinct"], fields),
    fc.record({
      kind: fc.constant("percentile" as const),
      field: fc.constantFrom(...numbers),
      percentile: fc.constantFrom(0, 10, 33.3, 90, 100),
    }),
  );
};

/** Any query that has no problem; with a limit only where the order is complete. */
export const documents: fc.Arbitrary<MadeWith<BuilderQuery>> = fc
  .constantFrom("none" as const, "left" as const, "inner" as const)
  .chain((join) => {
    const keys: readonly ColumnKey[] = join === "none" ? FACT_COLUMNS : [...FACT_COLUMNS, ...PLACE_COLUMNS];
    const byType = expressions(keys);
    const calculated = fc.array(
      fc
        .constantFrom<CalculatedType>("number", "text", "boolean", "date")
        .chain((type) => byType[type].map((expression): Calculated => ({ type, expression }))),
      { maxLength: 2 },
    );
    return fc.tuple(fc.constant(join), fc.constant(keys), calculated);
  })
  .chain(([join, keys, calculated]) => {
    const columns = keys.map(
      (key): Field => ({ type: COLUMN_TYPES[key], ref: (words) => fieldOf(words, key) }),
    );
    const computed = calculated.map(
      ({ type }, index): Field => ({ type, ref: () => ({ kind: "calculated", id: `c${index}` }) }),
    );
    const fields = [...columns, ...computed, ...computed];
    const dimension = fc
      .constantFrom(...fields)
      .chain((field) => grainOf(field.type).map((grain) => ({ field, grain })));
    return fc.record({
      join: fc.constant(join),
      keys: fc.constant(keys),
      calculated: fc.constant(calculated),
      dimensions: fc.array(dimension, { maxLength: 3 }),
      measures: fc.array(measure(fields), { maxLength: 3 }),
      hasRatio: fc.boolean(),
      filters: group(fields, 3),
      threshold: fc.constantFrom(null, 0, 1.5, 10),
      sort: fc.array(
        fc.record({ at: fc.nat(), direction: fc.constantFrom("ascending" as const, "descending" as const) }),
        { maxLength: 2 },
      ),
      limit: fc.constantFrom(null, 1, 5),
    });
  })
  .filter(({ dimensions, measures }) => dimensions.length + measures.length > 0)
  .map((parts) => (words: Vocabulary) => render(parts, words));

type Parts = {
  join: "none" | "left" | "inner";
  keys: readonly ColumnKey[];
  calculated: Calculated[];
  dimensions: { field: Field; grain: string | null }[];
  measures: ({ kind: "count" } | { kind: string; field: Field; percentile?: number })[];
  hasRatio: boolean;
  filters: GroupMaker;
  threshold: number | null;
  sort: { at: number; direction: "ascending" | "descending" }[];
  limit: number | null;
};

function render(parts: Parts, words: Vocabulary): BuilderQuery {
  const { schema, facts, places, columns } = words;
  const dimensions = parts.dimensions.map(({ field, grain }, index) => ({
    id: `d${index}`,
    name: words.output(index),
    field: field.ref(words),
    grain,
  }));
  const measures: Record<string, unknown>[] = parts.measures.map((measure, index) => {
    const named = { ...measure, id: `m${index}`, name: words.output(10 + index) };
    return "field" in measure ? { ...named, field: measure.field.ref(words) } : named;
  });
  const isNumber = (at: number) => {
    const measure = parts.measures[at];
    return (
      measure !== undefined &&
      (!("field" in measure) || !/min|max/.test(measure.kind) || measure.field.type === "number")
    );
  };
  if (parts.hasRatio && isNumber(0) && isNumber(1))
    measures.push({ kind: "ratio", id: "r", name: words.output(20), numerator: "m0", denominator: "m1" });
  const outputs = [...dimensions, ...measures].map(({ id }) => id as string);
  const sorted = [
    ...new Map(parts.sort.map(({ at, direction }) => [outputs[at % outputs.length] ?? "", direction])),
  ];
  const condition = {
    kind: "filter",
    field: { kind: "measure", id: "m0" },
    operator: "greater",
    value: { kind: "literal", values: [parts.threshold] },
  };
  const place = {
    id: "place",
    schema,
    name: places,
    join: { kind: parts.join, to: "fact", on: [{ left: columns.place, right: columns.placeId }] },
  };
  return BuilderQuery.parse({
    tables: [{ id: "fact", schema, name: facts, join: null }, ...(parts.join === "none" ? [] : [place])],
    calculated: parts.calculated.map(({ expression }, index) => ({
      id: `c${index}`,
      name: `calculated ${index}`,
      expression: expression(words),
      columns: parts.keys.map((key) => fieldOf(words, key)),
    })),
    dimensions,
    measures,
    filters: parts.filters(words),
    having: {
      kind: "group",
      match: "all",
      items: parts.threshold !== null && isNumber(0) ? [condition] : [],
    },
    sort: sorted.map(([by, direction]) => ({ by, direction })),
    limit: measures.length > 0 ? parts.limit : null,
  });
}
