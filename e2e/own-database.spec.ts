import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { formatValue } from "@/lib/format/value";
import { CHINOOK, type Chinook, hasChinook, loadChinook } from "./fixtures/chinook";
import { makeDashboard, startWidget } from "./fixtures/dashboards";
import { pdfText } from "./fixtures/documents";
import { expect, test, WORKSPACE } from "./fixtures/test";

const SALES = `SELECT g.name AS genre, date_trunc('month', i.invoice_date)::date AS month,
  sum(l.unit_price * l.quantity) AS revenue, sum(l.quantity) AS tracks
FROM invoice i JOIN invoice_line l USING (invoice_id) JOIN track t USING (track_id) JOIN genre g USING (genre_id)
WHERE i.invoice_date >= {{from}} AND i.invoice_date < {{to}}
GROUP BY 1, 2 ORDER BY 2, 1`;

// One application serves every run: names are unique.
const NAME = `Music store ${Date.now()}`;
let store: Chinook;
test.skip(!hasChinook, "The Chinook database is not beside the project (CHINOOK_SQL).");
test.beforeAll(async () => {
  store = await loadChinook();
});

async function addSource(page: Page): Promise<void> {
  await page.goto(`/${WORKSPACE}/data-sources/new`);
  await page.getByRole("link", { name: /^PostgreSQL/ }).click();
  await page.getByLabel("Name", { exact: true }).fill(NAME);
  await page.getByLabel("Host").fill(store.host);
  await page.getByLabel("Port", { exact: true }).fill(store.port);
  await page.getByLabel("Database", { exact: true }).fill(CHINOOK.database);
  await page.getByLabel("User", { exact: true }).fill(CHINOOK.user);
  await page.getByLabel("Password").fill("not the password");
  const steps = page.getByRole("list", { name: "Steps of the connection test" });
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(steps.getByText(/Sign in failed:/)).toBeVisible();
  await expect(steps).not.toContainText("not the password");
  await page.getByLabel("Password").fill(CHINOOK.password);
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(steps.getByText(/List tables passed:/)).toBeVisible();
  await page.getByRole("button", { name: "Add data source" }).click();
  await expect(page.getByRole("heading", { name: NAME, level: 1 })).toBeVisible();
  await expect(page.getByRole("region", { name: "Tables" })).toContainText("public.invoice_line");
}

async function addQuery(page: Page): Promise<void> {
  await page.goto(`/${WORKSPACE}/queries/new?mode=sql`);
  await page.getByLabel("Name", { exact: true }).fill(`${NAME}: sales by genre`);
  await page.getByLabel("Data source").selectOption({ label: NAME });
  await page.getByLabel("SQL").fill(SALES.replace("unit_price", "unit_prize"));
  await page.getByLabel("Period", { exact: true }).selectOption("all_time");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText(/unit_prize/).last()).toBeVisible();
  await expect(page.getByText(/line 2/i).first()).toBeVisible();
  await page.getByLabel("SQL").fill(SALES);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByRole("region", { name: "Result" })).toContainText(/rows/);
  await page.getByRole("button", { name: "Save query" }).click();
  await expect(page).toHaveURL(/\/queries\/[0-9a-f-]{36}/);
}

async function addWidget(page: Page, kind: string, title: string): Promise<void> {
  const sheet = await startWidget(page, `${NAME}: sales by genre`);
  await sheet.getByRole("radio", { name: kind, exact: true }).click();
  await sheet.getByLabel("Title", { exact: true }).fill(title);
  if (kind === "Number") await sheet.getByLabel("Value", { exact: true }).selectOption("revenue");
  await sheet.getByRole("button", { name: "Add to the dashboard" }).click();
  await expect(page.getByRole("group", { name: title })).toBeVisible();
}

test("a database not made here: source, query, dashboard, report, schedule, PDF", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await signIn("admin");
  await addSource(page);
  await expectAccessible();
  await addQuery(page);
  await expectAccessible();

  await makeDashboard(page, NAME);
  await expect(page.getByRole("heading", { name: NAME, level: 1 })).toBeVisible();
  await addWidget(page, "Number", "Invoiced");
  await addWidget(page, "Bar", "Sales by month");
  await addWidget(page, "Table", "All sales");
  await expectAccessible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.goto(`${page.url().split("?")[0]}?range=all_time`);
  const invoiced = formatValue(store.invoiced, "number", { locale: "en-GB" });
  await expect(page.getByRole("group", { name: "Invoiced" })).toContainText(invoiced);

  await page.getByRole("button", { name: "Make a report" }).click();
  await page.getByLabel("Period", { exact: true }).selectOption("all_time");
  await expect(page.getByRole("article", { name: "Page preview" })).toContainText(invoiced);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await page.getByRole("link", { name: "Schedule", exact: true }).click();
  await page.getByLabel("Name", { exact: true }).fill(`${NAME}, weekly`);
  await page.getByLabel("Recipients").fill("shop@store.example");
  await page.getByRole("button", { name: "Create schedule" }).click();
  await page.getByRole("button", { name: "Run now" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Run now" }).click();
  const runs = page.getByRole("table", { name: "Runs" });
  await expect(runs.getByText("Completed")).toBeVisible({ timeout: 60_000 });
  await runs.getByRole("link").first().click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /Download .*\.pdf/ }).click(),
  ]);
  expect(await pdfText(await readFile(await download.path()))).toContain(invoiced);
  await expectAccessible();
});
