import { describe, expect, it } from "vitest";
import type { Dialect } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";
import { checkSql, compileSql, type SqlOptions } from "@/lib/queries/compile-sql";
import { lineAndColumn } from "@/lib/queries/positions";
import type { ParameterDefinition, ParameterValues } from "@/lib/queries/schemas";

const typed = (
  name: string,
  type: ParameterDefinition["type"],
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
const text = (name: string, preset?: string) => typed(name, "text", { default: preset });

const CLOCK = { now: new Date("2026-11-20T08:00:00Z"), zone: "Europe/Berlin", weekStartsOn: 1 };
const compile = (
  sql: string,
  parameters: ParameterDefinition[] = [],
  values: ParameterValues = {},
  options: Partial<SqlOptions> = {},
) => compileSql({ sql, parameters }, values, { ...CLOCK, dialect: "postgresql", ...options });
const check = (sql: string, parameters: ParameterDefinition[], dialect: Dialect = "postgresql") =>
  checkSql({ sql, parameters }, dialect);

function refusal(
  sql: string,
  parameters: ParameterDefinition[] = [],
  values: ParameterValues = {},
  options: Partial<SqlOptions> = {},
): InvalidInputError {
  try {
    compile(sql, parameters, values, options);
  } catch (error) {
    if (error instanceof InvalidInputError) return error;
    throw error;
  }
  throw new Error(`was accepted: ${sql}`);
}

describe("compileSql", () => {
  it("binds each parameter once, in order of first use, with its type", () => {
    const compiled = compile(
      "select * from visits where day >= {{from}} and clinic = {{ clinic }} and fee > {{fee}} and paid = {{paid}} and day < {{from}}",
      [typed("paid", "boolean"), typed("fee", "number"), text("clinic"), typed("from", "date")],
      { from: "2026-10-01", clinic: "Nord", fee: 12.5, paid: true },
    );
    expect(compiled.text).toBe(
      "select * from visits where day >= ($1::date) and clinic = ($2::text) and fee > ($3::numeric) and paid = ($4::boolean) and day < ($1::date)",
    );
    expect(compiled.values).toEqual(["2026-10-01", "Nord", "12.5", "true"]);
  });

  it("takes defaults, binds an explicit null where no value is needed, and ignores inherited properties", () => {
    const both = [text("a", "fallback"), text("b")];
    expect(
      compile("select {{a}}, {{b}}", [text("a", "x"), typed("b", "text", { isRequired: false })], {
        a: "y",
        b: null,
      }).values,
    ).toEqual(["y", null]);
    expect(refusal("select {{a}}, {{b}}", both, { b: null }).details.parameter).toBe("b");
    expect(refusal("select {{constructor}}", [text("constructor")]).details.parameter).toBe("constructor");
  });

  it.each([
    ["a text literal", "select '{{a}}'", 9],
    ["an escaped literal", "select E'it\\'s {{a}}'", 16],
    ["a continued escaped literal", "select E'x'\n  '\\'{{a}}'", 18],
    ["a dollar quote", "select $q$ it's {{a}} $q$", 17],
    ["a quoted name", 'select "{{a}}"', 9],
    ["a line comment", "select 1 -- {{a}}", 13],
    ["a nested comment", "select 1 /* /* x */ {{a}} */", 21],
  ])("refuses a parameter inside %s, with its position", (_name, sql, position) => {
    const error = refusal(sql, [text("a")], { a: "x" });
    expect(error.message).toContain("{{a}}");
    expect(error.details.position).toBe(position);
  });

  it.each([
    ["after a literal with a doubled quote", "select 'it''s', {{a}}"],
    ["after a backslash, which escapes nothing in a plain literal", "select 'c:\\', {{a}}"],
    ["after a name with a dollar sign", "select a$b$c, {{a}} from t$1"],
    ["after a comment that looks like a literal", "select 1 -- it's\n, {{a}}"],
    ["after an array literal with braces", "select '{{1,2},{3,4}}'::int[], {{a}}"],
    ["after a literal in a name ending in e", "select * from table_e where x='\\' and y={{a}}"],
  ])("finds a parameter %s", (_name, sql) => {
    expect(compile(sql, [text("a")], { a: "x" }).values).toEqual(["x"]);
  });

  it("refuses what is not exactly one reading statement", () => {
    expect(refusal("  -- nothing\n ;").message).toContain("empty");
    const second = refusal("select ';' ; drop table x");
    expect([second.message, second.details.position]).toEqual([expect.stringContaining("one statement"), 14]);
    expect(compile("select 1; -- done", [], {}).text).toBe("select 1; -- done");
    for (const sql of ["insert into x values (1)", "DO $$ begin end $$", "/* a */ commit", "42"])
      expect(refusal(sql).message).toContain("only reads");
    for (const sql of [
      "(select 1) union select 2",
      "WITH x AS (select 1) table x",
      "values (1)",
      "select'x'",
    ])
      expect(compile(sql, [], {}).text).toBe(sql);
  });

  it.each([
    ["select 'open", 8],
    ['select "open', 8],
    ["select /* open", 8],
    ["select $a$ open $b$", 8],
  ])("says where an unfinished part begins: %s", (sql, position) => {
    expect(refusal(sql).details.position).toBe(position);
  });

  it("refuses undeclared, badly named, glued and numbered parameters", () => {
    expect(refusal("select {{clinic}}", [text("region")]).message).toContain("Declared are {{region}}");
    expect(refusal("select {{Clinic Name}}").message).toContain('"Clinic Name"');
    expect(refusal("select * from sales_{{year}}", [text("year")], { year: "2026" }).message).toContain(
      "part of a name",
    );
    expect(refusal("select $1").message).toContain("$1");
  });

  it("refuses missing values and values of the wrong type, naming the parameter", () => {
    expect(refusal("select {{a}}", [text("a")]).details.fields).toHaveProperty(["values.a"]);
    const wrong: [ParameterDefinition["type"], string | number | boolean][] = [
      ["number", "12 or 1=1"],
      ["number", "NaN"],
      ["number", Number.POSITIVE_INFINITY],
      ["number", true],
      ["boolean", "yes"],
      ["date", "2026-02-30"],
      ["date", "01/02/2026"],
      ["date", "2026-01-01'; drop table x"],
      ["text", 5],
      ["text", "a\0b"],
    ];
    for (const [type, value] of wrong) {
      const error = refusal("select {{a}}", [typed("a", type)], { a: value });
      expect(error.details.parameter).toBe("a");
      expect(error.message).toMatch(/The parameter a is .* Give /);
    }
  });

  it("leaves the statement as it is whatever the values are", () => {
    const sql = "select {{a}} as x from t where y = {{a}} and z > {{n}}";
    const parameters = [text("a"), typed("n", "number")];
    const shape = compile(sql, parameters, { a: "plain", n: 1 }).text;
    const parts = ["'", '"', ";", "--", "/*", "*/", "$$", "$1", "{{a}}", "\\", "\n", " or 1=1", "é", "🙂"];
    for (let seed = 1; seed <= 500; seed += 1) {
      let state = seed;
      const next = () => (state = (state * 48271) % 2147483647);
      const hostile = Array.from({ length: 1 + (next() % 12) }, () => parts[next() % parts.length]).join("");
      const compiled = compile(sql, parameters, { a: hostile, n: -seed });
      expect(compiled.text).toBe(shape);
      expect(compiled.values).toEqual([hostile, String(-seed)]);
    }
  });
});

describe("checkSql", () => {
  it("needs no values, but sound defaults and distinct names", () => {
    expect(() => check("select {{a}}", [text("a")])).not.toThrow();
    expect(() => check("select {{a}}", [])).toThrow("not declared");
    expect(() => check("select 1", [{ ...typed("day", "date"), default: "today" }])).toThrow("YYYY-MM-DD");
    expect(() => check("select {{a}}", [text("a"), text("a")])).toThrow("twice");
  });
});

describe("positions", () => {
  it("lead from the server's count back to what the person wrote", () => {
    const sql = "select '🙂', {{a}}, nowhere, {{b}}";
    const compiled = compile(sql, [text("a"), text("b")], { a: "1", b: "2" });
    const serverPosition = (needle: string) =>
      [...compiled.text.slice(0, compiled.text.indexOf(needle))].length + 1;
    expect(compiled.toWrittenPosition(serverPosition("nowhere"))).toBe(sql.indexOf("nowhere") + 1);
    expect(compiled.toWrittenPosition(serverPosition("$2"))).toBe(sql.indexOf("{{b}}") + 1);
    expect(compiled.toWrittenPosition(1)).toBe(1);
  });

  it("become a line and a column", () => {
    expect(lineAndColumn("select 1,\r\n  '🙂' oops\nfrom t", "select 1,\r\n  '🙂' ".length + 1)).toEqual({
      line: 2,
      column: 7,
      lineText: "  '🙂' oops",
    });
  });
});
