/** A dashboard that is saved as a template, and what another editor makes of it. */
import type { Locator, Page } from "@playwright/test";
import { makeDashboard } from "./fixtures/dashboards";
import { makeQuery } from "./fixtures/queries";
import { expect, test, unique, WORKSPACE } from "./fixtures/test";

const button = (page: Page | Locator, name: string): Locator =>
  page.getByRole("button", { name, exact: true });

const DISTRICTS =
  "SELECT district, count(*) AS clinics FROM harbor_health.clinics GROUP BY district ORDER BY district";
const NAMES = "SELECT name AS place, length(name) AS letters FROM harbor_health.clinics ORDER BY name";

/** A query that only its author sees. */
async function makePrivateQuery(page: Page, name: string): Promise<void> {
  await makeQuery(page, name, DISTRICTS);
  await page.getByLabel("Who sees it").selectOption({ label: "Only me" });
  await button(page, "Save").click();
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
}

/** One pie of a query, saved. */
async function makePie(page: Page, name: string, query: string): Promise<void> {
  await makeDashboard(page, name);
  await button(page, "Add widget").click();
  const dialog = page.getByRole("dialog", { name: "Add a widget" });
  await dialog.getByRole("button", { name: /^Pie/ }).click();
  await dialog.getByRole("combobox", { name: "Query" }).selectOption({ label: query });
  await expect(dialog.getByRole("region", { name: "Preview" }).getByRole("figure")).toBeVisible();
  await dialog.getByRole("button", { name: "Add to the dashboard" }).click();
  await button(page.getByRole("toolbar", { name: "Editing" }), "Save").click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

test("a dashboard that was saved as a template is drawn from another person's own query", async ({
  page,
  another,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const [secret, name, visible] = [
    unique("Board figures"),
    unique("By district"),
    unique("Names of clinics"),
  ];
  await signIn("editor");
  await makePrivateQuery(page, secret);
  await makePie(page, name, secret);
  await button(page, "More about this dashboard").click();
  await page.getByRole("menuitem", { name: "Save as template" }).click();
  const saving = page.getByRole("dialog", { name: "Save as template" });
  await expect(saving.getByLabel("Name", { exact: true })).toHaveValue(name);
  await saving.getByLabel("Description").fill("One pie to begin from");
  await expectAccessible();
  await button(saving, "Save as template").click();
  await button(page, "See templates").click();
  // Its author sees it with the figures.
  const mine = page.getByRole("listitem").filter({ hasText: name });
  await expect(mine.getByText("Harbourside").first()).toBeVisible();
  await expectAccessible();

  const admin = await another("admin");
  await makeQuery(admin, visible, NAMES);
  await admin.goto(`/${WORKSPACE}/dashboards/templates`);
  const shelf = admin.getByRole("region", { name: "Of this workspace" });
  const card = shelf.getByRole("listitem").filter({ hasText: name });
  await expect(card.getByText("One of its queries is not shared with you")).toBeVisible();
  await expect(card.getByText("No figure yet.")).toBeVisible();
  await expect(card.getByText("Harbourside")).toHaveCount(0);
  await expect(admin.getByText(secret)).toHaveCount(0);
  await button(card, `Use this template: ${name}`).click();
  const dialog = admin.getByRole("dialog", { name });
  const drawnFrom = dialog.getByLabel("Drawn from");
  await expect(drawnFrom).toHaveValue("empty");
  await drawnFrom.selectOption({ label: visible });
  await expect(dialog.getByLabel("In place of district")).toHaveValue("place");
  await dialog.getByLabel("In place of clinics").selectOption("");
  await button(dialog, "Make the dashboard").click();
  await expect(dialog.getByText("Choose a column.", { exact: true })).toBeVisible();
  await dialog.getByLabel("In place of clinics").selectOption("letters");
  await expect(dialog.getByRole("region", { name: "Preview" }).getByText("Riverside").first()).toBeVisible();
  const made = unique("Letters");
  await dialog.getByLabel("Name", { exact: true }).fill(made);
  await button(dialog, "Make the dashboard").click();
  await expect(admin.getByRole("heading", { name: made, level: 1 })).toBeVisible();
  await expect(admin.getByRole("figure").getByText("Riverside").first()).toBeVisible();

  // An admin clears up what somebody else has saved.
  await admin.goto(`/${WORKSPACE}/dashboards/templates`);
  await button(admin, `More about ${name}`).click();
  await admin.getByRole("menuitem", { name: "Rename" }).click();
  const renaming = admin.getByRole("dialog", { name: "Rename template" });
  await renaming.getByLabel("Name", { exact: true }).fill(`${name}, anew`);
  await button(renaming, "Rename").click();
  await expect(renaming).toHaveCount(0);
  await button(admin, `More about ${name}, anew`).click();
  await admin.getByRole("menuitem", { name: "Delete" }).click();
  await button(admin.getByRole("alertdialog"), "Delete").click();
  await expect(card).toHaveCount(0);
});

/** A text on the tab that is shown. */
async function addText(page: Page, title: string): Promise<void> {
  await button(page, "Add widget").click();
  const dialog = page.getByRole("dialog", { name: "Add a widget" });
  await dialog.getByRole("button", { name: /^Text/ }).click();
  await dialog.getByLabel("Title").fill(title);
  await button(dialog, "Add to the dashboard").click();
  await expect(page.getByRole("group", { name: title })).toBeVisible();
}

test("the tabs of a template are looked at one by one before it is used", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const name = unique("Tabbed");
  await signIn("editor");
  await makeDashboard(page, name);
  await addText(page, "Of the first tab");
  await button(page, "Add tab").click();
  await addText(page, "Of the second tab");
  await button(page.getByRole("toolbar", { name: "Editing" }), "Save").click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await button(page, "More about this dashboard").click();
  await page.getByRole("menuitem", { name: "Save as template" }).click();
  await button(page.getByRole("dialog", { name: "Save as template" }), "Save as template").click();
  await button(page, "See templates").click();
  await button(page, `Use this template: ${name}`).click();
  const preview = page.getByRole("dialog", { name }).getByRole("region", { name: "Preview" });
  await expect(preview.getByText("Of the first tab")).toBeVisible();
  await preview.getByRole("tab", { name: "Page 2" }).click();
  await expect(preview.getByText("Of the second tab")).toBeVisible();
  await expect(preview.getByText("Of the first tab")).toHaveCount(0);
  await expectAccessible();
});
