import { DuckDBInstance } from "@duckdb/node-api";
import { expect, it } from "vitest";
import { compileSql } from "@/lib/queries/compile-sql";
import { ParameterDefinition, type ParameterValues } from "@/lib/queries/schemas";

/** The rows of a text as DuckDB itself answers them, as JSON. */
async function ask(
  sql: string,
  parameters: Parameters<typeof ParameterDefinition.parse>[0][],
  values: ParameterValues,
) {
  const clock = { now: new Date("2026-11-20T08:00:00Z"), zone: "Europe/Berlin", weekStartsOn: 1 };
  const definition = { sql, parameters: parameters.map((parameter) => ParameterDefinition.parse(parameter)) };
  const statement = compileSql(definition, values, { ...clock, dialect: "duckdb" });
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    const prepared = await connection.prepare(statement.text);
    statement.values.forEach((value, index) =>
      value === null ? prepared.bindNull(index + 1) : prepared.bindVarchar(index + 1, value),
    );
    return (await prepared.runAndReadAll()).getRowsJson();
  } finally {
    connection.closeSync();
  }
}

const number = (name: string) => ({ name, type: "number" });

it("takes numbers as the same digits in the text would be taken", async () => {
  const sql = "select date '2026-11-20' - {{n}}, {{n}} / 2, {{d}} * 2, {{big}} from range(10) limit {{n}}";
  const values = { n: 3, d: "0.1", big: "12345678901234567890123456789.123456789" };
  const rows = await ask(sql, [number("n"), number("d"), number("big")], values);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toEqual(["2026-11-17", 1.5, "0.2", "12345678901234567890123456789.123456789"]);
});

it("keeps hostile texts, lists and days what they are", async () => {
  const hostile = "'); drop table x; -- $1 {{n}} \\";
  const sql = `select {{t}}, {{t}} in ({{l}}), 'a' in ({{none}}), date '2026-10-31' < {{p.to}}, {{gone}}
    [[ , {{gone}} ]] from range(1)`;
  const parameters = [
    { name: "t", type: "text" },
    { name: "l", type: "text", isList: true },
    { name: "none", type: "text", isList: true },
    { name: "p", type: "date_range" },
    { name: "gone", type: "boolean", isRequired: false },
  ];
  const p = { kind: "relative", name: "last_full_month" } as const;
  const rows = await ask(sql, parameters, { t: hostile, l: ["x", hostile], none: [], p });
  expect(rows).toEqual([[hostile, true, null, true, null]]);
});
