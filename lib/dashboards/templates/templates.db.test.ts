import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dashboardData } from "@/lib/dashboards";
import { listQueries } from "@/lib/queries";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "@/tests/support/source";
import { TEMPLATES } from "./catalogue";
import { createDashboardFromTemplate } from "./create-from-template";
import { listDashboardTemplates } from "./list-templates";
import { previewDashboardTemplate } from "./preview-template";

let shop: TestSource;
let workspace: TestWorkspace;
let dataSourceId: string;

beforeAll(async () => {
  shop = await createShop();
  workspace = await createWorkspace();
  dataSourceId = (await addSource(workspace.as("ADMIN"), shop)).id;
});
afterAll(() => dropShop(shop));

const SALES = { schema: "shop", table: "sales" };
const COLUMNS: Readonly<Record<string, string>> = { when: "day", amount: "amount" };

/** A column that fits each slot of any template. */
const columnsFor = (templateId: string) => {
  const template = TEMPLATES.find(({ id }) => id === templateId);
  return Object.fromEntries((template?.slots ?? []).map(({ name }) => [name, COLUMNS[name] ?? "shop"]));
};

describe("the gallery", () => {
  it("draws every figure of every template from sample rows", async () => {
    const templates = await listDashboardTemplates(workspace.as("EDITOR"));
    expect(templates).toHaveLength(8);
    for (const { name, preview } of templates)
      for (const { title, model } of preview) expect(model?.empty, `${name}: ${title}`).toBe(false);
  });

  it("is for those who may make dashboards", async () => {
    await expect(listDashboardTemplates(workspace.as("VIEWER"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe.each(TEMPLATES.map(({ id }) => id))("the template %s", (templateId) => {
  it("fits a table by choosing columns, and every figure is answered", async () => {
    const editor = workspace.as("EDITOR");
    const chosen = { templateId, dataSourceId, ...SALES, columns: columnsFor(templateId) };
    const preview = await previewDashboardTemplate(editor, chosen);
    expect(preview.filter(({ model }) => model === null).map(({ title }) => title)).toEqual([]);

    const dashboard = await createDashboardFromTemplate(editor, { ...chosen, name: `Mine, ${templateId}` });
    const answers = await dashboardData(workspace.as("VIEWER"), {
      dashboardId: dashboard.id,
      view: {
        range: { kind: "absolute", from: "2026-08-01", to: "2026-10-31" },
        values: { choice: ["North"] },
      },
      widgetKeys: dashboard.widgets.map(({ key }) => key),
    });
    for await (const { key, data, error } of answers) {
      expect(error, key).toBeUndefined();
      expect(data?.notFiltered, key).toEqual([]);
    }
  });
});

it("leaves nothing behind when it cannot be made", async () => {
  const editor = workspace.as("EDITOR");
  const chosen = { templateId: "performance", dataSourceId, ...SALES, columns: columnsFor("performance") };
  await createDashboardFromTemplate(editor, { ...chosen, name: "Twice" });
  const before = await listQueries(editor);
  await expect(createDashboardFromTemplate(editor, { ...chosen, name: "Twice" })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await listQueries(editor)).toHaveLength(before.length);
});

it("says beside each slot what does not fit", async () => {
  await expect(
    previewDashboardTemplate(workspace.as("EDITOR"), {
      templateId: "performance",
      dataSourceId,
      ...SALES,
      columns: { when: "amount", amount: "amount" },
    }),
  ).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: { "columns.when": expect.any(String), "columns.group": expect.any(String) } },
  });
});
