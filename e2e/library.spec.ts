import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { makeDashboard, startWidget } from "./fixtures/dashboards";
import { makeQuery, newQuery, run, saveNew, SOURCE, writeSql } from "./fixtures/queries";
import { expect, test, unique, WORKSPACE } from "./fixtures/test";

const CLINICS = "SELECT name, district FROM harbor_health.clinics ORDER BY name";

const table = (page: Page) => page.getByRole("table", { name: "Queries" });
const rowOf = (page: Page, name: string) => table(page).getByRole("row").filter({ hasText: name });

async function search(page: Page, text: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search queries" }).fill(text);
}

async function openLibrary(page: Page): Promise<void> {
  await page.goto(`/${WORKSPACE}/queries`);
  await expect(table(page)).toBeVisible();
}

async function act(page: Page, entry: string): Promise<void> {
  await page.getByRole("button", { name: /^More about / }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

test("a template becomes a query of one's own, which draws", async ({ page, signIn, expectAccessible }) => {
  await signIn("editor");
  await openLibrary(page);
  await page.getByRole("link", { name: "From a template" }).click();
  await expectAccessible();
  await page.getByRole("button", { name: "Use Total by month", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Total by month" });
  const name = unique("Invoiced by month");
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("Data source").selectOption({ label: SOURCE });
  await dialog.getByLabel("Table").selectOption({ label: "invoices" });
  await expect(dialog.getByLabel("Date", { exact: true })).toHaveValue("issued_on");
  await expect(dialog.getByLabel("Number to add up")).toHaveValue("amount");
  await expectAccessible();
  await dialog.getByRole("button", { name: "Make the query" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByLabel("Who sees it")).toHaveValue("PRIVATE");
  await page.getByLabel("Period", { exact: true }).selectOption("last_12_full_months");
  await run(page);
  await expect(page.getByRole("region", { name: "Result" })).toContainText("12 rows");
  await page.getByRole("tab", { name: "Chart" }).click();
  await expect(page.getByRole("tabpanel", { name: "Chart" }).getByRole("img").first()).toBeVisible();
  await expectAccessible();
});

test("the library is searched, and favourites have their shelf", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn("editor");
  const name = unique("Clinics to find");
  await newQuery(page, name);
  await writeSql(page, CLINICS);
  await page.getByLabel("Category").fill("Places");
  await page.getByLabel("Tags").fill(`premises, ${name.toLowerCase()}`);
  await run(page);
  await saveNew(page);
  await openLibrary(page);
  await expectAccessible();
  await search(page, name);
  await expect(table(page).getByRole("row")).toHaveCount(2);
  const star = page.getByRole("button", { name: `Favourite: ${name}` });
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await search(page, "");
  await page.getByRole("radio", { name: "Favourites" }).click();
  await expect(rowOf(page, name)).toBeVisible();
  await expect(rowOf(page, "Unpaid invoices by age")).toHaveCount(0);
  // It is kept on the server.
  await page.reload();
  await expect(rowOf(page, name)).toBeVisible();
  await star.click();
  await expect(rowOf(page, name)).toHaveCount(0);
  await page.getByRole("radio", { name: "Mine" }).click();
  await page.getByLabel("Category").selectOption("Places");
  await page.getByLabel("Tag", { exact: true }).selectOption(name.toLowerCase());
  await expect(table(page).getByRole("row")).toHaveCount(2);
  await search(page, "nothing is called so");
  await expect(page.getByText("No query matches.")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(rowOf(page, "Unpaid invoices by age")).toBeVisible();
});

async function share(page: Page, name: string, choose: (page: Page) => Promise<void>): Promise<void> {
  await choose(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("Not saved", { exact: true })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

test("a query is seen by whom it is shared with, and by nobody else", async ({ page, another, signIn }) => {
  test.setTimeout(180_000);
  await signIn("editor");
  const name = unique("Clinics to share");
  const id = await makeQuery(page, name, CLINICS);
  const admin = await another("admin");
  const viewer = await another("viewer");
  const expectSeen = async (by: Page, isSeen: boolean) => {
    await openLibrary(by);
    await search(by, name);
    await expect(rowOf(by, name)).toHaveCount(isSeen ? 1 : 0);
    await by.goto(`/${WORKSPACE}/queries/${id}`);
    await expect(by.getByRole("heading", { name, level: 1 })).toHaveCount(isSeen ? 1 : 0);
    if (!isSeen) await expect(by.getByRole("heading", { level: 1 })).toBeVisible();
  };
  const who = page.getByLabel("Who sees it");

  await expectSeen(viewer, true);
  await share(page, name, async () => void (await who.selectOption({ label: "Only me" })));
  await expectSeen(admin, false);
  await expectSeen(viewer, false);

  await share(page, name, async () => {
    await who.selectOption({ label: "A department" });
    await page.getByLabel("Department", { exact: true }).selectOption({ label: "Quality" });
  });
  await expectSeen(admin, true);
  await expectSeen(viewer, false);
  await share(page, name, async () => {
    await page.getByLabel("Department", { exact: true }).selectOption({ label: "Operations" });
  });
  await expectSeen(viewer, true);

  await share(page, name, async () => {
    await who.selectOption({ label: "Job roles" });
    await page.getByRole("checkbox", { name: "Head of operations" }).check();
  });
  await expectSeen(viewer, false);
  await share(page, name, () => page.getByRole("checkbox", { name: "Clinic manager" }).check());
  await expectSeen(viewer, true);
});

test("versions say what changed and why, are compared, and come back", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn("editor");
  await makeQuery(page, unique("Clinics with versions"), CLINICS);
  await writeSql(page, CLINICS.replace("name, district", "name, opened_on"));
  await page.getByLabel("What changed").fill("Districts are not asked for any more");
  await run(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Version 2", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Versions", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Versions" });
  const versions = dialog.getByRole("listitem");
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText("Districts are not asked for any more");
  await expect(versions.first()).toContainText("Leila Haddad");
  await versions.first().getByRole("button", { name: "Compare with version 1" }).click();
  const changes = versions.first().getByRole("group", { name: "Changes" });
  await expect(changes).toContainText("removed: SELECT name, district");
  await expect(changes).toContainText("added: SELECT name, opened_on");
  await expectAccessible();
  await dialog.getByRole("button", { name: "Restore version 1" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Version 3", { exact: true })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "SQL" })).toContainText("name, district");
  await page.getByRole("button", { name: "Versions", exact: true }).click();
  await expect(versions).toHaveCount(3);
});

async function putOnDashboard(page: Page, query: string, dashboard: string): Promise<void> {
  await makeDashboard(page, dashboard);
  const sheet = await startWidget(page, query);
  await sheet.getByRole("radio", { name: "Table" }).click();
  await sheet.getByLabel("Title").fill("Places");
  await sheet.getByRole("button", { name: "Add to the dashboard" }).click();
  await expect(page.getByRole("table", { name: /^Places/ })).toContainText("Riverside");
  const places = page.getByRole("group", { name: "Places", exact: true });
  await expect(places.getByRole("button", { name: "Does not show the chosen period" })).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

test("copied, given away, refused while it is used, deleted and put back", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await signIn("editor");
  const [name, copy, dashboard] = [unique("Clinics to keep"), unique("Clinics, copied"), unique("Places")];
  const id = await makeQuery(page, name, CLINICS);
  await act(page, "Make a copy");
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill(copy);
  await page.getByRole("button", { name: "Make a copy" }).click();
  await expect(page.getByRole("heading", { name: copy, level: 1 })).toBeVisible();
  await expect(page.getByLabel("Who sees it")).toHaveValue("PRIVATE");
  await expect(page.getByRole("textbox", { name: "SQL" })).toContainText("name, district");

  await putOnDashboard(page, name, dashboard);
  await page.goto(`/${WORKSPACE}/queries/${id}`);
  await act(page, "Delete");
  const asked = page.getByRole("alertdialog");
  await expect(asked.getByRole("link", { name: dashboard })).toBeVisible();
  await expectAccessible();
  await expect(asked.getByRole("button")).toHaveText(["Close"]);
  await asked.getByRole("button", { name: "Close" }).click();

  await act(page, "Give to somebody else");
  const given = page.getByRole("dialog", { name: "Give to somebody else" });
  await expect(given).toContainText("It belongs to Leila Haddad.");
  await given.getByLabel("New owner").selectOption({ label: "Jonas Brandt" });
  await given.getByRole("button", { name: "Give" }).click();
  await expect(page.getByText(`“${name}” belongs to Jonas Brandt now`)).toBeVisible();

  await openLibrary(page);
  await expect(rowOf(page, name)).toContainText("Jonas Brandt");
  await rowOf(page, copy).getByRole("link", { name: copy }).click();
  await act(page, "Delete");
  await expect(asked).toContainText("Nothing shows it.");
  await asked.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`“${copy}” is in the bin`)).toBeVisible();
  await expect(table(page)).toBeVisible();
  await expect(rowOf(page, copy)).toHaveCount(0);
  await page.getByRole("link", { name: "Bin" }).click();
  const binned = page
    .getByRole("table", { name: "Deleted queries" })
    .getByRole("row")
    .filter({ hasText: copy });
  await expect(binned.getByText("by Leila Haddad")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: `Put back ${copy}` }).click();
  await expect(page.getByText(`“${copy}” is back`)).toBeVisible();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { name: copy, level: 1 })).toBeVisible();
  await openLibrary(page);
  await expect(rowOf(page, copy)).toBeVisible();
});

test("an export is found again on its page", async ({ page, signIn, expectAccessible }) => {
  await signIn("editor");
  const name = unique("Clinics to export");
  await makeQuery(page, name, CLINICS);
  await run(page);
  await page.getByRole("button", { name: "Download" }).click();
  await page.getByRole("menuitem", { name: /^JSON lines/ }).click();
  await page.goto(`/${WORKSPACE}/queries/exports`);
  const row = page.getByRole("table", { name: "Exports" }).getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("Ready", { timeout: 60_000 });
  await expect(row.getByRole("cell", { name: "6", exact: true })).toBeVisible();
  await expectAccessible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("link", { name: /^Download / }).click(),
  ]);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\n");
  expect(lines).toHaveLength(6);
  expect(JSON.parse(lines[0] ?? "")).toEqual({ name: "Docklands", district: "East docks" });

  // Whoever closed the page meanwhile hears of it.
  await page.goto(`/${WORKSPACE}`);
  const news = page.getByRole("region", { name: "News for you" });
  await expect(news.getByRole("link", { name: `“${name}” is ready` })).toBeVisible();
  await expectAccessible();
  await news.getByRole("button", { name: "Mark as read" }).click();
  await expect(news.getByRole("link", { name: `“${name}” is ready` })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Dashboards" })).toBeVisible();
  await expect(news.getByRole("link", { name: `“${name}” is ready` })).toHaveCount(0);
});

test("a saved question keeps its answer, leads to a dashboard, and answers whoever opens it", async ({
  page,
  another,
  signIn,
  expectAccessible,
}) => {
  await signIn("editor");
  const name = unique("Invoices by month");
  const sql = `SELECT date_trunc('month', issued_on)::date AS month, count(*) AS invoices
    FROM harbor_health.invoices WHERE issued_on < '2026-07-01' GROUP BY 1 ORDER BY 1`;
  const id = await makeQuery(page, name, sql);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  const rows = page.getByRole("grid", { name: "Rows" });
  await expect(rows.getByRole("gridcell", { name: /^Jan \d{4}$/ }).first()).toBeVisible();
  const runs = page.getByRole("table", { name: "Runs of this query" });
  await expect(runs.getByText("Trying out")).toBeVisible();
  await expectAccessible();

  const viewer = await another("viewer");
  await viewer.goto(`/${WORKSPACE}/queries/${id}`);
  await expect(viewer.getByRole("grid", { name: "Rows" })).toBeVisible();
  await viewer.getByRole("tab", { name: "Chart" }).click();
  await expect(viewer.getByRole("tabpanel", { name: "Chart" }).getByRole("img").first()).toBeVisible();

  await page.getByRole("button", { name: "Add to a dashboard" }).click();
  const dialog = page.getByRole("dialog", { name: "Add to a dashboard" });
  await dialog.getByLabel("Dashboard", { exact: true }).selectOption("A new dashboard");
  await expect(dialog.getByLabel("Name of the new dashboard")).toHaveValue(name);
  await expectAccessible();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await page.waitForURL(/\/dashboards\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByRole("img").first()).toBeVisible();
});
