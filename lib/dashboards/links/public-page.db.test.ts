import { afterAll, beforeAll, expect, it } from "vitest";
import { createDashboard } from "@/lib/dashboards";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import type { WidgetAnswer } from "@/lib/dashboards/view/schemas";
import { createQuery } from "@/lib/queries";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "@/tests/support/source";
import { createPublicLink } from "./create-public-link";
import { listPublicLinks } from "./list-public-links";
import { publicDashboardData } from "./public-dashboard-data";
import { openPublicPage } from "./public-page";
import { unlockPublicLink } from "./unlock-link";

let shop: TestSource;
let workspace: TestWorkspace;
let dashboard: DashboardDto;

const range = { kind: "absolute" as const, from: "2026-08-01", to: "2026-08-31" };

beforeAll(async () => {
  shop = await createShop();
  workspace = await createWorkspace();
  const editor = workspace.as("EDITOR");
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop, { name: "Till of the shops" });
  const query = async (name: string, sql: string, more: object = {}) =>
    (await createQuery(editor, { name, dataSourceId, definition: { kind: "sql", sql }, ...more })).id;
  const table = (title: string) => ({ kind: "table" as const, title, columns: [] });
  const at = (y: number) => ({ x: 0, y, w: 6, h: 3 });
  dashboard = await createDashboard(editor, {
    name: "Shops",
    filters: { range, fields: [{ name: "shop", label: "Shop", type: "text" }] },
    widgets: [
      {
        key: "sales",
        queryId: await query("Inside sales", "SELECT shop, amount FROM shop.sales"),
        visual: table("Sales"),
        layout: at(0),
      },
      {
        key: "all",
        queryId: await query("Inside total", "SELECT sum(amount) AS total FROM shop.sales"),
        visual: table("Total"),
        layout: at(3),
      },
      {
        key: "mine",
        queryId: await query("Inside mine", "SELECT {{me.department}} AS department"),
        visual: table("Mine"),
        layout: at(6),
      },
      {
        key: "broken",
        queryId: await query("Inside broken", "SELECT secret_column FROM shop.sales"),
        visual: table("Broken"),
        layout: at(9),
      },
    ],
  });
});
afterAll(() => dropShop(shop));

const visit = (pass?: string) => ({ now: workspace.clock.now, requestId: "test", pass });
const page = { params: {}, limitMs: 10_000 };

async function make(more: { password?: string; shop?: string } = {}) {
  const base = { dashboardId: dashboard.id, name: "Board" };
  const editor = workspace.as("EDITOR");
  const made = more.shop
    ? await createPublicLink(editor, {
        ...base,
        kind: "EMBED",
        allowedSites: ["https://portal.example.com"],
        lockedValues: { shop: more.shop },
      })
    : await createPublicLink(editor, { ...base, kind: "PAGE", password: more.password });
  return { kind: made.link.kind, text: made.address.split("/").at(-1) ?? "", linkId: made.link.id };
}

async function answersOf(address: { kind: "PAGE" | "EMBED"; text: string }, values = {}, pass?: string) {
  const widgetKeys = dashboard.widgets.map(({ key }) => key);
  const answers = await publicDashboardData(address, visit(pass), { view: { range, values }, widgetKeys });
  const byKey: Record<string, WidgetAnswer> = {};
  for await (const answer of answers) byKey[answer.key] = answer;
  return byKey;
}

it("shows the figures, and neither people, queries, sources nor ids of the workspace", async () => {
  const address = await make();
  const shown = await openPublicPage(address, visit(), page);
  const text = JSON.stringify([shown, await answersOf(address)]);
  expect(text).toContain('"Sales"');
  for (const inside of [
    "Inside",
    "SELECT",
    "secret_column",
    "Till of the shops",
    "EDITOR of",
    workspace.id,
    dashboard.id,
    ...dashboard.widgets.flatMap(({ queryId }) => queryId ?? []),
  ])
    expect(text).not.toContain(inside);
});

it("counts each opening, not what an opening asks for", async () => {
  const address = await make();
  await openPublicPage(address, visit(), page);
  await openPublicPage(address, visit(), page);
  await answersOf(address);
  const links = await listPublicLinks(workspace.as("EDITOR"), { dashboardId: dashboard.id });
  expect(links.find(({ id }) => id === address.linkId)).toMatchObject({
    views: 2,
    lastViewedAt: workspace.clock.now().toISOString(),
  });
});

it("refuses what depends on the reader in a sentence, and tells nothing of what failed", async () => {
  const { mine, broken } = await answersOf(await make());
  expect(mine?.error?.message).toMatch(/a public page has no reader/);
  expect(broken?.error?.message).toMatch(/cannot be shown just now/);
});

it("gives nothing before the password, and nothing for the pass of another link", async () => {
  const address = await make({ password: "a long secret" });
  const other = await make({ password: "another secret" });
  expect(await openPublicPage(address, visit(), page)).toBe("password");
  await expect(answersOf(address)).rejects.toMatchObject({ code: "unauthenticated" });
  const unlock = (token: string, password: string) =>
    unlockPublicLink({ token, password, address: "203.0.113.9" }, visit());
  const pass = (await unlock(address.text, "a long secret")) ?? undefined;
  expect(Object.keys(await answersOf(address, {}, pass))).toHaveLength(4);
  await expect(answersOf(other, {}, pass)).rejects.toMatchObject({ code: "unauthenticated" });
});

it("holds what the signature holds, whatever is asked, and shows no figure that does not follow", async () => {
  const address = await make({ shop: "North" });
  const { sales, all } = await answersOf(address, { shop: "South" });
  const model = sales?.data?.model;
  const shops = model?.kind === "table" ? new Set(model.rows.map(([cell]) => cell?.text)) : null;
  expect(shops).toEqual(new Set(["North"]));
  expect(all?.error?.message).toMatch(/does not follow the filter/);
});
