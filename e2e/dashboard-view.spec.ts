import type { Page } from "@playwright/test";
import { expect, test, WORKSPACE } from "./fixtures/test";

const figure = (page: Page, name: string) => page.getByRole("group", { name, exact: true });

async function openClinics(page: Page): Promise<void> {
  await page.goto(`/${WORKSPACE}/dashboards`);
  await page.getByRole("link", { name: "Clinic operations", exact: true }).first().click();
  await expect(page.getByRole("heading", { name: "Clinic operations", level: 1 })).toBeVisible();
  await expect(figure(page, "No-shows by hour").getByRole("button", { name: /^10:00/ })).toBeAttached();
}

test("what was chosen stands in the address, and another person sees it by the link", async ({
  page,
  another,
  signIn,
  expectAccessible,
}) => {
  await signIn("editor");
  await openClinics(page);
  await page.getByRole("button", { name: /^Period/ }).click();
  await page.getByRole("button", { name: /^Last full month/ }).click();
  await page.getByLabel("Compare with").selectOption("previous_year");
  await expect(figure(page, "Kept appointments")).toContainText("vs a year earlier");
  const bar = figure(page, "No-shows by hour").getByRole("button", { name: /^10:00/ });
  await bar.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Remove Hour 10:00" })).toBeVisible();
  await expect(bar).toHaveAttribute("aria-pressed", "true");
  await expectAccessible();

  const other = await another("viewer");
  await other.goto(page.url());
  await expect(other.getByRole("button", { name: "Period Last full month" })).toBeVisible();
  await expect(other.getByLabel("Compare with")).toHaveValue("previous_year");
  await expect(other.getByRole("button", { name: "Remove Hour 10:00" })).toBeVisible();

  await page.getByRole("button", { name: "Remove Hour 10:00" }).click();
  await expect(bar).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(page).toHaveURL(/\/dashboards\/[0-9a-f-]+$/);
});

test("a click on one figure narrows the others, which say when they cannot follow", async ({
  page,
  signIn,
}) => {
  await signIn("viewer");
  await openClinics(page);
  const hours = figure(page, "No-shows by hour");
  await hours.getByRole("button", { name: /^10:00/ }).focus();
  await page.keyboard.press("Enter");
  await expect(figure(page, "Clinics").getByRole("button", { name: "Not filtered by Hour" })).toBeVisible();
  await hours.getByRole("button", { name: "Rows", exact: true }).click();
  const rows = page.getByRole("dialog", { name: "Rows of No-shows by hour" });
  await expect(rows.getByRole("row")).toHaveCount(2);
  await expect(rows).toContainText("10:00");
  await page.keyboard.press("Escape");
  await expect(rows).toBeHidden();
});

test("a figure fills the screen and explains itself; the statement is for those who write queries", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn("viewer");
  await openClinics(page);
  const bar = figure(page, "No-shows by hour").getByRole("button", { name: /^10:00/ });
  await bar.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Remove Hour 10:00" })).toBeVisible();
  const more = page.getByRole("button", { name: "More about Kept appointments" });
  await more.click();
  await page.getByRole("menuitem", { name: "Explain this" }).click();
  const explained = page.getByRole("dialog", { name: "Kept appointments" });
  await expect(explained.getByRole("link", { name: "Kept appointments" })).toBeVisible();
  await expect(explained).toContainText("Follows the dashboard");
  await expect(explained).toContainText(/10(:00)?, clicked on another figure/);
  await expect(explained).toContainText(/Does not reach this figure|By the |As a condition/);
  await expect(explained.getByLabel("Statement")).toHaveCount(0);
  await expectAccessible();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await more.click();
  await page.getByRole("menuitem", { name: "Full screen" }).click();
  await expect(page.getByRole("dialog", { name: "Kept appointments" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
});

test("days that are marked on a chart become the period, and zooming out brings back the one before", async ({
  page,
  signIn,
}) => {
  await signIn("viewer");
  await openClinics(page);
  const months = figure(page, "No-show rate by clinic, twelve months");
  await months.getByRole("button", { name: /^Jan/ }).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/range=\d{4}-01-01\.\.\d{4}-0/);
  await page.getByRole("button", { name: "Zoom out" }).click();
  await expect(page.getByRole("button", { name: "Period Last 90 days" })).toBeVisible();
});

test("figures are read anew when asked, in one request", async ({ page, signIn }) => {
  await signIn("viewer");
  await openClinics(page);
  const requests: string[] = [];
  page.on("request", (request) => {
    if (/\/dashboards\/[^/]+\/data/.test(request.url())) requests.push(request.postData() ?? "");
  });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(() => requests.length).toBe(1);
  expect(JSON.parse(requests[0] ?? "{}")).toMatchObject({ maxAgeSeconds: 5 });
});

test("a presentation shows the dashboard alone, and Escape leaves it", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signIn("viewer");
  await openClinics(page);
  await page.getByRole("button", { name: "Present" }).click();
  const shown = page.getByRole("dialog", { name: "Clinic operations" });
  await expect(figure(page, "Kept appointments")).toBeVisible();
  await expectAccessible();
  await page.keyboard.press("Escape");
  await expect(shown).toBeHidden();
  await expect(figure(page, "Kept appointments")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the filters are behind one button", async ({ page, signIn, expectAccessible }) => {
    await signIn("viewer");
    await openClinics(page);
    await page.getByRole("button", { name: "Filters" }).click();
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await sheet.getByLabel("Compare with").selectOption("previous_year");
    await expectAccessible();
    await sheet.getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("button", { name: "Filters (1)" })).toBeVisible();
    await expect(figure(page, "Kept appointments")).toContainText("vs a year earlier");
  });
});
