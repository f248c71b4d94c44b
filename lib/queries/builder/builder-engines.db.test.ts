import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InvalidInputError } from "@/lib/errors";
import { compileSql } from "@/lib/queries/compile-sql";
import type { ParameterValues } from "@/lib/queries/schemas";
import { checkBuilder } from "./check";
import { type CompileBuilderOptions, compileBuilder } from "./compile";
import { outputColumns } from "./model";
import type { BuilderQuery } from "./schema";
import { documents, PARAMETERS } from "./testing/documents";
import { setupStatements } from "./testing/rows";
import { HOSTILE } from "./testing/vocabulary";
import { builderToSql } from "./to-sql";

/** Text of a value as an engine prints it. */
type Row = (string | number | boolean | null)[];
type Engine = {
  dialect: "postgresql" | "duckdb";
  run(text: string, values: (string | null)[], zone: string): Promise<Row[]>;
};

let postgres: pg.Client;
let duck: DuckDBConnection;
let engines: Engine[] = [];

beforeAll(async () => {
  postgres = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await postgres.connect();
  for (const statement of setupStatements(HOSTILE, 'text COLLATE "C"')) await postgres.query(statement);
  duck = await (await DuckDBInstance.create(":memory:")).connect();
  await duck.run("SET TimeZone = 'UTC'");
  for (const statement of setupStatements(HOSTILE, "text")) await duck.run(statement);
  const types = { getTypeParser: () => (text: string) => text } as unknown as pg.CustomTypesConfig;
  engines = [
    {
      dialect: "postgresql",
      async run(text, values, zone) {
        await postgres.query(`SET TimeZone = ${pg.escapeLiteral(zone)}`);
        return (await postgres.query<Row>({ text, values, rowMode: "array", types }))
          .rows as unknown as Row[];
      },
    },
    {
      dialect: "duckdb",
      async run(text, values, zone) {
        await duck.run(`SET TimeZone = '${zone}'`);
        return (await duck.runAndReadAll(text, values)).getRowsJson() as Row[];
      },
    },
  ];
});
afterAll(async () => {
  duck?.closeSync();
  await postgres?.end();
});

const runs = fc.record({
  zone: fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"),
  weekStartsOn: fc.constantFrom(1, 6, 7),
  values: fc.record(
    {
      word: fc.constantFrom(...HOSTILE.texts),
      words: fc.array(fc.constantFrom(...HOSTILE.texts), { minLength: 1, maxLength: 3 }),
      maybe_word: fc.constantFrom(...HOSTILE.texts),
      maybe_words: fc.array(fc.constantFrom(...HOSTILE.texts), { minLength: 1, maxLength: 3 }),
      least: fc.constantFrom(0, "2.5", -1),
      first_day: fc.constantFrom("2025-06-01", "2026-03-29"),
      maybe_day: fc.constantFrom("2025-06-01"),
    },
    { requiredKeys: ["word", "words", "least", "first_day"] },
  ),
});

const optionsOf = ({
  zone,
  weekStartsOn,
  values,
}: {
  zone: string;
  weekStartsOn: number;
  values: ParameterValues;
}) => ({
  parameters: PARAMETERS,
  values,
  zone,
  weekStartsOn,
  now: new Date("2026-11-20T22:30:00Z"),
  period: { from: "2025-01-01", to: "2026-07-01" },
});
const PERIOD = { from: "2025-01-01", to: "2026-07-01" };

/** Rows as engines agree on them: numbers to nine digits, times as instants, unsorted rows in any order. */
function comparable(builder: BuilderQuery, rows: Row[]): string[] {
  const columns = outputColumns(builder);
  const cell = (value: Row[number], index: number): string => {
    if (value === null) return "–";
    const text = String(value);
    switch (columns[index]?.type) {
      case "number":
        return String(Number(Number(text).toPrecision(9)) + 0);
      case "boolean":
        return text.startsWith("t") ? "true" : "false";
      case "timestamp":
        return new Date(
          text
            .replace(" ", "T")
            .replace(/([+-]\d\d)$/, "$1:00")
            .replace(/(:\d\d)$/, (end) =>
              /[+-]\d\d:\d\d$/.test(text.replace(/([+-]\d\d)$/, "$1:00")) ? end : `${end}Z`,
            ),
        ).toISOString();
      default:
        return JSON.stringify(text);
    }
  };
  const texts = rows.map((row) => row.map(cell).join(" | "));
  return builder.measures.length > 0 ? texts : texts.sort();
}

async function ask(
  engine: Engine,
  builder: BuilderQuery,
  options: Omit<CompileBuilderOptions, "dialect">,
): Promise<string[]> {
  const { text, values } = compileBuilder(builder, { ...options, dialect: engine.dialect });
  return comparable(
    builder,
    await engine.run(text, values as (string | null)[], options.zone).catch((error: unknown) => {
      throw new Error(`${engine.dialect} refused: ${String(error)}\n${text}\n${JSON.stringify(values)}`);
    }),
  );
}

async function askConverted(
  engine: Engine,
  builder: BuilderQuery,
  options: Omit<CompileBuilderOptions, "dialect">,
): Promise<string[] | null> {
  try {
    const converted = builderToSql(builder, { ...options, dialect: engine.dialect });
    const compiled = compileSql(
      converted,
      { ...options.values, ...PERIOD },
      { ...options, dialect: engine.dialect },
    );
    return comparable(
      builder,
      await engine.run(compiled.text, compiled.values, options.zone).catch((error: unknown) => {
        throw new Error(`${engine.dialect} refused: ${String(error)}\n${converted.sql}`);
      }),
    );
  } catch (error) {
    if (error instanceof InvalidInputError && error.message.includes("cannot be written as SQL")) return null;
    throw error;
  }
}

describe("queries of the builder", () => {
  it("give the same rows on PostgreSQL and on DuckDB, and as converted SQL", async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(documents, runs, async (make, run) => {
        const builder = make(HOSTILE);
        expect(checkBuilder(builder, undefined, PARAMETERS)).toEqual([]);
        const options = optionsOf(run);
        const [first, second] = engines;
        if (!first || !second) throw new Error("the engines are not there");
        const expected = await ask(first, builder, options);
        const shown = () => compileBuilder(builder, { ...options, dialect: "postgresql" }).text;
        expect(await ask(second, builder, options), shown()).toEqual(expected);
        for (const engine of engines) {
          const converted = await askConverted(engine, builder, options);
          if (converted) expect(converted, `${engine.dialect} converted\n${shown()}`).toEqual(expected);
        }
        if (expected.length > 0) answered += 1;
      }),
      {
        seed: Number(process.env.FC_SEED ?? 20_261_120),
        numRuns: Number(process.env.FC_RUNS ?? 250),
        endOnFailure: Boolean(process.env.FC_FAST),
      },
    );
    // A property over empty answers would say nothing.
    expect(answered).toBeGreaterThan(100);
  });
});
