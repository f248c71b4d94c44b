import type { Locator, Page } from "@playwright/test";
import { formatValue } from "@/lib/format/value";
import { cellBeside, pdfText } from "./fixtures/documents";
import { expect, signIn, test, WORKSPACE } from "./fixtures/test";

const DASHBOARD = "Executive summary";
const METRIC = "Revenue";

const boxOf = async (widget: Locator) => {
  const box = await widget.boundingBox();
  if (!box) throw new Error("The widget is not on the page.");
  return box;
};
const plainSpaces = (text: string) => text.replace(/\s+/g, " ").trim();

async function openDashboard(page: Page): Promise<void> {
  await page.goto(`/${WORKSPACE}/dashboards`);
  await page.getByRole("link", { name: DASHBOARD, exact: true }).click();
  await expect(page.getByRole("heading", { name: DASHBOARD, level: 1 })).toBeVisible();
}

/** The first figure of the metric's card: "€7,200,248". */
async function metricOnScreen(page: Page): Promise<string> {
  const card = page.getByRole("group", { name: METRIC, exact: true });
  const figure = card.getByText(/^€[\d,]+/);
  await expect(figure).toBeVisible();
  return plainSpaces((await figure.textContent()) ?? "");
}

test("a dragged widget stays where it was put", async ({ page, signIn: as }) => {
  await as("editor");
  await openDashboard(page);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const handle = page.getByRole("button", { name: "Move Bookings by channel" });
  const widget = page.getByRole("group", { name: "Bookings by channel" });
  const before = await boxOf(widget);
  const from = await boxOf(handle);
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x - 200, from.y + 5, { steps: 8 });
  await page.mouse.move(before.x - before.width * 2 + 60, from.y + 20, { steps: 12 });
  await page.mouse.up();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.goto(page.url().split("?")[0] ?? "");
  await expect(widget).toBeVisible();
  expect((await boxOf(widget)).x).toBeLessThan(before.x - before.width / 2);
});

test("the morning report: one number on the screen, in the mail, in the PDF and in the workbook", async ({
  page,
  another,
  expectAccessible,
}) => {
  await signIn(page, "editor@demo.example");
  await openDashboard(page);
  const onScreen = await metricOnScreen(page);
  await expectAccessible();

  await page.getByRole("button", { name: "Make a report" }).click();
  await expect(page.getByRole("article", { name: "Page preview" })).toBeVisible();
  await expect(page.getByRole("article", { name: "Page preview" }).getByText(onScreen)).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog").getByLabel("What changed").fill("First edition");
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await page.getByRole("link", { name: "Schedule", exact: true }).click();

  const schedule = `Morning ${Date.now()}`;
  await page.getByLabel("Name", { exact: true }).fill(schedule);
  await page.getByLabel("Workbook").check();
  await page.getByLabel("Recipients").fill("reader@harbor.example");
  await page.getByLabel("Recipients").press("Enter");
  await expectAccessible();
  await page.getByRole("button", { name: "Create schedule" }).click();
  await expect(page.getByRole("heading", { name: schedule, level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Run now" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Run now" }).click();
  await expect(page.getByRole("table", { name: "Runs" }).getByText("Completed")).toBeVisible({
    timeout: 60_000,
  });
  await expectAccessible();

  const admin = await another("admin");
  await admin.goto("/mail");
  const mails = admin
    .getByRole("list", { name: "Mail" })
    .getByRole("button", { name: /reader@harbor\.example/ });
  await mails.first().click();
  const body = admin.frameLocator("iframe").locator("body");
  await expect(body).toContainText(onScreen);

  const attachments = admin.getByRole("list", { name: "Attachments" });
  const download = async (name: RegExp): Promise<Buffer> => {
    const href = await attachments.getByRole("link", { name }).getAttribute("href");
    return (await admin.request.get(href ?? "")).body();
  };
  expect(await pdfText(await download(/\.pdf/))).toContain(onScreen);
  const cell = await cellBeside(await download(/\.xlsx/), METRIC);
  expect(typeof cell).toBe("number");
  expect(formatValue(cell as number, "currency:EUR", { locale: "en-GB" })).toBe(onScreen);
});
