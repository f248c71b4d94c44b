import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidInputError } from "@/lib/errors";
import { tokenizeSql } from "@/lib/utils/tokenize-sql";
import { requireOneReadingStatement } from "@/lib/queries/statement-rules";
import { type CompileBuilderOptions, compileBuilder } from "./compile";
import { documents, PARAMETERS } from "./testing/documents";
import { BENIGN, HOSTILE, type Vocabulary } from "./testing/vocabulary";
import { builderToSql } from "./to-sql";

const DIALECTS = ["postgresql", "duckdb", "mysql", "clickhouse"] as const;
type Dialect = (typeof DIALECTS)[number];

const optionsWith = ({ texts }: Vocabulary): Omit<CompileBuilderOptions, "dialect"> => ({
  parameters: PARAMETERS,
  values: { word: texts[9] ?? "", words: texts.slice(0, 5), least: 1, first_day: "2025-06-01" },
  zone: "Europe/Berlin",
  weekStartsOn: 1,
  now: new Date("2026-11-20T22:30:00Z"),
  period: { from: "2025-01-01", to: "2026-07-01" },
});

/** The code of a statement, with a mark where a quoted part stands. */
const shape = (text: string, dialect: Dialect): string =>
  tokenizeSql(text, dialect)
    .map(({ kind, start, end }) => (kind === "code" ? text.slice(start, end) : `<${kind}>`))
    .join("");

/** null where the dialect says that it cannot. */
function unlessRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof InvalidInputError && /cannot (compute|be written)/.test(error.message)) return null;
    throw error;
  }
}

describe.each(DIALECTS)("on %s", (dialect) => {
  it("names and values never change what a statement is", () => {
    let compared = 0;
    fc.assert(
      fc.property(documents, (make) => {
        const compile = (words: Vocabulary) =>
          compileBuilder(make(words), { ...optionsWith(words), dialect });
        const hostile = unlessRefused(() => compile(HOSTILE));
        if (!hostile) return;
        const benign = compile(BENIGN);
        expect(shape(hostile.text, dialect)).toBe(shape(benign.text, dialect));
        expect(hostile.values).toHaveLength(benign.values.length);
        expect(shape(hostile.text, dialect)).not.toContain(";");
        compared += 1;
      }),
      { seed: 20_261_120, numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(75);
  });

  it("shown SQL is one statement, whatever the names and values", () => {
    let written = 0;
    fc.assert(
      fc.property(documents, (make) => {
        const shown = unlessRefused(() => builderToSql(make(HOSTILE), { ...optionsWith(HOSTILE), dialect }));
        if (!shown) return;
        requireOneReadingStatement(shown.sql, tokenizeSql(shown.sql, dialect), dialect);
        written += 1;
      }),
      { seed: 20_261_121, numRuns: 100 },
    );
    expect(written).toBeGreaterThan(50);
  });
});
