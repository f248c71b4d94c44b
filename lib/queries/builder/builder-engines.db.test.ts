import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTimestamp } from "@/lib/data-sources/connectors/timestamps";
import { InvalidInputError } from "@/lib/errors";
import { compileSql } from "@/lib/queries/compile-sql";
import type { ParameterValues } from "@/lib/queries/schemas";
import { checkBuilder } from "./check";
import { type CompileBuilderOptions, compileBuilder } from "./compile";
import { outputColumns } from "./model";
import type { BuilderQuery } from "./schema";
import { documents, PARAMETERS } from "./testing/documents";
import { type Engine, openDuck, openMysql, openPostgres, type Row } from "./testing/engines";
import { HOSTILE } from "./testing/vocabulary";
import { builderToSql } from "./to-sql";

const MYSQL_URL = process.env.BROADSHEET_TEST_MYSQL_URL ?? "";

let engines: Engine[] = [];
beforeAll(async () => {
  const postgres = await openPostgres(process.env.TEST_OWNER_URL ?? "");
  engines = [postgres, await openDuck(), ...(MYSQL_URL ? [await openMysql(MYSQL_URL)] : [])];
});
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

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

/** Rows as engines agree on them: numbers to nine digits, times as instants, unsorted rows in any order. */
function comparable(builder: BuilderQuery, rows: Row[], zone: string): string[] {
  const columns = outputColumns(builder);
  const cell = (value: Row[number], index: number): string => {
    if (value === null) return "–";
    const text = String(value);
    switch (columns[index]?.type) {
      case "number":
        return String(Number(Number(text).toPrecision(9)) + 0);
      case "boolean":
        return /^[t1]/.test(text) ? "true" : "false";
      case "timestamp":
        return String(readTimestamp(text, zone));
      default:
        return JSON.stringify(text);
    }
  };
  const texts = rows.map((row) => row.map(cell).join(" | "));
  return builder.measures.length > 0 ? texts : texts.sort();
}

type Options = Omit<CompileBuilderOptions, "dialect">;

async function answer(
  engine: Engine,
  builder: BuilderQuery,
  statement: { text: string; values: (string | null)[] },
  zone: string,
) {
  const rows = await engine.run(statement.text, statement.values, zone).catch((error: unknown) => {
    throw new Error(
      `${engine.dialect} refused: ${String(error)}\n${statement.text}\n${JSON.stringify(statement.values)}`,
    );
  });
  return comparable(builder, rows, zone);
}

const ask = (engine: Engine, builder: BuilderQuery, options: Options) =>
  answer(engine, builder, compileBuilder(builder, { ...options, dialect: engine.dialect }), options.zone);

function askConverted(engine: Engine, builder: BuilderQuery, options: Options) {
  const dialect = engine.dialect;
  const converted = builderToSql(builder, { ...options, dialect });
  const statement = compileSql(converted, { ...options.values, ...options.period }, { ...options, dialect });
  return answer(engine, builder, statement, options.zone);
}

/** null where a dialect says that it cannot. */
async function unlessRefused<T>(work: () => Promise<T>, reason: string): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InvalidInputError && error.message.includes(reason)) return null;
    throw error;
  }
}

describe("queries of the builder", () => {
  it("give the same rows in every engine, and as converted SQL", async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(documents, runs, async (make, run) => {
        const builder = make(HOSTILE);
        expect(checkBuilder(builder, undefined, PARAMETERS)).toEqual([]);
        const options = optionsOf(run);
        const answers: string[][] = [];
        for (const engine of engines.filter(({ knowsZone }) => knowsZone(run.zone))) {
          const found = await ask(engine, builder, options);
          answers.push(found);
          const text = compileBuilder(builder, { ...options, dialect: engine.dialect }).text;
          expect(found, `${engine.dialect}\n${text}`).toEqual(answers[0]);
          const converted = await unlessRefused(
            () => askConverted(engine, builder, options),
            "cannot be written as SQL",
          );
          if (converted) expect(converted, `${engine.dialect}, converted\n${text}`).toEqual(found);
        }
        expect(answers.length).toBeGreaterThan(1);
        if (answers[0]?.length) answered += 1;
      }),
      {
        seed: 20_261_120,
        numRuns: 250,
      },
    );
    // A property over empty answers would say nothing.
    expect(answered).toBeGreaterThan(100);
  });
});
