import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { createDashboard, dashboardData, previewWidget } from "@/lib/dashboards";
import { type CreateDashboardInput, DashboardView, type WidgetInput } from "@/lib/dashboards/schemas";
import { createQuery, getQuery, settleRuns } from "@/lib/queries";
import type { ParameterDefinition, QueryDefinition } from "@/lib/queries/schemas";
import type { RangeChoice } from "@/lib/time/ranges";
import { withOwner } from "@/tests/support/database";
import { createWorkspace } from "@/tests/support/factories";
import { gather } from "@/tests/support/gather";
import { addSource, createShop, dropShop, type TestSource } from "@/tests/support/source";

const october: RangeChoice = { kind: "absolute", from: "2026-10-01", to: "2026-10-31" };
const september: RangeChoice = { kind: "absolute", from: "2026-09-01", to: "2026-09-30" };
const PERIOD: z.input<typeof ParameterDefinition>[] = [
  { name: "from", type: "date" },
  { name: "to", type: "date" },
];
const SALES =
  "SELECT shop, sum(amount) AS amount FROM shop.sales WHERE day >= {{from}} AND day < {{to}} GROUP BY 1";
// Sale n is worth 1.5 n; October holds sales 62 to 92, of which the even ones are the North's.
const NORTH = 1.5 * 16 * ((62 + 92) / 2);
const SOUTH = 1.5 * 15 * ((63 + 91) / 2);

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

type Arranged = { ctx: RequestContext; queryIds: Record<"rows" | "asked" | "built", string> };

async function arrange(): Promise<Arranged> {
  const workspace = await createWorkspace();
  const editor = workspace.as("EDITOR");
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop);
  const make = async (name: string, definition: z.input<typeof QueryDefinition>) =>
    (await createQuery(editor, { name, dataSourceId, definition })).id;
  return {
    ctx: editor,
    queryIds: {
      rows: await make("Rows", { kind: "sql", sql: SALES, parameters: PERIOD }),
      asked: await make("Asked", {
        kind: "sql",
        sql: `SELECT sum(amount) AS amount FROM shop.sales WHERE day >= {{from}} AND day < {{to}} [[ AND shop IN ({{shop}}) ]]`,
        parameters: [...PERIOD, { name: "shop", type: "text", isList: true, isRequired: false }],
      }),
      built: await make("Built", {
        kind: "builder",
        builder: {
          tables: [{ id: "sales", schema: "shop", name: "sales" }],
          measures: [{ kind: "sum", id: "m", name: "amount", field: column("amount", "number") }],
          filters: {
            kind: "group",
            match: "all",
            items: [
              {
                kind: "filter",
                field: column("day", "date"),
                operator: "in_range",
                value: { kind: "period" },
              },
              { kind: "filter", field: column("shop", "text"), operator: "is_not_empty" },
            ],
          },
        },
      }),
    },
  };
}

const column = (name: string, type: "text" | "number" | "date") => ({
  kind: "column" as const,
  table: "sales",
  column: name,
  type,
});

const metric = (key: string, queryId: string, more: Partial<WidgetInput> = {}): WidgetInput => ({
  key,
  queryId,
  visual: {
    kind: "metric",
    title: key,
    value: "amount",
    aggregate: "sum",
    compare: "none",
    direction: "none",
  },
  layout: { x: { rows: 0, asked: 3, built: 6 }[key] ?? 9, y: 0, w: 3, h: 2 },
  ...more,
});

const bars = (queryId: string): WidgetInput => ({
  key: "bars",
  queryId,
  visual: { kind: "bar", title: "By shop", x: "shop", y: ["amount"], stacked: false, horizontal: false },
  layout: { x: 0, y: 2, w: 6, h: 4 },
});

type Filters = CreateDashboardInput["filters"];
const shopFilter = { name: "shop", label: "Shop", type: "text", isList: true } as const;

async function show({ ctx, queryIds }: Arranged, filters: Filters, more: Partial<WidgetInput> = {}) {
  const { rows, asked, built } = queryIds;
  const widgets = [metric("rows", rows, more), metric("asked", asked), metric("built", built), bars(rows)];
  const { id: dashboardId } = await createDashboard(ctx, { name: randomUUID(), filters, widgets });
  return async (view: z.input<typeof DashboardView>, widgetKeys = ["rows", "asked", "built"]) => {
    const input = { dashboardId, view: DashboardView.parse(view), widgetKeys };
    const answers = await gather(await dashboardData(ctx, input));
    return Object.fromEntries(
      answers.map(({ key, data, error }) => [
        key,
        data?.model.kind === "metric"
          ? [data.model.value, ...data.notFiltered]
          : (error?.message ?? data?.rows),
      ]),
    );
  };
}

describe("a filter of the dashboard", () => {
  test("reaches parameters, columns of rows and columns of a builder's tables by its name", async () => {
    const read = await show(await arrange(), { fields: [shopFilter] });
    const all = NORTH + SOUTH;
    expect(await read({ range: october })).toEqual({ rows: [all], asked: [all], built: [all] });
    const view = { range: october, values: { shop: ["North"] } };
    expect(await read(view)).toEqual({ rows: [NORTH], asked: [NORTH], built: [NORTH] });
    expect(await read({ range: october, values: { shop: ["North' OR true --"] } })).toEqual({
      rows: [null],
      asked: [null],
      built: [null],
    });
  });

  test("follows its binding, and says where it does not reach", async () => {
    const world = await arrange();
    const unbound = { options: { bindings: { shop: { kind: "none" } } } } as const;
    const read = await show(world, { fields: [shopFilter] }, unbound as Partial<WidgetInput>);
    const view = { range: october, values: { shop: ["North"] } };
    expect(await read(view)).toMatchObject({ rows: [NORTH + SOUTH, "Shop"], asked: [NORTH] });
    const elsewhere = await show(world, { fields: [{ name: "clinic", label: "Clinic", type: "text" }] });
    expect(await elsewhere({ range: october, values: { clinic: "North" } })).toEqual({
      rows: [NORTH + SOUTH, "Clinic"],
      asked: [NORTH + SOUTH, "Clinic"],
      built: [NORTH + SOUTH, "Clinic"],
    });
  });

  test("that is locked, and a locked period, are not the address's to change", async () => {
    const read = await show(await arrange(), {
      range: october,
      isRangeLocked: true,
      fields: [{ ...shopFilter, default: ["South"], isLocked: true }],
    });
    const forged = { range: september, values: { shop: ["North"], from: "2020-01-01" } };
    expect(await read(forged)).toEqual({ rows: [SOUTH], asked: [SOUTH], built: [SOUTH] });
  });

  test("is not taken for reaching a query by a parameter that it declares and does not use", async () => {
    const { ctx, queryIds } = await arrange();
    const { dataSourceId } = await getQuery(ctx, { queryId: queryIds.rows });
    const idle = { name: "shop", type: "text", isList: true, isRequired: false } as const;
    const make = async (name: string, sql: string) =>
      (
        await createQuery(ctx, {
          name,
          dataSourceId,
          definition: { kind: "sql", sql, parameters: [...PERIOD, idle] },
        })
      ).id;
    const total = "SELECT sum(amount) AS amount FROM shop.sales WHERE day >= {{from}} AND day < {{to}}";
    const read = await show(
      { ctx, queryIds: { ...queryIds, rows: await make("Idle", SALES), asked: await make("Total", total) } },
      { fields: [shopFilter] },
    );
    expect(await read({ range: october, values: { shop: ["North"] } })).toEqual({
      rows: [NORTH],
      asked: [NORTH + SOUTH, "Shop"],
      built: [NORTH],
    });
  });

  test("that is locked is not got past by another that reaches the same parameter", async () => {
    const world = await arrange();
    const { asked } = world.queryIds;
    const town = { name: "town", label: "Town", type: "text", isList: true } as const;
    const bindings = { town: { kind: "parameter", name: "shop" } } as const;
    const { id: dashboardId } = await createDashboard(world.ctx, {
      name: randomUUID(),
      filters: { fields: [{ ...shopFilter, default: ["South"], isLocked: true }, town] },
      widgets: [metric("asked", asked, { options: { bindings } } as Partial<WidgetInput>)],
    });
    const view = { range: october, values: { town: ["North"] } };
    const [answer] = await gather(
      await dashboardData(world.ctx, { dashboardId, view, widgetKeys: ["asked"] }),
    );
    expect(answer?.data?.model).toMatchObject({ value: SOUTH });
    expect(answer?.data?.notFiltered).toEqual(["Town"]);
  });

  test("with a value of the wrong kind is told by each widget that it reaches", async () => {
    const read = await show(await arrange(), { fields: [{ ...shopFilter, type: "number" }] });
    const message = 'The parameter Shop is "North". Give a number, e.g. 12.5.';
    expect(await read({ range: october, values: { shop: ["North"] } })).toMatchObject({ rows: message });
  });
});

describe("a value that was clicked", () => {
  const click = { widgetKey: "bars", column: "shop", value: "North", label: "North" };

  test("narrows the other widgets and not its own", async () => {
    const read = await show(await arrange(), {});
    expect(await read({ range: october, cross: [click] }, ["rows", "asked", "built", "bars"])).toEqual({
      rows: [NORTH],
      asked: [NORTH],
      built: [NORTH],
      bars: 2,
    });
  });

  test("narrows what a filter lets through, and gets past neither a chosen nor a locked one", async () => {
    const world = await arrange();
    const both = { ...shopFilter, default: ["North", "South"], isLocked: true };
    const read = await show(world, { fields: [both] });
    expect(await read({ range: october, cross: [click] })).toEqual({
      rows: [NORTH],
      asked: [NORTH],
      built: [NORTH],
    });
    const held = await show(world, { fields: [{ ...shopFilter, default: ["South"], isLocked: true }] });
    const outside = { rows: [null], asked: [SOUTH, "shop"], built: [null] };
    expect(await held({ range: october, cross: [click] })).toEqual(outside);
    const chosen = await show(world, { fields: [shopFilter] });
    expect(await chosen({ range: october, values: { shop: ["South"] }, cross: [click] })).toEqual(outside);
  });

  test("gets not past the value that a widget was given by its author", async () => {
    const world = await arrange();
    const { rows, asked } = world.queryIds;
    const { id: dashboardId } = await createDashboard(world.ctx, {
      name: randomUUID(),
      widgets: [metric("asked", asked, { parameters: { shop: ["South"] } }), bars(rows)],
    });
    const input = { dashboardId, view: { range: october, cross: [click] }, widgetKeys: ["asked"] };
    const [answer] = await gather(await dashboardData(world.ctx, input));
    expect(answer?.data?.model).toMatchObject({ value: SOUTH });
    expect(answer?.data?.notFiltered).toEqual(["shop"]);
  });

  test("is taken only from what its widget draws", async () => {
    const read = await show(await arrange(), {});
    const all = NORTH + SOUTH;
    for (const forged of [
      { ...click, widgetKey: "nowhere" },
      { ...click, widgetKey: "asked" },
    ])
      expect(await read({ range: october, cross: [forged] })).toMatchObject({ rows: [all] });
  });
});

describe("the source's work", () => {
  const arrangeMetrics = async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop, { cacheSeconds: 600 });
    const { id } = await createQuery(editor, {
      name: "Rows",
      dataSourceId,
      definition: { kind: "sql", sql: SALES, parameters: PERIOD },
    });
    const widgets = [metric("rows", id), metric("asked", id), bars(id)];
    const dashboard = await createDashboard(editor, { name: "Sales", widgets });
    const read = (ctx: RequestContext, maxAgeSeconds?: number) =>
      dashboardData(ctx, {
        dashboardId: dashboard.id,
        view: { range: october },
        widgetKeys: ["rows", "asked", "bars"],
        maxAgeSeconds,
      }).then(gather);
    const asked = async () => {
      await settleRuns();
      const { rows } = await withOwner((client) =>
        client.query<{ count: number }>(
          "SELECT count(*)::int FROM query_runs WHERE workspace_id = $1 AND NOT from_cache",
          [workspace.id],
        ),
      );
      return rows[0]?.count;
    };
    return { workspace, read, asked };
  };

  test("widgets that ask the same ask once", async () => {
    const { workspace, read, asked } = await arrangeMetrics();
    await read(workspace.as("VIEWER"));
    expect(await asked()).toBe(1);
  });

  test("fifty people who refresh cost what one does", async () => {
    const { workspace, read, asked } = await arrangeMetrics();
    const at = (seconds: number) => ({
      ...workspace.as("VIEWER"),
      now: () => new Date(Date.parse("2026-11-20T08:00:00Z") + seconds * 1000),
    });
    const everybody = (seconds: number) =>
      Promise.all(Array.from({ length: 50 }, () => read(at(seconds), 60)));
    for (const [round, seconds] of [0, 61, 122].entries()) {
      await everybody(seconds);
      // Those who came later refresh later, and find what the others were answered.
      await everybody(seconds + 30);
      expect(await asked()).toBe(round + 1);
    }
  });
});

describe("a widget that is not saved yet", () => {
  const preview = async (
    { ctx, queryIds }: Arranged,
    under: NonNullable<Parameters<typeof previewWidget>[1]["under"]> | undefined,
  ) => {
    const { queryId, visual } = metric("rows", queryIds.rows);
    const { model, notFiltered } = await previewWidget(ctx, {
      queryId: queryId ?? "",
      visual: visual as Parameters<typeof previewWidget>[1]["visual"],
      range: october,
      under,
    });
    return model.kind === "metric" ? [model.value, model.comparison?.label, ...notFiltered] : model.kind;
  };

  test("stands under filters that are not saved either: their values, bindings, comparison and locks", async () => {
    const world = await arrange();
    const filters = { range: september, fields: [{ ...shopFilter, default: ["North"] }] };
    const view = { range: october };
    expect(await preview(world, undefined)).toEqual([NORTH + SOUTH, undefined]);
    expect(await preview(world, { filters, view, bindings: {} })).toEqual([NORTH, undefined]);
    const chosen = { ...view, values: { shop: ["South"] }, comparison: "previous_period" as const };
    expect(await preview(world, { filters, view: chosen, bindings: {} })).toEqual([
      SOUTH,
      "vs previous month",
    ]);
    const unbound = { shop: { kind: "none" as const } };
    expect(await preview(world, { filters, view: chosen, bindings: unbound })).toEqual([
      NORTH + SOUTH,
      "vs previous month",
      "Shop",
    ]);
    const locked = { ...filters, isRangeLocked: true };
    const [value, label] = await preview(world, { filters: locked, view: chosen, bindings: {} });
    expect(value).not.toBe(SOUTH);
    expect(label).toBeUndefined();
  });

  test("is for those who see its query and may run it", async () => {
    const world = await arrange();
    const stranger = (await createWorkspace()).as("OWNER");
    const under = { filters: {}, view: { range: october }, bindings: {} };
    await expect(preview({ ...world, ctx: stranger }, under)).rejects.toMatchObject({ code: "not_found" });
  });
});
