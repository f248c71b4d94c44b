import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestContext } from "@/lib/context";
import { createDashboard } from "@/lib/dashboards";
import type { DashboardDto, WidgetLayout } from "@/lib/dashboards/schemas";
import { downloadExport, getExport, listExports, requestDashboardExport, runExport } from "@/lib/exports";
import type { DashboardFormat } from "@/lib/exports/schemas";
import { listNotifications } from "@/lib/notifications";
import { uploadPicture } from "@/lib/pictures";
import { createQuery } from "@/lib/queries";
import { closeRenderers } from "@/lib/render";
import { readPdf } from "@/lib/render/testing/pdf-text";
import { readPng } from "@/lib/render/testing/read-png";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { drawPicture, inPieces } from "@/tests/support/pictures";
import { addSource, createShop, dropShop, type TestSource } from "@/tests/support/source";

let shop: TestSource;
let workspace: TestWorkspace;
let dashboard: DashboardDto;

const FRONT = "#1020c0";
const AUGUST = { kind: "absolute" as const, from: "2026-08-01", to: "2026-08-31" };

beforeAll(async () => {
  shop = await createShop();
  workspace = await createWorkspace();
  const editor = workspace.as("EDITOR");
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop);
  const query = (name: string, sql: string) =>
    createQuery(editor, {
      name,
      dataSourceId,
      definition: {
        kind: "sql",
        sql,
        parameters: [
          { name: "from", type: "date" },
          { name: "to", type: "date" },
        ],
      },
    });
  const sales = await query(
    "Sales",
    "SELECT day, shop, amount FROM shop.sales WHERE day >= {{from}} AND day < {{to}} ORDER BY day",
  );
  const broken = await query(
    "Broken",
    "SELECT nothing FROM shop.sales WHERE day >= {{from}} AND day < {{to}}",
  );
  const shops = await createQuery(editor, {
    name: "Shops",
    dataSourceId,
    definition: { kind: "sql", sql: "SELECT DISTINCT shop FROM shop.sales ORDER BY shop", parameters: [] },
  });
  const front = await uploadPicture(
    editor,
    { fileName: "front.webp" },
    inPieces(await drawPicture({ width: 400, height: 300, color: FRONT, format: "webp" })),
  );
  const image = (key: string, pictureId: string, layout: WidgetLayout) => ({
    key,
    queryId: null,
    visual: { kind: "image" as const, title: "", pictureId, alt: `What is ${key}`, fit: "cover" as const },
    layout,
  });
  dashboard = await createDashboard(editor, {
    name: "Shops",
    filters: { range: AUGUST, fields: [{ name: "shop", label: "Shop", type: "text" }] },
    widgets: [
      {
        key: "total",
        queryId: sales.id,
        visual: { kind: "metric", title: "Revenue", value: "amount", aggregate: "sum", unit: "currency:EUR" },
        layout: { x: 0, y: 0, w: 3, h: 2 },
      },
      {
        key: "course",
        queryId: sales.id,
        visual: { kind: "line", title: "Revenue by day", x: "day", y: ["amount"] },
        layout: { x: 0, y: 2, w: 6, h: 5 },
      },
      {
        key: "rows",
        queryId: sales.id,
        visual: { kind: "table", title: "Sales", columns: [] },
        layout: { x: 6, y: 2, w: 6, h: 5 },
      },
      {
        key: "broken",
        queryId: broken.id,
        visual: { kind: "table", title: "Mended later", columns: [] },
        layout: { x: 0, y: 7, w: 6, h: 4 },
      },
      {
        key: "shops",
        queryId: shops.id,
        visual: { kind: "table", title: "All shops", columns: [] },
        layout: { x: 0, y: 15, w: 6, h: 4 },
      },
      image("front", front.id, { x: 6, y: 7, w: 6, h: 4 }),
      image("gone", randomUUID(), { x: 0, y: 11, w: 6, h: 4 }),
    ],
  });
});
afterAll(async () => {
  await closeRenderers();
  await dropShop(shop);
});

async function exported(format: DashboardFormat, widgetKeys?: string[], ctx = workspace.as("VIEWER")) {
  const view = { range: AUGUST, values: { shop: "North" } };
  const { id: exportId } = await requestDashboardExport(ctx, {
    dashboardId: dashboard.id,
    format,
    view,
    widgetKeys,
  });
  await runExport(workspace.system(), { exportId, runId: "run" });
  const dto = await getExport(ctx, { exportId });
  if (dto.state !== "COMPLETED") throw new Error(`${dto.state}: ${dto.error}`);
  return { dto, bytes: await buffer((await downloadExport(ctx, { exportId })).body) };
}

describe("a dashboard as a file", () => {
  // n × 1.50 on even days of August: 2 + 4 + … + 30.
  const TOTAL = 240 * 1.5;

  it("is a PDF with the view in words, the numbers of the screen, and what failed", async () => {
    const { dto, bytes } = await exported("PDF");
    const text = (await readPdf(bytes)).pages.join("\n");
    expect(text).toContain("Shops");
    expect(text).toContain("1–31 August 2026");
    expect(text).toContain("Shop: North");
    expect(text).toContain("€360");
    expect(text).toMatch(/data as of \d/);
    expect(text).toContain("Mended later could not be prepared");
    expect(text).toMatch(/1 of \d/);
    expect(dto).toMatchObject({ name: "Shops", origin: "Dashboard", progress: 100 });
    expect(dto.fileName).toBe("Shops, 2026-11-20.pdf");
  });

  it("is a workbook with a sheet for each figure, cells typed", async () => {
    const { bytes } = await exported("XLSX");
    expect((await readSheet(bytes, "Revenue"))[1]?.[1]).toBe(TOTAL);
    const rows = await readSheet(bytes, "Sales");
    expect(rows).toHaveLength(1 + 15);
    expect(rows[1]?.slice(1)).toEqual(["North", 3]);
    expect(await readSheet(bytes, "Revenue by day")).toHaveLength(1 + 15);
  });

  it("says of a figure with a period of its own that it does not show the one above it", async () => {
    const text = (await readPdf((await exported("PDF")).bytes)).pages.join(" ");
    expect(text.match(/Does not show the chosen period\./g)).toHaveLength(1);
    const about = await readSheet((await exported("XLSX")).bytes, "About");
    expect(about).toContainEqual(["All shops", "Does not show the chosen period."]);
    expect(about.filter(([, remark]) => String(remark).includes("chosen period"))).toHaveLength(1);
  });

  it("is an archive of CSV, and one CSV for one figure", async () => {
    const all = await exported("CSV");
    expect(all.dto.fileName).toMatch(/\.zip$/);
    expect(all.bytes.subarray(0, 2).toString()).toBe("PK");
    const one = await exported("CSV", ["rows"]);
    expect(one.dto).toMatchObject({ name: "Shops: Sales", fileName: "Shops Sales, 2026-11-20.csv" });
    expect(one.bytes.toString().split("\r\n")[1]).toBe("2026-08-02,North,3");
  });

  it("is a picture", async () => {
    const { bytes } = await exported("PNG");
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBe(2560);
  });

  it("holds its pictures, and the description of one that is gone", async () => {
    const { bytes } = await exported("PDF");
    const { pages, pictures } = await readPdf(bytes);
    expect(pictures.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(pages.join(" ")).toContain("What is gone");
    expect(pages.join(" ")).not.toContain("What is front");
    const alone = readPng((await exported("PNG", ["front"])).bytes);
    const isFront = (at: number) =>
      Math.abs((alone.pixels[at] ?? 0) - 0x10) < 12 &&
      Math.abs((alone.pixels[at + 1] ?? 0) - 0x20) < 12 &&
      Math.abs((alone.pixels[at + 2] ?? 0) - 0xc0) < 12;
    const middle = 4 * (Math.floor(alone.height / 2) * alone.width + Math.floor(alone.width / 2));
    expect(isFront(middle)).toBe(true);
  });

  it("tells who asked, and nobody else", async () => {
    const viewer = workspace.as("VIEWER");
    await exported("CSV", ["rows"]);
    expect((await listExports(viewer)).length).toBeGreaterThan(0);
    expect(await listExports(workspace.as("OWNER"))).toEqual([]);
    const { notifications } = await listNotifications(viewer);
    expect(notifications[0]?.title).toContain("is ready");
  });

  it("fails as a whole when nothing could be read, and in the source's words", async () => {
    await expect(exported("PDF", ["broken"])).rejects.toThrow(/FAILED: .*nothing/);
  });

  it("is refused for widgets that are not on it", async () => {
    await expect(exported("PDF", ["elsewhere"])).rejects.toMatchObject({ code: "not_found" });
  });

  it("of a private dashboard is for its owner alone", async () => {
    const own = await createDashboard(workspace.as("OWNER"), {
      name: "Mine",
      visibility: "PRIVATE",
      widgets: dashboard.widgets,
    });
    const ask = (ctx: RequestContext) =>
      requestDashboardExport(ctx, { dashboardId: own.id, format: "PDF", view: { range: AUGUST } });
    await expect(ask(workspace.as("VIEWER"))).rejects.toMatchObject({ code: "not_found" });
    expect(await ask(workspace.as("OWNER"))).toMatchObject({ state: "PENDING" });
  });
});
