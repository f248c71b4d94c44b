/** Arranging a dashboard: by pointer, by keyboard alone, by menu, and when the network goes away. */
import type { Locator, Page } from "@playwright/test";
import { makeDashboard } from "./fixtures/dashboards";
import { expect, test, WORKSPACE } from "./fixtures/test";

const SOURCE = "Executive summary";
const METRICS = ["Revenue", "Kept appointments", "No-show rate", "Trainings overdue"];

const card = (page: Page, name: string): Locator => page.getByRole("group", { name, exact: true });
const handle = (page: Page, name: string): Locator =>
  page.getByRole("button", { name: `Move ${name}`, exact: true });
const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });
const said = (page: Page, words: string): Locator =>
  page.locator("main [aria-live=polite]", { hasText: words });

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("It is not on the page.");
  return box;
}

async function openEditor(page: Page, name: string): Promise<void> {
  await page.goto(`/${WORKSPACE}/dashboards`);
  await page.getByRole("link", { name, exact: true }).click();
  await button(page, "Edit").click();
  await expect(page.getByRole("toolbar", { name: "Editing" })).toBeVisible();
}

async function newDashboard(page: Page): Promise<string> {
  const name = `Arranged ${Date.now()}`;
  await makeDashboard(page, name);
  return name;
}

/** Selects them on the demo's dashboard and copies them by key. */
async function copyWidgets(page: Page, names: readonly string[]): Promise<void> {
  await openEditor(page, SOURCE);
  for (const name of names) await handle(page, name).click({ modifiers: ["Shift"] });
  await expect(page.getByRole("toolbar", { name: `${names.length} widgets selected` })).toBeVisible();
  await page.keyboard.press("Control+c");
  await expect(page.getByText(`Copied ${names.length} widgets`)).toBeVisible();
}

/** A dashboard of one's own with the four numbers of the demo's, in one row. */
async function ownDashboard(page: Page): Promise<string> {
  await copyWidgets(page, METRICS);
  const name = await newDashboard(page);
  await page.keyboard.press("Control+v");
  for (const metric of METRICS) await expect(card(page, metric)).toBeVisible();
  await page.keyboard.press("Escape");
  return name;
}

async function save(page: Page): Promise<void> {
  await button(page, "Save").click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

test.beforeEach(async ({ page, signIn }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn("editor");
});

test("widgets are copied from one dashboard to another, dragged, resized and saved", async ({ page }) => {
  const name = await ownDashboard(page);
  const before = await boxOf(card(page, "Revenue"));
  const from = await boxOf(handle(page, "Revenue"));
  await page.mouse.move(from.x + 12, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + before.width, from.y + 30, { steps: 12 });
  await page.mouse.up();
  await expect.poll(async () => (await boxOf(card(page, "Revenue"))).x).toBeGreaterThan(before.x + 50);

  const corner = await boxOf(card(page, "Revenue"));
  await page.mouse.move(corner.x + corner.width - 8, corner.y + corner.height - 8);
  await page.mouse.down();
  await page.mouse.move(corner.x + corner.width + 300, corner.y + corner.height + 80, { steps: 12 });
  await page.mouse.up();
  await expect
    .poll(async () => (await boxOf(card(page, "Revenue"))).width)
    .toBeGreaterThan(corner.width * 1.5);
  await save(page);
  await page.goto(`/${WORKSPACE}/dashboards`);
  await page.getByRole("link", { name, exact: true }).click();
  const shown = await boxOf(card(page, "Revenue"));
  expect(shown.width).toBeGreaterThan(corner.width * 1.5);
});

test("what is not a widget is not pasted, and said why", async ({ page }) => {
  await newDashboard(page);
  await page.evaluate(() => navigator.clipboard.writeText("just words"));
  await button(page, "Paste widgets").click();
  await expect(page.getByText("What you copied is not a widget.")).toBeVisible();
});

test("by keyboard alone: move, resize, select, duplicate, remove, undo, and every step is spoken", async ({
  page,
}) => {
  await ownDashboard(page);
  await handle(page, "Revenue").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(said(page, "Revenue is already at the left edge.")).toBeAttached();
  await page.keyboard.press("ArrowRight");
  await expect(said(page, "Revenue: column 2, row 1, 3 wide, 2 high.")).toBeAttached();
  await page.keyboard.press("ArrowDown");
  await expect(said(page, "Revenue: column 2, row 3, 3 wide, 2 high.")).toBeAttached();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(said(page, "Revenue: column 2, row 3, 4 wide, 2 high.")).toBeAttached();
  await expect(handle(page, "Revenue")).toBeFocused();

  await page.keyboard.press("Space");
  await expect(said(page, "Revenue selected. 1 widget selected.")).toBeAttached();
  await expect(handle(page, "Revenue")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Control+d");
  await expect(card(page, "Revenue")).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await expect(card(page, "Revenue")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(handle(page, "Revenue")).toHaveAttribute("aria-pressed", "false");

  await page.keyboard.press("Delete");
  await expect(card(page, "Revenue")).toHaveCount(0);
  await expect(handle(page, "Kept appointments")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(card(page, "Revenue")).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(card(page, "Revenue")).toHaveCount(0);

  await page.keyboard.press("Control+/");
  const keys = page.getByRole("dialog", { name: "Keyboard" });
  await expect(keys.getByText("Undo", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
});

test("several at once: aligned as one step to undo, moved and removed together", async ({ page }) => {
  await ownDashboard(page);
  for (const name of ["Kept appointments", "Trainings overdue", "No-show rate"])
    await handle(page, name).click({ modifiers: ["Shift"] });
  const bar = page.getByRole("toolbar", { name: "3 widgets selected" });
  const before = await Promise.all(METRICS.map((name) => boxOf(card(page, name))));

  await bar.getByRole("button", { name: "Align" }).click();
  await page.getByRole("menuitem", { name: "Align left" }).click();
  const lefts = async () => {
    const boxes = await Promise.all(METRICS.slice(1).map((name) => boxOf(card(page, name))));
    return new Set(boxes.map(({ x }) => Math.round(x))).size;
  };
  await expect.poll(lefts).toBe(1);
  await expect(said(page, "Aligned to the left.")).toBeAttached();
  await page.keyboard.press("Control+z");
  await expect
    .poll(async () =>
      (await Promise.all(METRICS.map((name) => boxOf(card(page, name))))).map(({ x }) => Math.round(x)),
    )
    .toEqual(before.map(({ x }) => Math.round(x)));

  await bar.getByRole("button", { name: "Remove" }).click();
  await expect(card(page, "No-show rate")).toHaveCount(0);
  await page.getByText("Removed 3 widgets").waitFor();
  await button(page, "Undo").last().click();
  await expect(card(page, "No-show rate")).toBeVisible();
});

test("tabs and sections: added, named, filled, closed at first, removed with their widgets and brought back", async ({
  page,
}) => {
  await ownDashboard(page);
  await button(page, "Add section").click();
  await page.getByRole("textbox", { name: "Heading of Section 2" }).fill("People");
  await button(page, "More about Trainings overdue").click();
  await page.getByRole("menuitem", { name: "Move to" }).click();
  await page.getByRole("menuitem", { name: "People" }).click();
  const people = page.getByRole("region", { name: "People" });
  await expect(people.getByRole("group", { name: "Trainings overdue" })).toBeVisible();

  await button(page, "More about the section People").click();
  await page.getByRole("menuitemcheckbox", { name: "Closed at first" }).click();
  await expect(people.getByRole("img", { name: "Closed at first" })).toBeVisible();

  await button(page, "Add tab").click();
  await expect(page.getByRole("tab", { name: "Page 2" })).toHaveAttribute("aria-selected", "true");
  await button(page, "Change the tab Page 2").click();
  await page.getByRole("dialog", { name: "The tab Page 2" }).getByLabel("Name").fill("Costs");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tab", { name: "Costs" })).toBeVisible();

  await page.getByRole("tab", { name: "Page 1" }).click();
  await button(page, "Change the tab Page 1").click();
  await button(page, "Remove with its widgets").click();
  await expect(page.getByText("Removed the tab “Page 1” with 4 widgets")).toBeVisible();
  await expect(card(page, "Revenue")).toHaveCount(0);
  await button(page, "Undo").last().click();
  await page.getByRole("tab", { name: "Page 1" }).click();
  await expect(people.getByRole("group", { name: "Trainings overdue" })).toBeVisible();
  await save(page);
});

test("a kind from the gallery becomes a widget of that kind, beside its preview", async ({
  page,
  expectAccessible,
}) => {
  await newDashboard(page);
  await button(page, "Add widget").click();
  const dialog = page.getByRole("dialog", { name: "Add a widget" });
  await dialog.getByLabel("Find a kind of widget").fill("share");
  await expect(dialog.getByRole("region", { name: "Numbers" })).toBeHidden();
  await expectAccessible();
  await dialog.getByRole("button", { name: /^Pie/ }).click();
  await dialog.getByRole("combobox", { name: "Query" }).selectOption({ label: "Bookings by channel" });
  await expect(dialog.getByRole("radio", { name: "Pie" })).toBeChecked();
  await expect(dialog.getByRole("region", { name: "Preview" }).getByRole("figure")).toBeVisible();
  await expectAccessible();
  await dialog.getByRole("button", { name: "Add to the dashboard" }).click();
  await expect(card(page, "Bookings by channel")).toBeVisible();
});

test("a save without a network loses nothing, says so, and goes through when tried again", async ({
  page,
}) => {
  await ownDashboard(page);
  await page.context().setOffline(true);
  await button(page, "Save").click();
  await expect(page.getByRole("alert").getByText(/could not be reached/)).toBeVisible();
  await expect(card(page, "Revenue")).toBeVisible();
  await page.context().setOffline(false);
  await button(page, "Try again").click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test("Back asks while something is not saved", async ({ page }) => {
  await ownDashboard(page);
  await page.goBack();
  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Keep editing" }).click();
  await expect(card(page, "Revenue")).toBeVisible();
  await page.goBack();
  await question.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { name: "Dashboards", level: 1 })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`nothing in the editor keeps people out, ${colorScheme}`, async ({ page, expectAccessible }) => {
    await page.emulateMedia({ colorScheme });
    await ownDashboard(page);
    await button(page, "Add section").click();
    await button(page, "Add tab").click();
    await page.getByRole("tab", { name: "Page 1" }).click();
    await page.keyboard.press("Control+a");
    await expect(page.getByRole("toolbar", { name: "4 widgets selected" })).toBeVisible();
    await expectAccessible();
  });

test("a draft outlives the page and is its author's alone, until it is saved", async ({ page, signIn }) => {
  page.on("dialog", (dialog) => void dialog.accept());
  const name = await ownDashboard(page);
  await expect(page.getByText(/draft kept at/)).toBeVisible();
  await page.goto(`/${WORKSPACE}/dashboards`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByText("Your draft, not saved")).toBeVisible();
  await expect(card(page, "Revenue")).toHaveCount(0);

  const address = page.url();
  await page.context().clearCookies();
  await signIn("admin");
  await page.goto(address);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByText("Your draft, not saved")).toHaveCount(0);

  await page.context().clearCookies();
  await signIn("editor");
  await page.goto(address);
  await button(page, "Edit").click();
  await expect(card(page, "Revenue")).toBeVisible();
  await save(page);
  await page.reload();
  await expect(card(page, "Revenue")).toBeVisible();
  await expect(page.getByText("Your draft, not saved")).toHaveCount(0);
});
