import { describe, expect, it } from "vitest";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";
import type { ParameterDefinition } from "@/lib/queries/schemas";
import { checkBuilder } from "./check";
import { type CompileBuilderOptions, compileBuilder } from "./compile";
import { describeBuilder } from "./describe";
import { suggestJoins } from "./joins";
import { emptyBuilder, outputColumns, withExpressionColumns } from "./model";
import { BuilderQuery } from "./schema";
import { builderToSql } from "./to-sql";

type Input = Parameters<typeof BuilderQuery.parse>[0];
const column = (name: string, type: string, table = "sales") => ({
  kind: "column",
  table,
  column: name,
  type,
});
const AMOUNT = column("amount", "number");
const SOLD_AT = column("sold_at", "timestamp");
const CLINIC = column("name", "text", "clinics");
const TABLES = [
  { id: "sales", schema: "shop", name: "sales" },
  {
    id: "clinics",
    schema: "shop",
    name: "clinics",
    join: { kind: "left", to: "sales", on: [{ left: "clinic_id", right: "id" }] },
  },
];
const literal = (...values: unknown[]) => ({ kind: "literal", values });
const filter = (field: unknown, operator: string, value: unknown = null) => ({
  kind: "filter",
  field,
  operator,
  value,
});
const all = (...items: unknown[]) => ({ kind: "group", match: "all", items });

const query = (parts: Record<string, unknown>): BuilderQuery =>
  BuilderQuery.parse({
    tables: TABLES,
    dimensions: [{ id: "clinic", name: "Clinic", field: CLINIC }],
    ...parts,
  } as Input);

const parameter = (name: string, more: Partial<ParameterDefinition>): ParameterDefinition => ({
  name,
  label: "",
  type: "text",
  isList: false,
  options: null,
  isRequired: true,
  ...more,
});

function compile(builder: BuilderQuery, more: Partial<CompileBuilderOptions> = {}) {
  return compileBuilder(builder, {
    dialect: "postgresql",
    parameters: [],
    values: {},
    zone: "Europe/Berlin",
    now: new Date("2026-11-20T23:30:00Z"),
    weekStartsOn: 1,
    ...more,
  });
}

function refusal(work: () => unknown): InvalidInputError {
  try {
    work();
  } catch (error) {
    if (error instanceof InvalidInputError) return error;
    throw error;
  }
  throw new Error("was accepted");
}

const REVENUE = query({
  dimensions: [{ id: "month", name: "Month", field: SOLD_AT, grain: "month" }],
  measures: [{ kind: "sum", id: "revenue", name: "Revenue", field: AMOUNT }],
  filters: all(
    filter(CLINIC, "equals", literal("North")),
    filter(SOLD_AT, "in_range", { kind: "range", range: { kind: "relative", name: "last_full_year" } }),
  ),
  sort: [{ by: "revenue", direction: "descending" }],
  limit: 10,
});

describe("compileBuilder", () => {
  it.each([
    [
      "postgresql",
      `select\n  cast(date_trunc('month', cast("sales"."sold_at" as timestamp)) as date) as "Month",\n  sum("sales"."amount") as "Revenue"\nfrom "shop"."sales" as "sales"\nleft join "shop"."clinics" as "clinics" on "sales"."clinic_id" = "clinics"."id"\nwhere cast("clinics"."name" as text) = ($1::text)\n  and ("sales"."sold_at" >= ($2::date) and "sales"."sold_at" < ($3::date))\ngroup by 1\norder by 2 desc nulls last, 1 asc nulls last\nlimit 10`,
    ],
    [
      "mysql",
      "select\n  date(date_format(`sales`.`sold_at`, '%Y-%m-01')) as `Month`,\n  sum(`sales`.`amount`) as `Revenue`\nfrom `shop`.`sales` as `sales`\nleft join `shop`.`clinics` as `clinics` on `sales`.`clinic_id` = `clinics`.`id`\nwhere (`clinics`.`name` = ? and cast(convert(`clinics`.`name` using utf8mb4) as binary) = cast(convert(? using utf8mb4) as binary))\n  and (`sales`.`sold_at` >= CAST(? AS DATE) and `sales`.`sold_at` < CAST(? AS DATE))\ngroup by 1\norder by 2 desc, `Month` is null, 1 asc\nlimit 10",
    ],
    [
      "clickhouse",
      "select\n  toDate32(toStartOfMonth(toTimeZone(`sales`.`sold_at`, 'Europe/Berlin'))) as `Month`,\n  sumOrNull(`sales`.`amount`) as `Revenue`\nfrom `shop`.`sales` as `sales`\nleft join `shop`.`clinics` as `clinics` on `sales`.`clinic_id` = `clinics`.`id`\nwhere toString(`clinics`.`name`) = {p1:String}\n  and (`sales`.`sold_at` >= toDateTime64({p2:Date}, 3, 'Europe/Berlin') and `sales`.`sold_at` < toDateTime64({p3:Date}, 3, 'Europe/Berlin'))\ngroup by 1\norder by 2 desc nulls last, 1 asc nulls last\nlimit 10",
    ],
  ] as const)("writes %s", (dialect, text) => {
    const compiled = compile(REVENUE, { dialect });
    expect(compiled.text).toBe(text);
    expect(new Set(compiled.values)).toEqual(new Set(["North", "2025-01-01", "2026-01-01"]));
    expect(compiled.columnNames).toEqual(["Month", "Revenue"]);
  });

  it("begins days in the query's zone: what runs at half past midnight in Berlin is of the next day", () => {
    const today = query({
      filters: all(
        filter(SOLD_AT, "in_range", { kind: "range", range: { kind: "relative", name: "today" } }),
      ),
    });
    expect(compile(today).values).toEqual(["2026-11-21", "2026-11-22"]);
    expect(compile(today, { zone: "UTC" }).values).toEqual(["2026-11-20", "2026-11-21"]);
  });

  it("binds parameters by name, drops conditions on optional ones without a value, and binds lists one by one", () => {
    const parameters = [
      parameter("clinic", { isRequired: false }),
      parameter("clinics", { isList: true }),
      parameter("stay", { type: "date_range" }),
    ];
    const builder = query({
      filters: all(
        filter(CLINIC, "equals", { kind: "parameter", name: "clinic" }),
        filter(CLINIC, "in", { kind: "parameter", name: "clinics" }),
        filter(SOLD_AT, "in_range", { kind: "parameter", name: "stay" }),
      ),
    });
    const stay = { kind: "absolute" as const, from: "2026-01-01", to: "2026-01-31" };
    const compiled = compile(builder, { parameters, values: { clinics: ["a", "b"], stay } });
    expect(compiled.text).toContain(
      `where cast("clinics"."name" as text) in (($1::text), ($2::text))\n  and`,
    );
    expect(compiled.valuesByName).toEqual({
      clinics: ["a", "b"],
      "stay.from": "2026-01-01",
      "stay.to": "2026-02-01",
    });
    expect(refusal(() => compile(builder, { parameters, values: { stay } })).details.fields).toHaveProperty([
      "values.clinics",
    ]);
  });

  it("shows nothing to a person who lacks the attribute, and nobody can give it as a value", () => {
    const builder = query({
      filters: all(filter(CLINIC, "not_equals", { kind: "parameter", name: "me.clinic" })),
    });
    expect(compile(builder, { person: {} }).text).toContain("where 1 = 0");
    expect(compile(builder, { person: { clinic: "North" } }).values).toEqual(["North"]);
    expect(refusal(() => compile(builder, { person: {}, values: { "me.clinic": "x" } })).message).toContain(
      "cannot be given",
    );
    expect(refusal(() => compile(builder)).message).toContain("who reads");
  });

  it("matches nothing in an empty list, and everything outside of it", () => {
    const where = (operator: string) =>
      /where (.*)/.exec(compile(query({ filters: all(filter(CLINIC, operator, literal())) })).text)?.[1];
    expect([where("in"), where("not_in")]).toEqual(["1 = 0", "1 = 1"]);
  });

  it("ranks the rows where the source has no percentiles, once for each column", () => {
    const of = (kind: object, index: number) => ({
      id: `m${index}`,
      name: `M ${index}`,
      field: AMOUNT,
      ...kind,
    });
    const kinds = [{ kind: "median" }, { kind: "percentile", percentile: 90 }, { kind: "sum" }];
    const builder = query({
      dimensions: [{ id: "d", name: "Clinic", field: CLINIC }],
      measures: kinds.map(of),
      filters: all(filter(CLINIC, "equals", literal("North"))),
    });
    const { text, values } = compile(builder, { dialect: "mysql" });
    expect(text.match(/row_number\(\)/g)).toHaveLength(1);
    expect(text).toMatch(/from \(select[\s\S]*where [\s\S]*\) as `ranked`\ngroup by 1\norder by/);
    expect(values).toEqual(["North", "North"]);
    expect(compile(builder).text).not.toContain("row_number");
  });
});

describe("problems", () => {
  const calculated = (expression: string, more: object[] = []) =>
    query({
      calculated: [{ id: "c1", name: "Net", expression, columns: [AMOUNT, SOLD_AT, CLINIC] }, ...more],
    });

  it.each<[string, BuilderQuery, string, RegExp]>([
    [
      "a table that is not there",
      query({ dimensions: [{ id: "d", name: "D", field: column("x", "text", "nowhere") }] }),
      "builder.dimensions.0.field",
      /not part of the query/,
    ],
    [
      "a join to a later table",
      query({
        tables: [
          { ...TABLES[0], id: "first" },
          { ...TABLES[1], join: { kind: "left", to: "sales", on: [{ left: "a", right: "b" }] } },
          { ...TABLES[0], join: { kind: "left", to: "first", on: [{ left: "a", right: "b" }] } },
        ],
      }),
      "builder.tables.1.join.to",
      /only to one before it/,
    ],
    [
      "an operator that does not fit",
      query({ filters: all(filter(AMOUNT, "contains", literal("x"))) }),
      "builder.filters.items.0.operator",
      /a number/,
    ],
    [
      "a missing value",
      query({ filters: all(filter(AMOUNT, "equals", literal())) }),
      "builder.filters.items.0.value",
      /Enter a value/,
    ],
    [
      "a value of another type",
      query({ filters: all(all(filter(AMOUNT, "greater", literal("lots")))) }),
      "builder.filters.items.0.items.0.value",
      /does not fit/,
    ],
    [
      "a day that does not exist",
      query({ filters: all(filter(SOLD_AT, "less", literal("2026-02-30"))) }),
      "builder.filters.items.0.value",
      /day/,
    ],
    [
      "a sum of texts",
      query({ measures: [{ kind: "sum", id: "m", name: "M", field: CLINIC }] }),
      "builder.measures.0.field",
      /a text/,
    ],
    [
      "two columns of one name",
      query({ measures: [{ kind: "count", id: "m", name: "clinic" }] }),
      "builder.measures.0.name",
      /too/,
    ],
    [
      "hours of a day",
      query({ dimensions: [{ id: "d", name: "D", field: column("day", "date"), grain: "hour" }] }),
      "builder.dimensions.0.grain",
      /no hours/,
    ],
    [
      "a ratio of nothing",
      query({ measures: [{ kind: "ratio", id: "r", name: "R", numerator: "x", denominator: "r" }] }),
      "builder.measures.0.numerator",
      /Choose the measure/,
    ],
    ["nothing chosen", query({ dimensions: [] }), "builder.dimensions", /Choose a column/],
    [
      "an unknown column, with the one that was meant",
      calculated("[amuont] * 2"),
      "builder.calculated.0.expression",
      /Did you mean \[amount\]/,
    ],
    [
      "a calculated column that uses itself",
      calculated("[Gross]", [{ id: "c2", name: "Gross", expression: "[Net] * 2" }]),
      "builder.calculated.0.expression",
      /cannot use itself/,
    ],
    [
      "types that do not fit",
      calculated("[amount] & 'x'"),
      "builder.calculated.0.expression",
      /needs a text, and this is a number/,
    ],
    [
      "an unknown parameter",
      query({ filters: all(filter(AMOUNT, "equals", { kind: "parameter", name: "x" })) }),
      "builder.filters.items.0.value",
      /no parameter x/,
    ],
    [
      "a column before grouping among measures",
      query({ having: all(filter(AMOUNT, "equals", literal(1))) }),
      "builder.having.items.0.field",
      /only measures/,
    ],
  ])("tells of %s", (_what, builder, path, message) => {
    const error = refusal(() => compile(builder));
    expect(error.details.fields?.[path]).toMatch(message);
  });

  it("counts positions in expressions from 1", () => {
    expect(checkBuilder(calculated("[amount] + lenght([name])"))[0]).toMatchObject({
      position: 12,
      message: expect.stringContaining("length"),
    });
    for (const [expression, position] of [
      ["1 +", 4],
      ["(1", 3],
      ["'open", 1],
      ["1 < 2 < 3", 7],
      ["amount", 1],
      ["if(1, 2, 3)", 4],
      ["date('2026-02-30')", 6],
      ["$", 1],
    ] as const)
      expect([expression, checkBuilder(calculated(expression))[0]?.position]).toEqual([expression, position]);
    expect(checkBuilder(calculated(`${"(".repeat(50)}1${")".repeat(50)}`))[0]?.message).toContain(
      "nested too deeply",
    );
    expect(checkBuilder(calculated(`1${" + 1".repeat(400)}`))[0]?.message).toContain("too long");
  });
});

describe("builderToSql", () => {
  it("writes literals, parameters, the period and relative ranges that stay relative", () => {
    const parameters = [parameter("clinic", { isRequired: false })];
    const builder = query({
      filters: all(
        filter(CLINIC, "equals", { kind: "parameter", name: "clinic" }),
        filter(CLINIC, "not_equals", literal("it's {{clinic}}")),
        filter(SOLD_AT, "in_range", { kind: "period" }),
        filter(SOLD_AT, "in_range", { kind: "range", range: { kind: "relative", name: "last_full_year" } }),
      ),
    });
    const { sql, parameters: declared } = builderToSql(builder, {
      dialect: "postgresql",
      parameters,
      zone: "UTC",
      weekStartsOn: 1,
    });
    expect(sql.slice(sql.indexOf("where"))).toBe(
      `where (cast("clinics"."name" as text) is null or not cast("clinics"."name" as text) = concat('it''s {', '{clinic}}'))\n  and ("sales"."sold_at" >= {{from}} and "sales"."sold_at" < {{to}})\n  and ("sales"."sold_at" >= {{last_full_year.from}} and "sales"."sold_at" < {{last_full_year.to}})\n  [[and cast("clinics"."name" as text) = {{clinic}}]]`.replace(
        "\n  [[",
        "\n  [[",
      ),
    );
    expect(declared.map(({ name, type }) => `${name} ${type}`)).toEqual([
      "clinic text",
      "from date",
      "to date",
      "last_full_year date_range",
    ]);
  });
});

describe("describeBuilder", () => {
  it("says what is asked", () => {
    expect(describeBuilder({ builder: REVENUE, parameters: [] })).toBe(
      "Revenue by month for clinic North, last full year, highest first, top 10.",
    );
    const list = query({
      filters: all(filter(AMOUNT, "greater", literal(1000)), filter(CLINIC, "is_empty")),
      sort: [{ by: "clinic", direction: "ascending" }],
    });
    expect(describeBuilder({ builder: list, parameters: [] })).toBe(
      "Clinic of sales and clinics where amount is greater than 1,000 and clinic is empty, by clinic from A to Z.",
    );
    expect(
      describeBuilder({ builder: emptyBuilder({ schema: "", name: "Daily sales" }), parameters: [] }),
    ).toBe("Nothing is chosen from Daily sales yet.");
  });
});

const table = (name: string, columns: string[], keys: [string[], string, string[]][] = []): SchemaTable => ({
  schema: "shop",
  name,
  comment: null,
  rowEstimate: null,
  columns: columns.map((each) => ({
    name: each,
    type: "integer",
    valueType: "number",
    nullable: true,
    comment: null,
  })),
  primaryKey: ["id"],
  foreignKeys: keys.map(([from, to, referencedColumns]) => ({
    columns: from,
    schema: "shop",
    table: to,
    referencedColumns,
  })),
});

describe("suggestJoins", () => {
  const schema = [
    table(
      "sales",
      ["id", "clinic_id", "region", "shelf"],
      [
        [["clinic_id"], "clinics", ["id"]],
        [["region", "shelf"], "shelves", ["region", "number"]],
      ],
    ),
    table(
      "clinics",
      ["id", "city_id", "boss_id"],
      [
        [["city_id"], "cities", ["id"]],
        [["boss_id"], "people", ["id"]],
        [["id"], "people", ["id"]],
      ],
    ),
    table("cities", ["id"]),
    table("people", ["id"]),
    table("shelves", ["region", "number"]),
    table("lonely", ["id"]),
  ];
  const start = [{ id: "sales", schema: "shop", name: "sales", join: null }];
  const joins = (name: string, from = start) => suggestJoins(schema, from, { schema: "shop", name });

  it("finds the shortest way, over composite keys and in both directions", () => {
    expect(joins("cities")[0]?.tables.map(({ id, join }) => [id, join?.to, join?.on])).toEqual([
      ["clinics", "sales", [{ left: "clinic_id", right: "id" }]],
      ["cities", "clinics", [{ left: "city_id", right: "id" }]],
    ]);
    expect(joins("shelves")[0]?.tables[0]?.join?.on).toEqual([
      { left: "region", right: "region" },
      { left: "shelf", right: "number" },
    ]);
    expect(joins("people")).toHaveLength(2);
    expect(joins("lonely")).toEqual([]);
    const back = joins("sales", [{ id: "clinics", schema: "shop", name: "clinics", join: null }]);
    expect(back.map(({ multipliesRows, tables }) => [multipliesRows, tables[0]?.join?.on])).toEqual([
      [true, [{ left: "id", right: "clinic_id" }]],
    ]);
  });

  it("lets a saved query know the columns of its expressions", () => {
    const builder = {
      ...emptyBuilder({ schema: "shop", name: "sales" }),
      calculated: [{ id: "c", name: "Twice", expression: "[shelf] * 2" }],
    };
    const complete = withExpressionColumns(builder, schema);
    expect(complete.calculated[0]?.columns).toEqual([
      { kind: "column", table: "sales", column: "shelf", type: "number" },
    ]);
    const shown = {
      ...complete,
      dimensions: [{ id: "d", name: "Twice", field: { kind: "calculated" as const, id: "c" }, grain: null }],
    };
    expect(checkBuilder(shown, schema)).toEqual([]);
    expect(outputColumns(shown)).toEqual([{ id: "d", name: "Twice", type: "number", role: "dimension" }]);
    expect(
      checkBuilder(
        {
          ...shown,
          tables: [{ ...builder.tables[0], id: "sales", schema: "shop", name: "slaes", join: null }],
        },
        schema,
      )[0]?.message,
    ).toContain("Did you mean sales?");
  });
});
