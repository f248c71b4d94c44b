import { rm } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { formatValue } from "@/lib/format/value";
import { MESSY, writeMessyCsv } from "./fixtures/messy-csv";
import { allCells, choice, run } from "./fixtures/queries";
import { expect, test, unique, WORKSPACE } from "./fixtures/test";

const print = (value: number) => formatValue(value, "number", { locale: "en-GB" });
let messy: Awaited<ReturnType<typeof writeMessyCsv>>;
test.beforeAll(async () => {
  messy = await writeMessyCsv();
});
test.afterAll(() => rm(path.dirname(messy.file), { recursive: true }));

async function addSource(page: Page, name: string): Promise<void> {
  await page.goto(`/${WORKSPACE}/data-sources/new`);
  await page.getByRole("link", { name: /^Uploaded files/ }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Add data source" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

async function upload(page: Page, file: Parameters<ReturnType<Page["getByLabel"]>["setInputFiles"]>[0]) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles(file);
}

const columnNames = (page: Page) =>
  page
    .getByRole("list", { name: "Columns" })
    .getByRole("textbox")
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

async function buildSum(page: Page): Promise<void> {
  const builder = page.getByRole("group", { name: "Query builder" });
  await builder.getByRole("button", { name: "Add a measure" }).click();
  await choice(page, "Sum").click();
  await choice(page, "Amount").click();
}

test("a messy file of a million rows: corrected, refused, emptied, loaded and asked", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(300_000);
  await signIn("admin");
  await addSource(page, unique("Spreadsheets"));
  await expectAccessible();
  await upload(page, messy.file);

  await expect(page.getByRole("heading", { name: path.basename(messy.file), level: 1 })).toBeVisible({
    timeout: 120_000,
  });
  await expect(page.getByLabel("Values are separated by")).toHaveValue(";");
  await expect(page.getByLabel("Encoding")).toHaveValue("utf-8");
  expect(await columnNames(page)).toEqual([
    "Id",
    "Clinic",
    "Visited",
    "Amount",
    "amount (2)",
    "column 6",
    "Note",
  ]);
  const firstRows = page.getByRole("table", { name: "First rows" });
  await expect(firstRows).toContainText("North; East");
  await expect(page.getByLabel("How Amount is written", { exact: true })).toHaveValue("1.234,56");
  await expectAccessible();

  await expect(page.getByLabel("Type of Visited")).toHaveValue("text");
  await page.getByLabel("Type of Visited").selectOption({ label: "Date" });
  await expect(page.getByLabel("How Visited is written")).toHaveValue("DD.MM.YYYY");
  await expect(firstRows).toContainText("1 Jan 2026");
  await page.getByLabel("Load column 6").click();
  await page.getByLabel("Name of the table").fill("visits");
  await page.getByRole("button", { name: "Load the file" }).click();

  const refusal = page.getByRole("alert", { name: "Not loaded" });
  await expect(refusal).toContainText(print(MESSY.firstMisfit.row), { timeout: 120_000 });
  await expect(refusal).toContainText(MESSY.firstMisfit.value);
  await expect(refusal).toContainText(`${MESSY.misfits} values`);
  await expectAccessible();
  await refusal.getByRole("button", { name: "Empty such values" }).click();

  const loaded = page.getByRole("region", { name: "Loaded" });
  await expect(loaded).toContainText(`${print(MESSY.rows)} rows loaded.`, { timeout: 120_000 });
  await expect(loaded).toContainText(`${MESSY.misfits} values did not fit`);
  await expectAccessible();
  await loaded.getByRole("link", { name: "Build a query" }).click();
  await buildSum(page);
  await run(page);
  const [, [sum] = []] = await allCells(page);
  expect(Number(sum)).toBe(messy.sum);
});

test("an editor replaces a table and adds to it, and may not change the source", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn("admin");
  await addSource(page, unique("Budgets"));
  const address = page.url();
  await signIn("editor");
  await page.goto(address);
  await expect(page.getByText(/changed by an admin/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);

  const csv = (text: string) => ({ name: "budget.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await upload(page, { name: "letter.docx", mimeType: "application/msword", buffer: Buffer.from("Dear") });
  await expect(page.getByText(/“letter.docx” is not a file that can be loaded/)).toBeVisible();
  await upload(page, csv("month,amount\n2026-01-01,10\n2026-02-01,20\n"));
  await page.getByRole("button", { name: "Load the file" }).click();
  const loaded = page.getByRole("region", { name: "Loaded" });
  await expect(loaded).toContainText("2 rows loaded.");
  await loaded.getByRole("link", { name: "See the table" }).click();
  await page.getByRole("link", { name: "Add rows" }).click();
  await upload(page, csv("amount,month,remark\n30,2026-03-01,late\n"));
  await expect(page.getByText("Not in the table: remark.")).toBeVisible();
  await page.getByRole("button", { name: "Leave out what the table does not have" }).click();
  await page.getByRole("button", { name: "Load the file" }).click();
  await expect(loaded).toContainText("1 row loaded.");
  await loaded.getByRole("link", { name: "See the table" }).click();
  await expect(page.getByText(/^3 rows/)).toBeVisible();
  await expect(page.getByRole("table", { name: "Loads" }).getByText("Loaded")).toHaveCount(2);
  await expectAccessible();

  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("No query asks it.");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No tables yet")).toBeVisible();
});
