import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepare } from "@/lib/charts/prepare";
import type { VisualSpec } from "@/lib/charts/spec";
import type { Cell, ColumnType, ResultSet } from "@/lib/charts/types";
import { comparisonRange, type DateRange, type RelativeRange, resolveRange } from "@/lib/time/ranges";
import { withOwner } from "@/tests/support/database";
import { DEMO_DASHBOARDS } from "../demo-workspace/dashboards";
import { DEMO_QUERIES } from "../demo-workspace/queries";
import { DEMO_REPORTS } from "../demo-workspace/reports";
import type { DemoQuery } from "../demo-workspace/types";
import { createDemoReader, type DemoCompanyCounts, seedDemoCompany } from "./index";
import { TABLES } from "./tables";
import type { Table } from "./tables/define";

const TODAY = "2026-11-20";
const NOW = new Date("2026-11-20T19:00:00Z");
const PASSWORD = "reads-the-demo";
// Roles belong to the whole server, which other test files share.
const role = `harbor_reader_${process.pid}`;

let counts: DemoCompanyCounts;
let reader: pg.Client;

beforeAll(async () => {
  await withOwner(async (owner) => {
    counts = await seedDemoCompany(owner, { today: TODAY, scale: 0.02 });
    await createDemoReader(owner, { role, password: PASSWORD });
  });
  const url = new URL(process.env.TEST_OWNER_URL ?? "");
  url.username = role;
  url.password = PASSWORD;
  const asText = { getTypeParser: () => String };
  reader = new pg.Client({ connectionString: String(url), types: asText });
  await reader.connect();
});

afterAll(async () => {
  await reader?.end();
  await withOwner(async (owner) => {
    await owner.query(`drop owned by ${role}; drop role ${role}`);
  });
});

const TYPE_BY_OID: Record<number, ColumnType> = {
  16: "boolean",
  20: "number",
  21: "number",
  23: "number",
  1082: "date",
  1184: "timestamp",
  1700: "number",
};

/** Runs a query of the demo as its reader; a name in double braces becomes a typed, bound parameter. */
async function run(
  query: DemoQuery,
  range: DateRange,
  values: Record<string, string> = {},
): Promise<ResultSet> {
  const names = query.parameters.map(({ name }) => name);
  const text = query.sql.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const index = names.indexOf(name);
    return `$${index + 1}::${query.parameters[index]?.type}`;
  });
  const bound = query.parameters.map(
    (parameter) => values[parameter.name] ?? { ...range }[parameter.name] ?? parameter.default,
  );
  const result = await reader.query({ text, values: bound, rowMode: "array" });
  const types = result.fields.map(({ dataTypeID }) => TYPE_BY_OID[dataTypeID] ?? "text");
  return {
    columns: result.fields.map(({ name }, index) => {
      const type = types[index] ?? "text";
      const role = type === "number" ? "measure" : type === "date" ? "time" : "dimension";
      return { name, type, role, unit: query.columnUnits[name] };
    }),
    rows: (result.rows as (string | null)[][]).map((row) =>
      row.map((cell, index): Cell => (cell !== null && types[index] === "number" ? Number(cell) : cell)),
    ),
    asOf: NOW.toISOString(),
    truncated: false,
    durationMs: 0,
    fromCache: false,
  };
}

const rangeOf = (name: RelativeRange) => resolveRange({ kind: "relative", name }, NOW, "Europe/Berlin");
const queryOf = (key: string) => {
  const query = DEMO_QUERIES.find((candidate) => candidate.key === key);
  if (query === undefined) throw new Error(`No demo query is called "${key}".`);
  return query;
};

describe("seeding", () => {
  test("loads every generated row", async () => {
    await withOwner(async (owner) => {
      for (const [key, { name }] of Object.entries<Table>(TABLES)) {
        const { rows } = await owner.query(`select count(*)::int as count from harbor_health.${name}`);
        expect(rows[0]?.count, name).toBe(counts[key as keyof DemoCompanyCounts]);
      }
    });
    expect(counts.appointments).toBeGreaterThan(1500);
  });

  test("explains every table and column", async () => {
    await withOwner(async (owner) => {
      const { rows } = await owner.query(`
        select c.relname, a.attname
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum >= 0 and not a.attisdropped
        where c.relnamespace = 'harbor_health'::regnamespace and c.relkind = 'r'
          and col_description(c.oid, a.attnum) is null and a.attnum > 0`);
      expect(rows).toEqual([]);
    });
  });

  test("has an index for every foreign key that points at a large table's rows", async () => {
    await withOwner(async (owner) => {
      const { rows } = await owner.query(`
        select k.conrelid::regclass::text as table, a.attname as column
        from pg_constraint k
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'f' and k.connamespace = 'harbor_health'::regnamespace
          and not exists (
            select from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1]
          )`);
      expect(rows).toEqual([]);
    });
  });

  test("seeding again replaces the company and keeps the reader's right to read", async () => {
    await withOwner(async (owner) => {
      const again = await seedDemoCompany(owner, { today: TODAY, scale: 0.02 });
      await createDemoReader(owner, { role, password: PASSWORD });
      expect(again).toEqual(counts);
    });
    const { rows } = await reader.query("select count(*) as count from appointments");
    expect(Number(rows[0]?.count)).toBe(counts.appointments);
  });

  test("leaves a schema of the same name alone that is not the demo", async () => {
    await withOwner(async (owner) => {
      await owner.query("alter schema harbor_health rename to harbor_health_kept");
      try {
        await owner.query("create schema harbor_health; create table harbor_health.precious (id integer)");
        await expect(seedDemoCompany(owner, { today: TODAY, scale: 0.02 })).rejects.toThrow(
          /not the demo company/,
        );
        await owner.query("select from harbor_health.precious");
      } finally {
        await owner.query(
          "drop schema harbor_health cascade; alter schema harbor_health_kept rename to harbor_health",
        );
      }
    });
  });
});

describe("the reader", () => {
  test("cannot write, not even after asking for a transaction that may", async () => {
    await expect(reader.query("delete from clinics")).rejects.toThrow(/read-only/);
    await reader.query("begin read write");
    await expect(reader.query("delete from clinics")).rejects.toThrow(/permission denied/);
    await reader.query("rollback");
  });

  test("cannot read the application's tables", async () => {
    await expect(reader.query("select * from public.users")).rejects.toThrow(/permission denied/);
  });

  test("does not take over a role that somebody else made", async () => {
    await withOwner(async (owner) => {
      const { rows } = await owner.query("select current_user as name");
      await expect(createDemoReader(owner, { role: rows[0].name, password: "x" })).rejects.toThrow(
        /of its own/,
      );
    });
  });
});

describe("queries", () => {
  const ranges: RelativeRange[] = ["last_full_month", "last_90_days", "last_12_full_months", "all_time"];

  test.each(DEMO_QUERIES.map((query) => [query.key, query] as const))("%s answers", async (_, query) => {
    for (const name of ranges) {
      const result = await run(query, rangeOf(name));
      expect(result.rows.length, name).toBeGreaterThan(0);
      const columns = result.columns.map((column) => column.name);
      for (const column of Object.keys(query.columnUnits)) expect(columns).toContain(column);
    }
  });

  test("a clinic can be chosen, and the clinics add up to the group", async () => {
    const query = queryOf("kept-appointments");
    const range = rangeOf("last_12_full_months");
    const kept = async (clinic: string) =>
      (await run(query, range, { clinic })).rows.reduce((sum, [, count]) => sum + Number(count), 0);
    const names = (await reader.query("select name from clinics")).rows.map(({ name }) => String(name));
    const each = await Promise.all(names.map(kept));
    expect(each.reduce((sum, count) => sum + count, 0)).toBe(await kept(""));
  });

  test("the two ways to the same revenue agree to the cent", async () => {
    const range = rangeOf("last_12_full_months");
    const total = async (key: string, column: string) => {
      const { columns, rows } = await run(queryOf(key), range);
      const index = columns.findIndex(({ name }) => name === column);
      return rows.reduce((sum, row) => sum + Number(row[index]), 0);
    };
    const revenue = await total("revenue-summary", "revenue");
    for (const key of ["revenue-by-month", "revenue-by-month-and-clinic", "clinics-overview"]) {
      expect(await total(key, "revenue"), key).toBeCloseTo(revenue, 2);
    }
  });

  test("the days of a clock change have their own appointments", async () => {
    const { rows } = await run(queryOf("daily-appointments"), { from: "2026-03-27", to: "2026-04-01" });
    expect(rows.map(([day]) => day)).not.toContain("2026-03-26");
    const { rows: counted } = await reader.query(
      "select count(*) as count from appointments where status = 'kept' and starts_at >= '2026-03-30 00:00 Europe/Berlin' and starts_at < '2026-03-31 00:00 Europe/Berlin'",
    );
    expect(rows.find(([day]) => day === "2026-03-30")?.[1] ?? 0).toBe(Number(counted[0]?.count));
  });
});

describe("figures", () => {
  async function draw(queryKey: string, visual: VisualSpec, range: DateRange) {
    const query = queryOf(queryKey);
    const compare = visual.kind === "metric" ? visual.compare : "none";
    return prepare(await run(query, range), visual, {
      locale: "en-GB",
      zone: "Europe/Berlin",
      previous: compare === "none" ? undefined : await run(query, comparisonRange(range, compare)),
    });
  }

  test.each(DEMO_DASHBOARDS.map((dashboard) => [dashboard.name, dashboard] as const))(
    "every widget of %s can be drawn",
    async (_, { widgets, defaultRange }) => {
      for (const { queryKey, visual } of widgets) {
        const model = await draw(queryKey, visual, rangeOf(defaultRange));
        expect(model.empty, visual.title).toBe(false);
        if (model.kind === "metric") expect(model.comparison, visual.title).not.toBeNull();
      }
    },
  );

  test.each(DEMO_REPORTS.map((report) => [report.name, report] as const))(
    "every block of %s can be drawn",
    async (_, { blocks, defaultRange }) => {
      for (const block of blocks) {
        const figures = block.kind === "metrics" ? block.items : "visual" in block ? [block] : [];
        for (const { queryKey, visual } of figures) {
          expect((await draw(queryKey, visual, rangeOf(defaultRange))).empty, visual.title).toBe(false);
        }
      }
    },
  );
});
