import type { Page } from "@playwright/test";
import { makeDashboard, startWidget } from "./fixtures/dashboards";
import { makeQuery } from "./fixtures/queries";
import { expect, test, WORKSPACE } from "./fixtures/test";

/** The card; the table in it is called the same. */
const figure = (page: Page, name: string) => page.getByRole("group", { name, exact: true }).first();

async function open(page: Page, name: string): Promise<void> {
  await page.goto(`/${WORKSPACE}/dashboards`);
  await page.getByRole("link", { name, exact: true }).first().click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

test("the period compared with is drawn over the one shown, with its dates and the change in the table", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn("viewer");
  await open(page, "Clinic operations");
  await page.getByLabel("Compare with").selectOption("previous_period");
  const daily = figure(page, "Appointments a day, average of seven days");
  const series = daily.getByRole("group", { name: "Series shown" });
  const before = series.getByRole("button", { name: "Previous 90 days", exact: true });
  await expect(before).toHaveAttribute("aria-pressed", "true");
  const heads = daily.getByRole("columnheader");
  await expect(heads).toHaveText(["Day", "Compared with", "Seven day average", "Previous 90 days", "Change"]);
  await expect(daily.getByRole("row").nth(1)).toContainText(/[+−]\d+\.\d\s%|0\.0\s%/);
  await expectAccessible();

  await before.click();
  await expect(before).toHaveAttribute("aria-pressed", "false");
  await page.getByLabel("Compare with").selectOption("none");
  await expect(before).toHaveCount(0);
});

test("a table is sorted also where the browser keeps nothing for the page", async ({ page, signIn }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", {
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  });
  await signIn("viewer");
  await open(page, "Executive summary");
  const clinics = figure(page, "Clinics");
  await clinics.getByRole("button", { name: /^Revenue/ }).click();
  const head = clinics.getByRole("columnheader", { name: /^Revenue/ });
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await clinics.getByRole("button", { name: /^Revenue/ }).click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
});

test("where the period compared with has no place, the figure says so", async ({ page, signIn }) => {
  await signIn("viewer");
  await open(page, "Quality and training");
  await page.getByLabel("Compare with").selectOption("previous_period");
  await expect(figure(page, "Quality events by severity")).toContainText(
    "Previous 90 days is not drawn: it has no place in a stack.",
  );
});

test("a name in a table filters the others, by pointer and by key", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn("viewer");
  await open(page, "Clinic operations");
  const clinics = figure(page, "Clinics");
  const names = clinics.getByRole("cell").getByRole("button");
  await expect(names.first()).toBeVisible();
  const [first = "", second = ""] = await names.allTextContents();
  await clinics.getByRole("button", { name: first, exact: true }).click();
  await expect(page.getByRole("button", { name: `Remove Clinic ${first}` })).toBeVisible();
  await expect(clinics.getByRole("button", { name: first, exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  // The practitioners of that clinic alone; the table that was clicked goes on showing all.
  const practitioners = figure(page, "Practitioners");
  await practitioners.scrollIntoViewIfNeeded();
  await expect(practitioners.getByRole("button", { name: second, exact: true })).toHaveCount(0);
  await expect(practitioners.getByRole("button", { name: first, exact: true }).first()).toBeVisible();
  await expect(clinics.getByRole("button", { name: second, exact: true })).toBeVisible();
  await expectAccessible();

  await clinics.getByRole("button", { name: first, exact: true }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(clinics.getByRole("button", { name: second, exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Remove Clinic ${second}` })).toBeVisible();
  await expect(page.getByRole("button", { name: `Remove Clinic ${first}` })).toHaveCount(0);
  // What is chosen again is let go.
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Chosen on figures" })).toHaveCount(0);
});

test("a bar of a stack chooses its category and its series", async ({ page, signIn }) => {
  await signIn("viewer");
  await open(page, "Quality and training");
  const events = figure(page, "Quality events by severity");
  const parts = events.getByRole("group", { name: "Parts of Quality events by severity" });
  await parts
    .getByRole("button", { name: /^Week of/ })
    .first()
    .focus();
  await page.keyboard.press("ArrowDown");
  const bar = parts.locator(":focus");
  const [, week = "", severity = ""] =
    /^(.*), (\w+): \d+$/.exec((await bar.getAttribute("aria-label")) ?? "") ?? [];
  expect([week, severity].every(Boolean)).toBe(true);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Remove Week ${week}` })).toBeVisible();
  await expect(page.getByRole("button", { name: `Remove Severity ${severity}` })).toBeVisible();
  await expect(bar).toHaveAttribute("aria-pressed", "true");
  // Up again is the whole week.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Remove Severity ${severity}` })).toHaveCount(0);
  await expect(page.getByRole("button", { name: `Remove Week ${week}` })).toBeVisible();
});

test("who edits the filters sees what they do before saving", async ({ page, signIn }) => {
  await signIn("editor");
  await open(page, "Clinic operations");
  const kept = figure(page, "Kept appointments");
  await expect(kept).toContainText("vs previous 90 days");
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("button", { name: "Edit filters", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await sheet.getByLabel("Compare with").selectOption("previous_year");
  await page.keyboard.press("Escape");
  await expect(kept).toContainText("vs a year earlier");
  // So does the form of a widget.
  await page.getByRole("button", { name: "More about Kept appointments" }).click();
  await page.getByRole("menuitem", { name: /^Edit/ }).click();
  const form = page.getByRole("dialog", { name: "Edit the widget" });
  await expect(form.getByRole("region", { name: "Preview" })).toContainText("vs a year earlier");
  await form.getByRole("button", { name: "Cancel" }).click();
  // Nobody else sees it: it is a draft.
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(kept).toContainText("vs previous 90 days");
});

async function addWidget(
  page: Page,
  query: string,
  kind: string,
  title: string,
  value?: string,
): Promise<void> {
  const studio = await startWidget(page, query);
  await studio.getByRole("radio", { name: kind, exact: true }).click();
  await studio.getByLabel("Title").fill(title);
  if (value) await studio.getByLabel("Value", { exact: true }).selectOption(value);
  await studio.getByRole("button", { name: "Add to the dashboard" }).click();
  await expect(figure(page, title)).toBeVisible();
}

test("headings and cells of a pivot filter the other figures, and a number can be a day", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await signIn("editor");
  const name = `Openings ${Date.now()}`;
  const sql =
    "SELECT district, name AS clinic, opened_on, 1 AS places FROM harbor_health.clinics ORDER BY opened_on";
  await makeQuery(page, name, sql);
  await makeDashboard(page, name);
  await addWidget(page, name, "Pivot", "By district");
  await addWidget(page, name, "Table", "Places");
  await addWidget(page, name, "Number", "Last opening", "opened_on");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  const places = figure(page, "Places");
  const last = figure(page, "Last opening");
  const rows = places.getByRole("row");
  await expect(rows.nth(1)).toBeVisible();
  const all = await rows.count();
  const latest = await rows.last().getByRole("cell").nth(2).textContent();
  await expect(last).toContainText(latest ?? "");

  const pivot = figure(page, "By district");
  const district = pivot.getByRole("rowheader").first().getByRole("button");
  const words = (await district.textContent()) ?? "";
  await district.click();
  await expect(page.getByRole("button", { name: `Remove District ${words}` })).toBeVisible();
  await expect(district).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => rows.count()).toBeLessThan(all);
  await expectAccessible();

  // A cell holds its row and its column.
  await district.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Chosen on figures" }).getByRole("listitem")).toHaveCount(2);
  const head = pivot.getByRole("columnheader").nth(1).getByRole("button").first();
  await head.click();
  await expect(page.getByRole("button", { name: /^Remove Opened on / })).toBeVisible();
  await expect(page.getByRole("button", { name: `Remove District ${words}` })).toHaveCount(0);
  await expect(head).toHaveAttribute("aria-pressed", "true");
  await head.click();
  await expect(page.getByRole("list", { name: "Chosen on figures" })).toHaveCount(0);
  await expect.poll(() => rows.count()).toBe(all);
});
