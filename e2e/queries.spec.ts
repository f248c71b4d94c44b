import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { makeDashboard, startWidget } from "./fixtures/dashboards";
import { allCells, choice, makeQuery, newQuery, run, saveNew, writeSql } from "./fixtures/queries";
import { expect, test, unique, WORKSPACE } from "./fixtures/test";

const REVENUE = `SELECT date_trunc('month', i.issued_on)::date AS "Month", c.name AS "Clinic", sum(i.amount) AS "Revenue"
FROM harbor_health.invoices i
JOIN harbor_health.clinics c ON c.id = i.clinic_id
GROUP BY 1, 2
ORDER BY 1, 2`;

const SENTENCE = "Revenue by month and clinic, oldest month first, by clinic from A to Z.";
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

test("an answer comes into view when somebody asked for it, and leaves a page alone that was merely opened", async ({
  page,
  signIn,
}) => {
  await signIn("editor");
  await page.setViewportSize({ width: 1280, height: 560 });
  await newQuery(page, unique("Clinics in view"));
  await writeSql(page, "SELECT name FROM harbor_health.clinics ORDER BY name");
  await run(page);
  const result = page.getByRole("heading", { name: "Result" });
  await expect(result).toBeInViewport();
  await saveNew(page);
  await expect(page.getByRole("region", { name: "Result" })).toContainText("6 rows");
  await expect(result).not.toBeInViewport();
});

test("a new calculated column is not wrong before it is left, and computes what is written", async ({
  page,
  signIn,
}) => {
  await signIn("editor");
  await newQuery(page, unique("Calculated"), "Builder");
  await choice(page, "invoices").click();
  await builder(page).getByRole("button", { name: "Add a calculated column" }).click();
  const expression = builder(page).getByRole("combobox", { name: "Expression of New column" });
  await expect(expression).toBeVisible();
  await expect(expression).not.toHaveAttribute("aria-invalid", "true");
  await expression.focus();
  await page.getByRole("button", { name: "Run", exact: true }).focus();
  await expect(expression).toHaveAttribute("aria-invalid", "true");
  await expression.fill("[amount] * 2");
  await expect(builder(page).getByText("Gives a number.")).toBeVisible();
  await expect(expression).not.toHaveAttribute("aria-invalid", "true");
});

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

const CLINICS = "SELECT name FROM harbor_health.clinics ORDER BY name";
const PEOPLE = `SELECT s.name FROM harbor_health.staff s
JOIN harbor_health.clinics c ON c.id = s.clinic_id
WHERE c.name = {{clinic}} AND s.job_role = 'practitioner' ORDER BY s.name`;
const KEPT = `SELECT c.name AS clinic, s.name AS person, count(*) AS appointments
FROM harbor_health.appointments a
JOIN harbor_health.staff s ON s.id = a.staff_id
JOIN harbor_health.clinics c ON c.id = s.clinic_id
WHERE c.name = {{clinic}} AND s.name = {{person}}
GROUP BY 1, 2`;

/** One parameter of the query, under "Parameters". */
const definitionOf = (page: Page, name: string) =>
  page.getByRole("region", { name: "Parameters" }).getByRole("group", { name, exact: true });

async function feedFrom(page: Page, parameter: string, query: string): Promise<void> {
  const fields = definitionOf(page, parameter);
  await fields.getByLabel("Values to choose from").selectOption({ label: "From another query" });
  await fields.getByLabel("Query", { exact: true }).selectOption({ label: query });
}

/** What a list offers now; closes it again. */
async function offeredBy(list: Locator): Promise<string[]> {
  await list.click();
  const entries = list.page().getByRole("listbox").getByRole("option");
  await expect(entries.first()).toBeVisible();
  const names = await entries.allInnerTexts();
  await list.press("Escape");
  return names;
}

async function pickFrom(list: Locator, name: string): Promise<void> {
  await list.click();
  await choice(list.page(), name).click();
}

test("a list that follows another list, in the editor and in a widget", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await signIn("editor");
  const [clinics, people, kept] = [
    unique("Clinics"),
    unique("Practitioners of a clinic"),
    unique("Kept by person"),
  ];
  await makeQuery(page, clinics, CLINICS);

  await newQuery(page, people);
  await writeSql(page, PEOPLE);
  await feedFrom(page, "clinic", clinics);
  const tried = page.getByRole("group", { name: "Try it with" });
  const list = (name: string, within = tried) => within.getByRole("combobox", { name, exact: true });
  await pickFrom(list("clinic"), "Riverside");
  await run(page);
  const ofRiverside = (await allCells(page)).slice(1).flat();
  await pickFrom(list("clinic"), "Docklands");
  await run(page);
  const ofDocklands = (await allCells(page)).slice(1).flat();
  expect(ofDocklands).not.toEqual(ofRiverside);
  await saveNew(page);

  await newQuery(page, kept);
  await writeSql(page, KEPT);
  await feedFrom(page, "clinic", clinics);
  await feedFrom(page, "person", people);
  await pickFrom(list("clinic"), "Riverside");
  expect(await offeredBy(list("person"))).toEqual(ofRiverside);
  await pickFrom(list("person"), ofRiverside[0] ?? "");
  await pickFrom(list("clinic"), "Docklands");
  await expect(tried.getByText(`No longer offered, so taken out: ${ofRiverside[0]}.`)).toBeVisible();
  expect(await offeredBy(list("person"))).toEqual(ofDocklands);
  await pickFrom(list("person"), ofDocklands[1] ?? "");
  await run(page);
  expect((await allCells(page))[1]?.slice(0, 2)).toEqual(["Docklands", ofDocklands[1]]);
  await expectAccessible();
  await saveNew(page);

  await makeDashboard(page, kept);
  const sheet = await startWidget(page, kept);
  await pickFrom(list("clinic", sheet), "Docklands");
  expect(await offeredBy(list("person", sheet))).toEqual(ofDocklands);
  await pickFrom(list("person", sheet), ofDocklands[0] ?? "");
  await sheet.getByRole("radio", { name: "Table" }).click();
  await sheet.getByLabel("Title").fill("Kept");
  await pickFrom(list("clinic", sheet), "Riverside");
  await expect(sheet.getByText(`No longer offered, so taken out: ${ofDocklands[0]}.`)).toBeVisible();
  await pickFrom(list("person", sheet), ofRiverside[0] ?? "");
  await expectAccessible();
  await sheet.getByRole("button", { name: "Add to the dashboard" }).click();
  await expect(page.getByRole("table", { name: /^Kept/ })).toContainText(ofRiverside[0] ?? "");
});

test("writing SQL: mistakes at their place, a part run alone, tidied, explained, and a file of it", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await signIn("editor");
  await newQuery(page, unique("Clinics to write"));
  await writeSql(page, "SELECT name, district\nFROM harbor_health.clinics\nWHERE opend_on > '2000-01-01'");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  const problem = page.getByRole("alert").filter({ hasText: "opend_on" });
  await expect(problem).toContainText("Line 3, column 7");
  await expectAccessible();
  await problem.getByRole("button", { name: "Show it" }).click();
  // The cursor stands before the word.
  for (const _letter of "opend_on") await page.keyboard.press("Delete");
  await page.keyboard.type("opened_on");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: "Result" })).toContainText("6 rows");
  const text = page.getByRole("textbox", { name: "SQL" });
  await writeSql(
    page,
    "select name, district from harbor_health.clinics where opened_on > '2000-01-01' order by name",
  );
  await page.getByRole("button", { name: "Format" }).click();
  await expect(text).toContainText(/select\s*name,\s*district\s*from\s*harbor_health\.clinics/);
  await expect.poll(async () => (await text.innerText()).split("\n").length).toBeGreaterThan(3);
  await run(page);
  const all = await allCells(page);
  expect(all).toHaveLength(7);

  await writeSql(page, "SELECT name FROM harbor_health.clinics ORDER BY name LIMIT 1\nOFFSET 2");
  await text.press("Control+Home");
  await text.press("Shift+End");
  const answered = page.waitForResponse((response) => response.url().includes("/queries/preview"));
  await page.getByRole("button", { name: "Run selection" }).click();
  expect((await answered).status()).toBe(200);
  await expect(page.getByRole("region", { name: "Result" })).toContainText("1 row");
  expect((await allCells(page))[1]).toEqual([all[1]?.[0]]);
  await run(page);
  expect((await allCells(page))[1]).toEqual([all[3]?.[0]]);

  await page.getByRole("button", { name: "Explain", exact: true }).click();
  await expect(page.getByLabel("Steps of the source")).toContainText("Limit");
  await expectAccessible();

  const odd = `SELECT 'a;b "c"' AS words, '=1+1' AS formula, 1234.50 AS amount, NULL::text AS nothing, 'Süd' AS place`;
  await writeSql(page, odd);
  await run(page);
  await page.getByRole("button", { name: "Download" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download", { timeout: 60_000 }),
    page.getByRole("menuitem", { name: /^CSV/ }).click(),
  ]);
  await expect(page.getByRole("link", { name: /^CSV was saved/ })).toBeVisible();
  const csv = (await readFile(await file.path(), "utf8")).replace(/^\uFEFF/, "");
  expect(csv.split(/\r?\n/).slice(0, 2)).toEqual([
    "words,formula,amount,nothing,place",
    `"a;b ""c""",'=1+1,1234.50,,Süd`,
  ]);
});
