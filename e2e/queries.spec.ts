import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { allCells, choice, makeQuery, newQuery, run, saveNew, writeSql } from "./fixtures/queries";
import { expect, signIn, test, WORKSPACE } from "./fixtures/test";

const REVENUE = `SELECT date_trunc('month', i.issued_on)::date AS "Month", c.name AS "Clinic", sum(i.amount) AS "Revenue"
FROM harbor_health.invoices i
JOIN harbor_health.clinics c ON c.id = i.clinic_id
GROUP BY 1, 2
ORDER BY 1, 2`;

const SENTENCE = "Revenue by month and clinic, oldest month first, by clinic from A to Z.";
// One application serves every run: names are unique.
const unique = (name: string) => `${name} ${Date.now()}`;
const builder = (page: Page) => page.getByRole("group", { name: "Query builder" });

/** The answer of a saved query, asked by its address: every row, unformatted. */
async function rowsOf(page: Page, queryId: string) {
  await page.goto(`/${WORKSPACE}/queries/${queryId}`);
  await run(page);
  return allCells(page);
}

async function buildRevenue(page: Page): Promise<void> {
  const pick = (name: string) => choice(page, name).click();
  const add = (what: string) => builder(page).getByRole("button", { name: what }).click();
  await pick("invoices");
  await add("Add a related table");
  await pick("clinics");
  await add("Add a measure");
  await pick("Sum");
  await pick("Amount");
  await add("Group by a column");
  await pick("Issued on");
  await add("Group by a column");
  await pick("Name");
  await page.getByLabel("Name of the measure Sum of amount").fill("Revenue");
  await page.getByLabel("Name of the measure Sum of amount").press("Enter");
  await page.getByLabel("Unit of Revenue").selectOption({ label: "EUR" });
  await add("Sort by a column");
  await pick("Month");
  await add("Then by another");
  await pick("Clinic");
}

test("revenue by month and clinic: built without SQL, written in SQL, and one answer", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await signIn("editor");
  await newQuery(page, unique("Revenue, built"), "Builder");
  await expectAccessible();
  await buildRevenue(page);
  await expect(builder(page).getByText(SENTENCE)).toBeVisible();
  await run(page);
  const built = await allCells(page);
  expect(built[0]).toEqual(["Month", "Clinic", "Revenue"]);
  await page.getByRole("tab", { name: "Chart" }).click();
  await expect(page.getByRole("tabpanel", { name: "Chart" }).getByRole("img").first()).toBeVisible();
  await page.getByRole("tab", { name: "Table" }).click();
  await expectAccessible();
  const builtId = await saveNew(page);

  const writtenId = await makeQuery(page, unique("Revenue, written"), REVENUE);
  const written = await rowsOf(page, writtenId);
  expect(written.length).toBeGreaterThan(50);
  expect(await rowsOf(page, builtId)).toEqual(written);
  expect(built).toEqual(written);

  await page.getByRole("button", { name: "Show SQL" }).click();
  const shown = await page.getByRole("region", { name: "SQL" }).locator("pre").innerText();
  expect(shown).toMatch(/group by/i);
  await page.getByRole("button", { name: "Convert to SQL" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Convert" }).click();
  await expect(page.getByRole("textbox", { name: "SQL" })).toContainText("invoices");
  await run(page);
  expect(await allCells(page)).toEqual(written);
  await newQuery(page, unique("Revenue, copied"));
  await writeSql(page, shown);
  await run(page);
  expect(await allCells(page)).toEqual(written);
});
