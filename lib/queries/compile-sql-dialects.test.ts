import { describe, expect, it } from "vitest";
import type { Dialect } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";
import { checkSql, compileSql, type SqlOptions } from "@/lib/queries/compile-sql";
import type { ParameterDefinition, ParameterValues } from "@/lib/queries/schemas";

const DIALECTS: Dialect[] = ["postgresql", "duckdb", "mysql", "clickhouse"];
const typed = (
  name: string,
  type: ParameterDefinition["type"] = "text",
  more: Partial<ParameterDefinition> = {},
): ParameterDefinition => ({
  name,
  label: "",
  type,
  isList: false,
  options: null,
  isRequired: true,
  ...more,
});
const optional = (name: string, more: Partial<ParameterDefinition> = {}) =>
  typed(name, "text", { isRequired: false, ...more });

const CLOCK = { now: new Date("2026-11-20T08:00:00Z"), zone: "Europe/Berlin", weekStartsOn: 1 };
const compile = (
  sql: string,
  parameters: ParameterDefinition[] = [],
  values: ParameterValues = {},
  options: Partial<SqlOptions> = {},
) => compileSql({ sql, parameters }, values, { ...CLOCK, dialect: "postgresql", ...options });

function refusal(run: () => unknown): InvalidInputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InvalidInputError) return error;
    throw error;
  }
  throw new Error("was accepted");
}

describe("each dialect", () => {
  const sql = "select {{t}}, {{n}}, {{b}}, {{d}}, {{t}}";
  const parameters = [typed("t"), typed("n", "number"), typed("b", "boolean"), typed("d", "date")];
  const values = { t: "Nord", n: 12.5, b: true, d: "2026-10-01" };

  it.each<[Dialect, string, (string | null)[]]>([
    [
      "postgresql",
      "select ($1::text), ($2::numeric), ($3::boolean), ($4::date), ($1::text)",
      ["Nord", "12.5", "true", "2026-10-01"],
    ],
    [
      "duckdb",
      "select ($1::VARCHAR), ($2::DECIMAL(3,1)), ($3::BOOLEAN), ($4::DATE), ($1::VARCHAR)",
      ["Nord", "12.5", "true", "2026-10-01"],
    ],
    [
      "mysql",
      "select ?, CAST(? AS DECIMAL(3,1)), CAST(? AS SIGNED), CAST(? AS DATE), ?",
      ["Nord", "12.5", "1", "2026-10-01", "Nord"],
    ],
    [
      "clickhouse",
      "select {p1:String}, {p2:Float64}, {p3:Bool}, {p4:Date}, {p1:String}",
      ["Nord", "12.5", "true", "2026-10-01"],
    ],
  ])("%s binds by its own placeholders and types", (dialect, text, bound) => {
    const compiled = compile(sql, parameters, values, { dialect });
    expect([compiled.text, compiled.values]).toEqual([text, bound]);
    expect(compiled.valuesByName).toEqual({ t: "Nord", n: "12.5", b: "true", d: "2026-10-01" });
  });

  it.each<[Dialect, string, string, string]>([
    ["duckdb", "7", "($1::INTEGER)", "7"],
    ["duckdb", "-2147483648", "($1::BIGINT)", "-2147483648"],
    ["duckdb", "9223372036854775808", "($1::HUGEINT)", "9223372036854775808"],
    ["duckdb", "-1.25e-3", "($1::DECIMAL(5,5))", "-0.00125"],
    ["mysql", "7", "CAST(? AS SIGNED)", "7"],
    ["mysql", "12345678901234567890.5", "CAST(? AS DECIMAL(21,1))", "12345678901234567890.5"],
    ["clickhouse", "7", "{p1:Int64}", "7"],
    ["clickhouse", "12345678901234567890.5", "{p1:Decimal(21,1)}", "12345678901234567890.5"],
    ["postgresql", "1e3", "($1::numeric)", "1e3"],
  ])("%s holds %s exactly", (dialect, given, written, bound) => {
    const compiled = compile("select {{n}}", [typed("n", "number")], { n: given }, { dialect });
    expect([compiled.text, compiled.values]).toEqual([`select ${written}`, [bound]]);
  });

  it.each<[Dialect, string]>([
    ["duckdb", "1e40"],
    ["mysql", "0.1e-30"],
    ["clickhouse", "1e-80"],
  ])("%s refuses %s, which it would round", (dialect, n) => {
    const error = refusal(() => compile("select {{n}}", [typed("n", "number")], { n }, { dialect }));
    expect(error.message).toContain("exactly");
  });

  it("says which days ClickHouse does not know", () => {
    const run = (d: string) =>
      compile("select {{d}}", [typed("d", "date")], { d }, { dialect: "clickhouse" });
    expect(run("1950-01-01").text).toBe("select {p1:Date32}");
    expect(refusal(() => run("1066-10-14")).message).toContain("1900 to 2299");
  });

  it.each(DIALECTS)("%s binds no value as a typed null", (dialect) => {
    const names = ["text", "number", "boolean", "date"] as const;
    const nothing = names.map((type) => typed(type, type, { isRequired: false }));
    const compiled = compile("select {{text}}, {{number}}, {{boolean}}, {{date}}", nothing, {}, { dialect });
    expect(compiled.values).toEqual([null, null, null, null]);
    if (dialect === "clickhouse") expect(compiled.text).toContain("{p1:Nullable(String)}");
  });

  it.each(DIALECTS)("%s keeps its statement whatever texts are given", (dialect) => {
    const hostile = [
      "'",
      "\\",
      "\\'; drop table x --",
      "`",
      '"',
      "?",
      "$1",
      "{p1:String}",
      "{{t}}",
      "[[",
      "]]",
      "#",
    ];
    const text = "select {{t}} where {{t}} in ({{l}}) [[ and x = {{o}} ]]";
    const declared = [typed("t"), typed("l", "text", { isList: true }), optional("o")];
    const shape = compile(text, declared, { t: "a", l: ["b", "c"], o: "d" }, { dialect }).text;
    for (const value of hostile) {
      const given = { t: value, l: [value, `${value}x`], o: value };
      const compiled = compile(text, declared, given, { dialect });
      expect(compiled.text).toBe(shape);
      expect(compiled.values).toContain(value);
    }
  });
});

describe("the text is read by the rules of its server", () => {
  it.each<[Dialect, string]>([
    ["mysql", "select 'it\\'s {{a}}'"],
    ["mysql", 'select "{{a}}"'],
    ["mysql", "select `{{a}}`"],
    ["mysql", "select 1 # {{a}}"],
    ["mysql", "select 1 -- {{a}}"],
    ["clickhouse", "select 'it\\'s {{a}}'"],
    ["clickhouse", "select `a\\`{{a}}`"],
    ["clickhouse", "select 1 --{{a}}"],
    ["clickhouse", "select 1 # {{a}}"],
    ["clickhouse", "select $a b$ {{a}} $a b$"],
    ["clickhouse", "select /* /* x */ {{a}} */ 1"],
    ["duckdb", "select E'it\\'s {{a}}'"],
    ["duckdb", "select $q$ {{a}} $q$"],
  ])("%s refuses a parameter inside %s", (dialect, sql) => {
    const error = refusal(() => compile(sql, [typed("a")], { a: "x" }, { dialect }));
    expect(error.message).toContain("stands inside");
    expect(error.details.position).toBe(sql.indexOf("{{a}}") + 1);
  });

  it.each<[Dialect, string]>([
    ["mysql", "select 'c:\\\\', {{a}}"],
    ["mysql", "select 5--{{a}}"],
    ["mysql", "select 'a''b', \"c\\\"d\", {{a}}"],
    ["mysql", "select /* /* */ {{a}}"],
    ["mysql", "select `a\\`, {{a}}"],
    ["mysql", "select $$, {{a}}"],
    ["clickhouse", "select 'c:\\\\', {{a}}"],
    ["clickhouse", "select a#{{a}}"],
    ["clickhouse", "select $5, {{a}}"],
    ["clickhouse", "select map('a', 1), x ? 1 : 2, {{a}}"],
    ["duckdb", "select 'c:\\', {{a}}"],
    ["duckdb", "from t select {{a}}"],
    ["postgresql", "select j ? 'key', {{a}}"],
  ])("%s finds the parameter in %s", (dialect, sql) => {
    expect(compile(sql, [typed("a")], { a: "x" }, { dialect }).values).toEqual(["x"]);
  });

  it.each<[Dialect, string, string]>([
    ["mysql", "select ?", "by name"],
    ["mysql", "select 1 /*!50000 union select 2 */", "would run"],
    ["mysql", "select 1 /*M! union select 2 */", "would run"],
    ["mysql", "select * into outfile '/tmp/x' from t", "cannot write a file"],
    ["mysql", "select 1 into @a", "cannot set variables"],
    ["mysql", "from t", "only reads"],
    ["mysql", "handler t open", "only reads"],
    ["duckdb", "select $1", "by name"],
    ["duckdb", "select $name", "by name"],
    ["duckdb", "select ?", "by name"],
    ["duckdb", "copy t to 'x'", "only reads"],
    ["duckdb", "attach 'x'", "only reads"],
    ["duckdb", "pragma version", "only reads"],
    ["clickhouse", "select {p1:String}", "by name"],
    ["clickhouse", "select 1 format CSV", "format"],
    ["clickhouse", "select 1 settings max_threads = 1", "Limits"],
    ["clickhouse", "select ‘a’", "straight"],
    ["clickhouse", "insert into t select 1", "only reads"],
  ])("%s refuses %s", (dialect, sql, words) => {
    const error = refusal(() => compile(sql, [], {}, { dialect }));
    expect(error.message).toContain(words);
    expect(error.details.position).toBeGreaterThan(0);
  });

  it("lets settings, formats and files be names", () => {
    const sql = "select format, settings from system.settings where name = 'format CSV' order by format";
    expect(compile(sql, [], {}, { dialect: "clickhouse" }).text).toBe(sql);
  });

  it("says that MySQL takes no parameter after LIMIT", () => {
    const run = (sql: string) => compile(sql, [typed("n", "number")], { n: 5 }, { dialect: "mysql" });
    for (const sql of ["select 1 limit {{n}}", "select 1 limit 3, {{n}}", "select 1 limit 3 offset\n{{n}}"])
      expect(refusal(() => run(sql)).message).toContain("LIMIT");
    expect(run("select speed_limit, {{n}}").values).toEqual(["5"]);
  });
});

describe("lists", () => {
  const list = typed("clinics", "text", { isList: true });
  const sql = "select 1 where c in ({{clinics}}) or d in ( {{ clinics }} )";

  it.each<[Dialect, string, number]>([
    ["postgresql", "c in (($1::text), ($2::text)) or d in ( ($1::text), ($2::text) )", 2],
    ["duckdb", "c in (($1::VARCHAR), ($2::VARCHAR)) or d in ( ($1::VARCHAR), ($2::VARCHAR) )", 2],
    ["mysql", "c in (?, ?) or d in ( ?, ? )", 4],
    ["clickhouse", "c in ({p1:String}, {p2:String}) or d in ( {p1:String}, {p2:String} )", 2],
  ])("%s binds each element", (dialect, where, count) => {
    const compiled = compile(sql, [list], { clinics: ["Nord", "O'Brien"] }, { dialect });
    expect(compiled.text).toBe(`select 1 where ${where}`);
    expect(compiled.values).toHaveLength(count);
    expect(compiled.valuesByName).toEqual({ clinics: ["Nord", "O'Brien"] });
  });

  it("matches nothing when it is empty, and takes one value for a list of one", () => {
    const one = "select 1 where c in ({{clinics}})";
    expect(compile(one, [list], { clinics: [] }).values).toEqual([null]);
    expect(compile(one, [list], { clinics: "Nord" }).values).toEqual(["Nord"]);
    expect(compile(one, [{ ...list, default: ["a"] }], {}).values).toEqual(["a"]);
  });

  it("names what is wrong with an element, too many, and a list outside of IN", () => {
    const numbers = typed("ids", "number", { isList: true });
    const run = (values: ParameterValues) => compile("select 1 where a in ({{ids}})", [numbers], values);
    expect(run({ ids: [1, "2.5"] }).values).toEqual(["1", "2.5"]);
    expect(refusal(() => run({ ids: [1, "2 or 1=1"] })).message).toContain('"2 or 1=1"');
    expect(refusal(() => run({ ids: Array.from({ length: 10_001 }, () => 1) })).message).toContain("10000");
    expect(run({ ids: Array.from({ length: 10_000 }, (_, n) => n) }).values).toHaveLength(10_000);
    const outside = refusal(() => compile("select 1 where a = {{ids}}", [numbers], { ids: [1] }));
    expect([outside.message, outside.details.position]).toEqual([
      expect.stringContaining("IN ({{ids}})"),
      "select 1 where a = ".length + 1,
    ]);
    const yes = typed("yes", "boolean", { isList: true });
    expect(() => checkSql({ sql: "select 1 where a in ({{yes}})", parameters: [yes] }, "mysql")).toThrow(
      "list",
    );
  });
});

describe("date ranges", () => {
  const period = typed("period", "date_range");
  const sql = "select 1 where d >= {{period.from}} and d < {{period.to}}";

  it.each<[ParameterValues[string], string, string]>([
    [{ kind: "relative", name: "last_full_month" }, "2026-10-01", "2026-11-01"],
    [{ kind: "relative", name: "this_week" }, "2026-11-16", "2026-11-21"],
    [{ kind: "absolute", from: "2026-02-01", to: "2026-02-28" }, "2026-02-01", "2026-03-01"],
  ])("%j is %s to before %s", (value, from, to) => {
    const compiled = compile(sql, [period], { period: value });
    expect(compiled.text).toBe("select 1 where d >= ($1::date) and d < ($2::date)");
    expect(compiled.values).toEqual([from, to]);
    expect(compiled.valuesByName).toEqual({ "period.from": from, "period.to": to });
  });

  it("begins weeks and days where the workspace does", () => {
    const value: ParameterValues = { period: { kind: "relative", name: "this_week" } };
    expect(compile(sql, [period], value, { weekStartsOn: 7 }).values[0]).toBe("2026-11-15");
    const late = { now: new Date("2026-11-22T23:30:00Z") };
    expect(compile(sql, [period], value, late).values).toEqual(["2026-11-23", "2026-11-24"]);
  });

  it("refuses other values, bare ranges and parts of what is none", () => {
    for (const value of ["last_full_month", 5, true, ["2026-01-01"]])
      expect(refusal(() => compile(sql, [period], { period: value })).message).toContain("a period");
    const impossible = { kind: "absolute", from: "2026-02-01", to: "2026-02-30" } as const;
    expect(refusal(() => compile(sql, [period], { period: impossible })).message).toContain(
      "days that exist",
    );
    expect(refusal(() => compile("select {{period}}", [period])).message).toContain("{{period.from}}");
    expect(refusal(() => compile("select {{period.start}}", [period])).message).toContain("{{period.to}}");
    expect(refusal(() => compile("select {{a.from}}", [typed("a")])).message).toContain("no period");
  });
});

describe("the person who reads", () => {
  const sql = "select 1 where d = {{me.department}} and e = {{me.email}}";
  const person = { email: "a@b.example", cost_center: "7" };

  it("is bound as text, and matches nothing without the attribute", () => {
    const compiled = compile(sql, [], {}, { person });
    expect(compiled.text).toBe("select 1 where d = ($1::text) and e = ($2::text)");
    expect(compiled.values).toEqual([null, "a@b.example"]);
    expect(compile("select {{me.cost_center}}", [], {}, { person }).values).toEqual(["7"]);
    expect(compile("select {{me.constructor}}", [], {}, { person }).values).toEqual([null]);
  });

  it("cannot be given, declared, left out, or absent", () => {
    for (const name of ["me.department", "me", "me.anything"]) {
      const error = refusal(() => compile(sql, [], { [name]: "all" }, { person }));
      expect([error.message, error.details.parameter]).toEqual([
        expect.stringContaining("person who reads"),
        name,
      ]);
    }
    const declared = typed("me", "text", { default: "all" });
    expect(compile("select {{me.department}}", [declared], {}, { person }).values).toEqual([null]);
    expect(refusal(() => compile("select {{me}}", [declared], {}, { person })).message).toContain("Say what");
    expect(refusal(() => compile(sql, [])).message).toContain("depends on who reads");
    const part = "select 1 where true [[ and c = {{c}} and d = {{me.department}} ]]";
    expect(refusal(() => compile(part, [optional("c")], {}, { person })).message).toContain("left out");
  });
});

describe("optional parts", () => {
  const sql = "select 1 where true [[ and c = {{c}} ]] [[ and d in ({{d}}) ]] and e = {{e}}";
  const declared = [optional("c"), optional("d", { isList: true }), typed("e")];

  it("are kept with a value and left out without one", () => {
    const kept = compile(sql, declared, { c: "Nord", d: ["x"], e: "y" });
    expect(kept.text).toBe(
      "select 1 where true    and c = ($1::text)       and d in (($2::text))    and e = ($3::text)",
    );
    const without = compile(sql, declared, { c: null, e: "y" });
    expect(without.text.replace(/\s+/g, " ")).toBe("select 1 where true and e = ($1::text)");
    expect(without.values).toEqual(["y"]);
  });

  it("stay for an empty list, which was chosen, and ask for what is required", () => {
    expect(compile(sql, declared, { d: [], e: "y" }).values).toEqual([null, "y"]);
    const error = refusal(() => compile("select 1 [[ where c = {{c}} ]]", [typed("c")]));
    expect([error.message, error.details.parameter]).toEqual([expect.stringContaining("no value"), "c"]);
  });

  it("are only brackets around a parameter", () => {
    for (const text of [
      "select array[[1,2],[3,4]], {{e}}",
      "select [[1,2],[3,4]][[1]], {{e}}",
      "select a[b[1]], '[[', {{e}} -- [[",
    ])
      expect(compile(text, [typed("e")], { e: "y" }).text).toBe(text.replace("{{e}}", "($1::text)"));
    expect(compile("select array[[{{e}}, 'x']]", [typed("e")], { e: "y" }).text).toContain(
      "array[[($1::text)",
    );
    expect(compile("select [[{{e}}],['x']]", [typed("e")], { e: "y" }).text).toContain("[[($1::text)],");
    const brackets = "select 1 where true [[ and x[y[1]] = {{c}} and z = ']]' ]]";
    expect(compile(brackets, [optional("c")], {}).text.trim()).toBe("select 1 where true");
  });

  it("have an end, hold no other, and leave one statement that reads", () => {
    const open = refusal(() => compile("select 1 [[ where c = {{c}}", [optional("c")]));
    expect([open.message, open.details.position]).toEqual([expect.stringContaining("no end"), 10]);
    const nested = "select 1 where true [[ and c = {{c}} [[ and d = {{c}} ]] ]]";
    expect(refusal(() => compile(nested, [optional("c")])).details.position).toBe(
      nested.lastIndexOf("[[") + 1,
    );
    const hidden = "[[ select {{c}} ]] delete from t";
    expect(refusal(() => compile(hidden, [optional("c")])).message).toContain("only reads");
    expect(() => checkSql({ sql: hidden, parameters: [optional("c")] }, "postgresql")).toThrow("only reads");
    expect(compile("select 1 -[[ {{c}} ]]- 2", [optional("c")]).text).not.toContain("--");
  });

  it("stay readable however many brackets there are", () => {
    const deep = `select ${"[".repeat(30_000)} {{c}} ${"]".repeat(30_000)}`;
    expect(refusal(() => compile(deep, [optional("c")])).message).toContain("inside another");
    const open = `select ${"[[ ".repeat(30_000)}`;
    expect(compile(open).text).toBe(open);
    expect(refusal(() => compile(`${open}{{c}}`, [optional("c")])).message).toContain("no end");
  });

  it.each(DIALECTS)("%s positions lead back through what was replaced and left out", (dialect) => {
    const text = "select '🙂', {{e}}\n[[ , {{c}} -- 'x\n ]] [[ , {{d}} ]], nowhere, {{e}}";
    const parameters = [optional("c"), typed("e"), optional("d", { type: "number" })];
    const compiled = compile(text, parameters, { e: "y", d: 5 }, { dialect });
    const position = [...compiled.text.slice(0, compiled.text.indexOf("nowhere"))].length + 1;
    expect(compiled.toWrittenPosition(position)).toBe(text.indexOf("nowhere") + 1);
    expect(compiled.toWrittenPosition([...compiled.text].length)).toBe(text.lastIndexOf("{{e}}") + 1);
    expect(compiled.text.split("\n")).toHaveLength(text.split("\n").length);
  });
});
