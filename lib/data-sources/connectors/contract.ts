/** What every connector does, proven against its real server. Run by `<kind>.contract.db.test.ts`. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cell, ColumnType } from "@/lib/charts/types";
import type { SchemaTable } from "@/lib/data-sources/schemas";
import type { Connector, OpenSource, RowStream, Statement } from "./types";

export type Fixture<Source extends OpenSource> = {
  connector: Connector<Source>;
  /** Time limit 20 s, row limit 1000. */
  source: Source;
  sql: {
    /** The n-th placeholder (from 1), as a text. */
    parameter(place: number): string;
    types: { sql: string; nullSql: string; type: ColumnType; cell: Cell }[];
    /** Of WALLS and of INSTANTS, and the days of INSTANTS: one row, a column each. */
    walls: string;
    /** Where clock changes leave a choice and the server's is another than PostgreSQL's. */
    wallsInBerlin?: string[];
    instants: string;
    days: string;
    /** Columns n (1 …) and t, a text of 2000 characters. */
    series(count: number): string;
    /** Runs for minutes. */
    slow: string;
    duplicateNames: string;
    /** Columns a (number) and b (text), no rows. */
    empty: string;
    /** Each would change the table that `written` looks at, or something else outside the statement. */
    writes: string[];
    syntaxError: { text: string; position: number };
    plan: { text: string; shows: RegExp };
  };
  tables: SchemaTable[];
  /** What the writes would have changed; equal before and after. */
  written(): Promise<unknown>;
  /** Statements of the source that its server runs now; without a server, none can be seen. */
  running?(): Promise<number>;
  /** Connections of the source that its server holds now. */
  connections?(): Promise<number>;
  end(): Promise<void>;
};

export const WALLS = [
  "2026-10-01 00:00:00",
  "2026-12-01 00:00:00",
  "2026-10-25 02:30:00",
  "2026-03-29 02:30:00",
] as const;
const WALLS_IN_BERLIN = [
  "2026-09-30T22:00:00.000Z",
  "2026-11-30T23:00:00.000Z",
  "2026-10-25T01:30:00.000Z",
  "2026-03-29T01:30:00.000Z",
];
export const INSTANTS = [
  "2026-07-01T22:30:00.000Z",
  "2026-12-01T23:30:00.123Z",
  "2026-10-25T01:30:00.000Z",
] as const;
const DAYS = {
  "Europe/Berlin": ["2026-07-02", "2026-12-02", "2026-10-25"],
  "America/New_York": ["2026-07-01", "2026-12-01", "2026-10-24"],
  UTC: ["2026-07-01", "2026-12-01", "2026-10-25"],
};

const HOSTILE = [
  "",
  "'",
  "''; DROP TABLE sales; --",
  '"; SELECT 1; --',
  "\\'; DROP TABLE sales; --",
  "$1 ? {p1:String} :p1 %s @x",
  "-- comment /* and */ `back` \\ \\n \\0",
  "line\nbreak\r\ntab\t",
  "naïve Größe 東京 🧾👩🏽‍⚕️ ‏עברית العربية‎ \u200d\ufeff",
  "O'Brien".repeat(20_000),
];

export function describeConnector<Source extends OpenSource>(
  name: string,
  setUp: () => Promise<Fixture<Source>>,
): void {
  describe(name, () => {
    let fixture: Fixture<Source>;
    beforeAll(async () => {
      fixture = await setUp();
    });
    afterAll(async () => {
      fixture?.connector.close(fixture.source.id);
      await fixture?.end();
    });
    const ask = (
      text: string,
      more: Partial<Statement> = {},
      source = fixture.source,
      signal?: AbortSignal,
    ) => fixture.connector.run(source, { text, values: [], zone: "UTC", ...more }, signal);
    const stream = <T>(
      text: string,
      read: (rows: RowStream) => Promise<T>,
      signal?: AbortSignal,
      rowLimit: number | null = null,
    ) =>
      fixture.connector.stream(
        fixture.source,
        { text, values: [], zone: "UTC" },
        { rowLimit, timeoutMs: 60_000, signal },
        read,
      );

    describe("values", () => {
      it("are cells of their type, and null in each", async () => {
        const { types } = fixture.sql;
        const result = await ask(`SELECT ${types.map(({ sql }, at) => `${sql} AS c${at}`).join(", ")}`);
        expect(result.columns.map(({ type }, at) => [types[at]?.sql, type])).toEqual(
          types.map(({ sql, type }) => [sql, type]),
        );
        expect(result.rows[0]?.map((cell, at) => [types[at]?.sql, cell])).toEqual(
          types.map(({ sql, cell }) => [sql, cell]),
        );
        const nulls = await ask(
          `SELECT ${types.map(({ nullSql }, at) => `${nullSql} AS c${at}`).join(", ")}`,
        );
        expect(nulls.rows).toEqual([types.map(() => null)]);
      });

      it("of wall times are read in the zone, on both sides of clock changes", async () => {
        expect((await ask(fixture.sql.walls, { zone: "Europe/Berlin" })).rows).toEqual([
          fixture.sql.wallsInBerlin ?? WALLS_IN_BERLIN,
        ]);
        expect((await ask(fixture.sql.walls)).rows).toEqual([
          WALLS.map((wall) => `${wall.replace(" ", "T")}.000Z`),
        ]);
      });

      it("of instants are the same in every zone, and their days are the zone's", async () => {
        for (const [zone, days] of Object.entries(DAYS)) {
          expect((await ask(fixture.sql.instants, { zone })).rows).toEqual([[...INSTANTS]]);
          expect((await ask(fixture.sql.days, { zone })).rows).toEqual([days]);
        }
      });

      it("have columns with unique names, also without rows", async () => {
        const twice = await ask(fixture.sql.duplicateNames);
        expect(twice.columns.map((column) => column.name)).toEqual(["a", "a (2)"]);
        const { columns, rows, truncated } = await ask(fixture.sql.empty);
        expect({ columns, rows, truncated }).toEqual({
          columns: [
            { name: "a", type: "number", role: "measure" },
            { name: "b", type: "text", role: "dimension" },
          ],
          rows: [],
          truncated: false,
        });
      });
    });

    describe("parameters", () => {
      it("come back unchanged, whatever they hold", async () => {
        const { parameter } = fixture.sql;
        const text = `SELECT ${HOSTILE.map((_, at) => `${parameter(at + 1)} AS c${at}`).join(", ")}`;
        expect((await ask(text, { values: HOSTILE })).rows).toEqual([HOSTILE]);
        expect(
          (await ask(`SELECT ${parameter(1)} AS a, ${parameter(2)} AS b`, { values: [null, "x"] })).rows,
        ).toEqual([[null, "x"]]);
      });

      it("with the character NUL are refused", async () => {
        const refused = { code: "query_failed" };
        await expect(
          ask(`SELECT ${fixture.sql.parameter(1)} AS a`, { values: ["a\0b"] }),
        ).rejects.toMatchObject(refused);
        await expect(ask("SELECT 'a\0b' AS a")).rejects.toMatchObject(refused);
      });
    });

    describe("writing", () => {
      it("is refused, and nothing is written", async () => {
        const before = await fixture.written();
        for (const text of fixture.sql.writes) {
          await expect(ask(text), text).rejects.toMatchObject({ code: "query_failed" });
          await expect(stream(text, drain), text).rejects.toMatchObject({ code: "query_failed" });
        }
        expect(await fixture.written()).toEqual(before);
      });

      it("is not reached by a second statement", async () => {
        const before = await fixture.written();
        for (const write of [...fixture.sql.writes, "SELECT 2"]) {
          await expect(ask(`SELECT 1; ${write}`), write).rejects.toMatchObject({ code: "query_failed" });
          await expect(ask(`SELECT 1) AS x; ${write}; --`), write).rejects.toMatchObject({
            code: "query_failed",
          });
        }
        expect(await fixture.written()).toEqual(before);
        expect((await ask("SELECT 1 AS a;")).rows).toEqual([[1]]);
      });
    });

    describe("errors", () => {
      it("point at their place in the text", async () => {
        const { text, position } = fixture.sql.syntaxError;
        await expect(ask(text)).rejects.toMatchObject({ code: "query_failed", details: { position } });
        await expect(
          fixture.connector.explain(fixture.source, { text, values: [], zone: "UTC" }),
        ).rejects.toMatchObject({ code: "query_failed", details: { position } });
        expect((await ask("SELECT 1 AS a")).rows).toEqual([[1]]);
      });
    });

    describe("limits", () => {
      it("cut rows, and say so", async () => {
        const source = { ...fixture.source, rowLimit: 10 };
        const cut = await ask(fixture.sql.series(5000), {}, source);
        expect([cut.rows.length, cut.truncated]).toEqual([10, true]);
        const whole = await ask(fixture.sql.series(10), {}, source);
        expect([whole.rows.length, whole.truncated]).toEqual([10, false]);
      });

      it("end what takes too long, also on the server", async () => {
        const source = { ...fixture.source, statementTimeoutMs: 300 };
        await expect(ask(fixture.sql.slow, {}, source)).rejects.toMatchObject({ code: "query_timeout" });
        await until(async () => ((await fixture.running?.()) ?? 0) === 0);
      });

      it("cancel what runs, also on the server", async () => {
        const stop = new AbortController();
        const answer = ask(fixture.sql.slow, {}, fixture.source, stop.signal).catch(
          (error: unknown) => error,
        );
        if (fixture.running) await until(async () => (await fixture.running?.()) === 1);
        stop.abort();
        expect(await answer).toMatchObject({ code: "cancelled" });
        await until(async () => ((await fixture.running?.()) ?? 0) === 0);
        await expect(ask("SELECT 1 AS a", {}, fixture.source, stop.signal)).rejects.toMatchObject({
          code: "cancelled",
        });
        expect((await ask("SELECT 1 AS a")).rows).toEqual([[1]]);
      });
    });

    describe("streams", () => {
      it("of 200 000 rows need the memory of a few", async () => {
        const before = heldBytes();
        let peak = 0;
        const read = await stream(fixture.sql.series(200_000), async ({ columns, batches }) => {
          expect(columns.map((column) => column.name)).toEqual(["n", "t"]);
          let count = 0;
          let sum = 0;
          for await (const batch of batches) {
            count += batch.length;
            for (const row of batch) sum += Number(row[0]);
            peak = Math.max(peak, heldBytes() - before);
            await new Promise((resolve) => setImmediate(resolve));
          }
          return { count, sum };
        });
        expect(read).toEqual({ count: 200_000, sum: 20_000_100_000 });
        // All rows are 400 MB of text.
        expect(peak).toBeLessThan(200_000_000);
      });

      it("have columns also without rows, and end at their row limit", async () => {
        const columns = await stream(fixture.sql.empty, async (rows) => {
          await drain(rows);
          return rows.columns.map((column) => column.name);
        });
        expect(columns).toEqual(["a", "b"]);
        expect(await stream(fixture.sql.series(5000), drain, undefined, 123)).toBe(123);
      });

      it("give the connection back when they are cancelled, left or fail at the reader's", async () => {
        const stop = new AbortController();
        const cancelled = stream(
          fixture.sql.series(200_000),
          async ({ batches }) => {
            for await (const batch of batches) if (batch.length > 0) stop.abort();
          },
          stop.signal,
        );
        await expect(cancelled).rejects.toMatchObject({ code: "cancelled" });
        const failed = stream(fixture.sql.series(200_000), async ({ batches }) => {
          for await (const _ of batches) throw new RangeError("the disk is full");
        });
        await expect(failed).rejects.toThrow(new RangeError("the disk is full"));
        const left = await stream(fixture.sql.series(200_000), async ({ batches }) => {
          for await (const batch of batches) return batch[0]?.[0];
        });
        expect(left).toBe(1);
        expect((await ask("SELECT 1 AS a")).rows).toEqual([[1]]);
        await until(async () => ((await fixture.running?.()) ?? 0) === 0);
        await until(async () => ((await fixture.connections?.()) ?? 0) <= 1);
      });

      it("fail with the source's error", async () => {
        const { text, position } = fixture.sql.syntaxError;
        await expect(stream(text, drain)).rejects.toMatchObject({
          code: "query_failed",
          details: { position },
        });
      });
    });

    describe("what there is", () => {
      it("is described, with types and keys", async () => {
        const found = await fixture.connector.describe(fixture.source);
        for (const table of fixture.tables) expect(found).toContainEqual(table);
      });

      it("is planned without being run", async () => {
        const { text, shows } = fixture.sql.plan;
        const lines = await fixture.connector.explain(fixture.source, { text, values: [], zone: "UTC" });
        expect(lines.join("\n")).toMatch(shows);
        expect(lines.every((line) => !line.includes("\n"))).toBe(true);
      });
    });
  });
}

async function drain({ batches }: RowStream): Promise<number> {
  let count = 0;
  for await (const batch of batches) count += batch.length;
  return count;
}

function heldBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Asks again until it is so; the test's own time limit ends it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}
