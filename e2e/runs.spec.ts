import type { Locator, Page } from "@playwright/test";
import { newQuery, run, writeSql } from "./fixtures/queries";
import { activeStatements } from "./fixtures/source";
import { expect, test, WORKSPACE } from "./fixtures/test";

// One application serves every run: what is asked is unique.
const marked = () => `asked at ${Date.now()}`;
const slow = (marker: string) => `SELECT '${marker}' AS marker, pg_sleep(60) AS nap`;

async function startSlow(page: Page, marker: string): Promise<void> {
  await newQuery(page, marker);
  await writeSql(page, slow(marker));
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText("Asking the data source…")).toBeVisible();
  await expect.poll(() => activeStatements(marker)).toBe(1);
}

const stopped = (marker: string) => expect.poll(() => activeStatements(marker)).toBe(0);

async function openRuns(page: Page): Promise<Locator> {
  await page.goto(`/${WORKSPACE}/queries/runs`);
  const table = page.getByRole("table", { name: "Runs", exact: true });
  await expect(table).toBeVisible();
  return table;
}

/** The newest row of the history; row 0 is the heads. */
const newest = (table: Locator) => table.getByRole("row").nth(1);

test("who asked can stop it, and the source stops", async ({ page, signIn, expectAccessible }) => {
  const marker = marked();
  await signIn("editor");
  await startSlow(page, marker);
  await expectAccessible();
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await expect(page.getByText("You cancelled this run. The data source was told to stop.")).toBeVisible();
  await stopped(marker);
  const row = newest(await openRuns(page));
  await expect(row).toContainText("Cancelled");
  await expect(row).toContainText("Leila Haddad");
});

test("an admin stops what somebody else asked, and is named", async ({
  page,
  another,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const marker = marked();
  const editor = await another("editor");
  await startSlow(editor, marker);
  await signIn("admin");
  await page.goto(`/${WORKSPACE}/queries/runs`);
  const going = page
    .getByRole("table", { name: "Running now" })
    .getByRole("row")
    .filter({ hasText: "Leila Haddad" });
  await expect(going).toContainText("Running");
  await expectAccessible();
  await going.getByRole("button", { name: /^Cancel/ }).click();
  await stopped(marker);
  const words = "Jonas Brandt cancelled this run.";
  await expect(editor.getByRole("alert").filter({ hasText: words })).toBeVisible();
  const row = newest(page.getByRole("table", { name: "Runs", exact: true }));
  await expect(row).toContainText("Cancelled");
  await expect(row).toContainText(words);
});

test("the history says who, how long, how many rows, and whether the source was asked", async ({
  page,
  another,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const count = 1000 + (Date.now() % 8000);
  await signIn("editor");
  await newQuery(page, marked());
  await writeSql(page, `SELECT n FROM generate_series(1, ${count}) AS n`);
  await run(page);
  await run(page);
  const table = await openRuns(page);
  const rows = table.getByRole("row").filter({ hasText: count.toLocaleString("en-GB") });
  await expect(rows).toHaveCount(2);
  const [again, first] = [rows.nth(0), rows.nth(1)];
  // Who writes a query sees the source itself, each time.
  await expect(rows.filter({ hasText: "Kept answer" })).toHaveCount(0);
  await expect(first).toContainText("Leila Haddad");
  await expect(first).toContainText("Completed");
  await expect(first.getByRole("cell", { name: /^[\d.,]+ m?s$/ })).toBeVisible();
  // The same rows have the same checksum.
  const checksum = async (row: Locator) => row.getByTitle("Equal for equal rows").innerText();
  expect(await checksum(again)).toBe(await checksum(first));
  await expectAccessible();

  const viewer = await another("viewer");
  await openDashboard(viewer);
  await openDashboard(viewer);
  const dataRows = viewer
    .getByRole("table", { name: "Runs", exact: true })
    .getByRole("row")
    .filter({ has: viewer.getByRole("cell") });
  const kept = dataRows.filter({ hasText: "Kept answer" }).filter({ hasText: "Dashboard" });
  // Nobody waits for the history: it is written a moment after the answer.
  await expect(async () => {
    await openRuns(viewer);
    expect(await kept.count()).toBeGreaterThan(0);
  }).toPass();
  await expect(dataRows.filter({ hasNotText: "Tomas Novak" })).toHaveCount(0);
  await expect(viewer.getByRole("radiogroup", { name: "Asked by" })).toHaveCount(0);
  await viewer.goto(`/${WORKSPACE}/queries/cache`);
  await expect(viewer.getByRole("heading", { name: "By data source" })).toHaveCount(0);
});

const fact = (page: Page, name: string) =>
  page
    .locator("dl > div")
    .filter({ has: page.getByRole("term").filter({ hasText: name }) })
    .getByRole("definition");

/** "12 of 40 in 24 hours": how many answers were kept ones. */
async function reused(page: Page): Promise<number> {
  await page.goto(`/${WORKSPACE}/queries/cache`);
  const words = await fact(page, "Answered from the cache").nth(1).innerText();
  return Number(/^([\d,]+) of/.exec(words)?.[1]?.replaceAll(",", "") ?? 0);
}

async function openDashboard(page: Page): Promise<void> {
  await page.goto(`/${WORKSPACE}/dashboards`);
  await page.getByRole("link", { name: "Executive summary", exact: true }).click();
  await expect(page.getByRole("group", { name: "Revenue", exact: true }).getByText(/^€[\d,]+/)).toBeVisible();
  await expect(
    page.getByRole("group", { name: "Revenue by month", exact: true }).getByRole("img").first(),
  ).toBeVisible();
}

test("a dashboard opened again is answered from the cache, until it is cleared", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await signIn("admin");
  await openDashboard(page);
  const before = await reused(page);
  await openDashboard(page);
  await expect.poll(() => reused(page)).toBeGreaterThan(before);
  await expect(fact(page, "Answers kept").first()).not.toHaveText("0");
  await expectAccessible();
  await page.getByRole("button", { name: "Clear the cache: the whole cache" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Clear" }).click();
  await expect(page.getByText(/cleared$/)).toBeVisible();
  await expect(fact(page, "Answers kept").first()).toHaveText("0");
  await expect(page.getByText("Nothing is kept.")).toBeVisible();
});
