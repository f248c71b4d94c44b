import type { z } from "zod";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RequestContext } from "@/lib/context";
import {
  createDashboard,
  createPublicLink,
  dashboardData,
  drillWidget,
  explainWidget,
  getDashboard,
  listDashboards,
  readAudience,
  revokePublicLink,
  saveDashboard,
  transferDashboard,
} from "@/lib/dashboards";
import type { DashboardDto, DashboardView, SaveDashboardInput, WidgetInput } from "@/lib/dashboards/schemas";
import { DashboardDataInput, type WidgetData } from "@/lib/dashboards/view/schemas";
import {
  createQuery,
  getQuery,
  prepareFigure,
  transferOwnedQueries,
  transferQuery,
  updateQuery,
} from "@/lib/queries";
import type { ParameterDefinition } from "@/lib/queries/schemas";
import type { RangeChoice } from "@/lib/time/ranges";
import { withOwner } from "@/tests/support/database";
import { gather } from "@/tests/support/gather";
import { createWorkspace } from "@/tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "@/tests/support/source";

const october: RangeChoice = { kind: "absolute", from: "2026-10-01", to: "2026-10-31" };
const missing = { code: "not_found" };

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

const METRIC = {
  kind: "metric",
  title: "Revenue",
  value: "amount",
  aggregate: "sum",
  compare: "none",
  direction: "none",
} as const;

const revenue = (queryId: string, more: Partial<WidgetInput> = {}): WidgetInput => ({
  key: "revenue",
  queryId,
  visual: METRIC,
  parameters: { shop: "North" },
  layout: { x: 0, y: 0, w: 3, h: 2 },
  ...more,
});

/** An editor's private query on a dashboard that everybody sees. */
async function arrange(
  sql = "SELECT day, shop, amount FROM shop.sales WHERE shop = {{shop}}",
  parameters: z.input<typeof ParameterDefinition>[] = [{ name: "shop", type: "text", isRequired: false }],
) {
  const workspace = await createWorkspace();
  const source = await addSource(workspace.as("ADMIN"), shop);
  const author = workspace.as("EDITOR");
  const query = await createQuery(author, {
    name: "Sales",
    dataSourceId: source.id,
    definition: { kind: "sql", sql, parameters },
    visibility: "PRIVATE",
  });
  const dashboard = await createDashboard(author, {
    name: "Sales",
    filters: { fields: [{ name: "shop", type: "text", default: "North", isLocked: true }] },
    widgets: [revenue(query.id)],
  });
  return { workspace, author, query, dashboard };
}

type Clicks = z.input<typeof DashboardView>["cross"];

async function ask(ctx: RequestContext, { id }: DashboardDto, cross: Clicks = []): Promise<WidgetData> {
  const input = { dashboardId: id, view: { range: october, cross }, widgetKeys: ["revenue"] };
  const [answer] = await gather(await dashboardData(ctx, DashboardDataInput.parse(input)));
  return answer?.data ?? Promise.reject(answer?.error);
}

function edited(
  { id, version, ...dashboard }: DashboardDto,
  changes: Partial<SaveDashboardInput>,
): SaveDashboardInput {
  const { name, description, filters, settings, widgets } = dashboard;
  const shown = { name, description, filters, settings, widgets };
  return { dashboardId: id, expectedVersion: version, ...shown, ...changes };
}

describe("whoever sees a dashboard", () => {
  test("sees its figures, and can neither open their query nor ask it otherwise", async () => {
    const { workspace, query, dashboard } = await arrange();
    const viewer = workspace.as("VIEWER");
    expect((await ask(viewer, dashboard)).model).toMatchObject({ kind: "metric" });
    await expect(getQuery(viewer, { queryId: query.id })).rejects.toMatchObject(missing);
    const point = { dashboardId: dashboard.id, widgetKey: "revenue", view: { range: october } };
    await expect(
      drillWidget(viewer, { ...point, to: "rows", steps: [{ column: "amount", value: 1 }] }),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await explainWidget(viewer, point)).toMatchObject({ query: null, statement: null, values: [] });
    const asked = { queryId: query.id, visual: METRIC, parameters: { shop: "South" }, range: october };
    await expect(prepareFigure(viewer, asked, { purpose: "DASHBOARD" })).rejects.toMatchObject(missing);
    await expect(prepareFigure(workspace.as("ADMIN"), asked, { purpose: "EDITOR" })).rejects.toMatchObject(
      missing,
    );
  });

  test("sees what is theirs where the query asks who reads", async () => {
    const { workspace, author, query } = await arrange("SELECT {{me.role}} AS role, 1 AS amount");
    const who = await createDashboard(author, {
      name: "Who",
      widgets: [
        revenue(query.id, {
          visual: { kind: "table", title: "Role", columns: [], totals: false },
          parameters: {},
        }),
      ],
    });
    const rowsOf = async (ctx: RequestContext) => JSON.stringify((await ask(ctx, who)).model);
    expect(await rowsOf(workspace.as("VIEWER"))).toContain("VIEWER");
    expect(await rowsOf(workspace.as("ADMIN"))).toContain("ADMIN");
  });

  test("loses the figure when whoever vouched for it loses the query", async () => {
    const { workspace, author, query } = await arrange();
    const owner = workspace.as("OWNER");
    await updateQuery(author, { ...query, queryId: query.id, visibility: "WORKSPACE" });
    const theirs = await createDashboard(owner, { name: "Theirs", widgets: [revenue(query.id)] });
    const viewer = workspace.as("VIEWER");
    expect((await ask(viewer, theirs)).model.kind).toBe("metric");
    await updateQuery(author, { ...query, queryId: query.id, visibility: "PRIVATE" });
    await expect(ask(viewer, theirs)).rejects.toMatchObject(missing);
    await expect(ask(owner, theirs)).rejects.toMatchObject(missing);
    expect((await ask(author, theirs)).model.kind).toBe("metric");
  });
});

describe("an editor who does not see the query", () => {
  test("moves the figure and changes the rest, and it goes on being shown", async () => {
    const { workspace, dashboard } = await arrange();
    const [widget] = dashboard.widgets;
    const moved = await saveDashboard(
      workspace.as("ADMIN"),
      edited(dashboard, {
        name: "Sales, arranged",
        widgets: [{ ...revenue(""), ...widget, layout: { x: 6, y: 0, w: 3, h: 2 } }],
      }),
    );
    expect(moved.widgets[0]?.layout.x).toBe(6);
    expect((await ask(workspace.as("VIEWER"), moved)).model.kind).toBe("metric");
  });

  test.each<[string, (dashboard: DashboardDto) => Partial<SaveDashboardInput>]>([
    [
      "draws other columns",
      ({ widgets }) => ({
        widgets: widgets.map((one) => ({
          ...one,
          visual: { kind: "table", title: "Revenue", columns: [], totals: false },
        })),
      }),
    ],
    [
      "asks with other values",
      ({ widgets }) => ({
        widgets: widgets.map((one) => ({ ...one, parameters: { shop: "South" } })),
      }),
    ],
    [
      "binds a filter otherwise",
      ({ widgets }) => ({
        widgets: widgets.map((one) => ({
          ...one,
          options: { ...one.options, bindings: { shop: { kind: "none" as const } } },
        })),
      }),
    ],
    [
      "unlocks a filter",
      ({ filters }) => ({
        filters: { ...filters, fields: filters.fields.map((field) => ({ ...field, isLocked: false })) },
      }),
    ],
    [
      "gives a filter another value",
      ({ filters }) => ({
        filters: { ...filters, fields: filters.fields.map((field) => ({ ...field, default: "South" })) },
      }),
    ],
    ["takes a filter away", ({ filters }) => ({ filters: { ...filters, fields: [] } })],
  ])("is refused who %s", async (_, change) => {
    const { workspace, author, dashboard } = await arrange();
    await expect(
      saveDashboard(workspace.as("ADMIN"), edited(dashboard, change(dashboard))),
    ).rejects.toMatchObject({ code: "invalid_input", message: expect.stringContaining("Revenue") });
    expect((await saveDashboard(author, edited(dashboard, change(dashboard)))).version).toBe(2);
  });

  test("adds filters, which do not reach the figure", async () => {
    const { workspace, dashboard } = await arrange();
    const field = { ...dashboard.filters.fields[0], name: "day", type: "date" as const, default: null };
    const fields = [...dashboard.filters.fields, { ...field, isLocked: false }];
    const after = await saveDashboard(
      workspace.as("ADMIN"),
      edited(dashboard, { filters: { ...dashboard.filters, fields } }),
    );
    expect(after.widgets[0]?.options.bindings).toEqual({ day: { kind: "none" } });
  });

  test("learns nothing by a column put beside it and clicked", async () => {
    const { workspace, author, query, ...made } = await arrange(
      "SELECT day, shop, amount FROM shop.sales",
      [],
    );
    const dashboard = await saveDashboard(
      author,
      edited(made.dashboard, { filters: {}, widgets: [revenue(query.id, { parameters: {} })] }),
    );
    const viewer = workspace.as("VIEWER");
    const valueOf = async (shown: DashboardDto) => {
      const click = { widgetKey: "beside", column: "shop", value: "South", label: "South" };
      const { model } = await ask(viewer, shown, [click]);
      return model.kind === "metric" ? model.value : null;
    };
    const table = { kind: "table" as const, title: "", columns: [], totals: false };
    const beside = (queryId: string) =>
      revenue(queryId, { key: "beside", visual: table, parameters: {}, layout: { x: 6, y: 0, w: 3, h: 2 } });
    const whole = await valueOf(dashboard);
    const { dataSourceId } = query;
    const open = await createQuery(workspace.as("ADMIN"), {
      name: "Shops",
      dataSourceId,
      definition: { kind: "sql", sql: "SELECT DISTINCT shop FROM shop.sales" },
    });
    const probed = await saveDashboard(
      workspace.as("ADMIN"),
      edited(dashboard, { widgets: [...dashboard.widgets, beside(open.id)] }),
    );
    expect(whole).toBeGreaterThan(0);
    expect(await valueOf(probed)).toBe(whole);
    // The author's own figures narrow one another.
    const owned = await saveDashboard(author, edited(probed, {}));
    expect(await valueOf(owned)).toBeLessThan(whole ?? 0);
  });

  test("who takes the dashboard over sees the figures as before", async () => {
    const { workspace, author, dashboard } = await arrange();
    const admin = workspace.as("ADMIN");
    const ownerId = admin.actor.kind === "user" ? admin.actor.userId : "";
    await transferDashboard(author, { dashboardId: dashboard.id, ownerId });
    expect((await getDashboard(admin, { dashboardId: dashboard.id })).access.manage).toBe(true);
    expect((await ask(admin, dashboard)).model.kind).toBe("metric");
  });
});

describe("whoever shares a dashboard", () => {
  test("is told whose figures come of queries that are not shared, and whether they are seen all the same", async () => {
    const { workspace, author, query, dashboard } = await arrange();
    const id = { dashboardId: dashboard.id };
    const told = async (ctx: RequestContext) => (await readAudience(ctx, id)).unsharedQueries;
    // Everybody but the author: the query is private.
    expect(await told(author)).toEqual([{ name: "Sales", people: 3, isShown: true }]);
    expect(await told(workspace.as("ADMIN"))).toEqual([{ name: null, people: 3, isShown: true }]);
    const owner = workspace.as("OWNER");
    const ownerId = owner.actor.kind === "user" ? owner.actor.userId : "";
    await transferQuery(author, { queryId: query.id, ownerId });
    expect(await told(author)).toEqual([{ name: null, people: 3, isShown: false }]);
    await expect(ask(workspace.as("VIEWER"), dashboard)).rejects.toMatchObject(missing);
    expect(await told(owner)).toEqual([{ name: "Sales", people: 3, isShown: false }]);
  });

  test("is told how many public links are open", async () => {
    const { workspace, author, dashboard } = await arrange();
    const id = { dashboardId: dashboard.id };
    const made = await createPublicLink(author, { ...id, kind: "PAGE", name: "Board" });
    await createPublicLink(author, {
      ...id,
      kind: "PAGE",
      name: "Bank",
      expiresInDays: 1,
    });
    const counted = async () => (await readAudience(author, id)).activeLinkCount;
    expect(await counted()).toBe(2);
    expect(await listDashboards(author)).toMatchObject([{ activeLinkCount: 2 }]);
    expect(await listDashboards(workspace.as("VIEWER"))).toMatchObject([{ activeLinkCount: 0 }]);
    workspace.clock.set("2026-11-21T09:00:00Z");
    expect(await counted()).toBe(1);
    await revokePublicLink(author, { linkId: made.link.id });
    expect(await counted()).toBe(0);
  });
});

test("who takes over the queries of somebody who left vouches for their figures", async () => {
  const { workspace, author, dashboard } = await arrange();
  const [admin, owner] = [workspace.as("ADMIN"), workspace.as("OWNER")];
  const idOf = ({ actor }: RequestContext) => (actor.kind === "user" ? actor.userId : "");
  await withOwner((client) =>
    client.query("UPDATE memberships SET deactivated_at = now() WHERE user_id = $1", [idOf(author)]),
  );
  await transferOwnedQueries(admin, { fromUserId: idOf(author), ownerId: idOf(owner) });
  expect((await ask(workspace.as("VIEWER"), dashboard)).model.kind).toBe("metric");
  expect(await readAudience(owner, { dashboardId: dashboard.id })).toMatchObject({
    unsharedQueries: [{ name: "Sales", isShown: true }],
  });
});
