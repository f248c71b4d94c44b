import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator, Page } from "@playwright/test";
import { readSheet } from "read-excel-file/node";
import { readPdf } from "@/lib/render/testing/pdf-text";
import { expect, test, unique, WORKSPACE } from "./fixtures/test";

async function open(page: Page, name: string): Promise<void> {
  await page.goto(`/${WORKSPACE}/dashboards`);
  await page.getByRole("link", { name, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}
const openSummary = (page: Page) => open(page, "Executive summary");

async function openLinks(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "More about this dashboard" }).click();
  await page.getByRole("menuitem", { name: "Public links" }).click();
  return page.getByRole("dialog", { name: "Public links" });
}

/** The address as the panel tells it, on the server of the test. */
async function makePage(sheet: Locator, name: string, password = ""): Promise<string> {
  await sheet.getByLabel("Name").fill(name);
  if (password) await sheet.getByLabel("Password").fill(password);
  await sheet.getByRole("button", { name: "Make the link" }).click();
  const told = await sheet.getByRole("group", { name: "Address" }).locator("pre").textContent();
  await sheet.getByRole("button", { name: "Done" }).click();
  return new URL(told?.trim() ?? "").pathname;
}

const figure = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
const revenue = (page: Page) => figure(page, "Revenue").getByText(/^€[\d,]+$/);

test("a link opens the dashboard without an account, until it is withdrawn", async ({
  page,
  stranger,
  signIn,
  expectAccessible,
}) => {
  await signIn("editor");
  await openSummary(page);
  const amount = await revenue(page).textContent();
  const sheet = await openLinks(page);
  await expectAccessible();
  const name = unique("Board");
  const address = await makePage(sheet, name);

  const visitor = await stranger();
  const answer = await visitor.goto(address);
  expect(answer?.headers()["x-robots-tag"]).toContain("noindex");
  expect(answer?.headers()["cache-control"]).toContain("no-store");
  await expect(revenue(visitor)).toHaveText(amount ?? "");
  const html = await visitor.content();
  for (const inside of ["Leila Haddad", "SELECT", "harbor-health/", "editor@demo.example"])
    expect(html).not.toContain(inside);
  expect(await visitor.context().cookies()).toEqual([]);
  await visitor.getByRole("button", { name: /^Period/ }).click();
  await visitor.getByText("Last full month", { exact: true }).click();
  await expect(revenue(visitor)).not.toHaveText(amount ?? "");

  await page.keyboard.press("Escape");
  const again = await openLinks(page);
  await expect(again.getByText(/Opened once/)).toBeVisible();
  await again.getByRole("button", { name: `Withdraw ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(again.getByText("Withdrawn", { exact: true }).first()).toBeVisible();

  expect((await visitor.goto(address))?.status()).toBe(404);
  await expect(visitor.getByRole("heading", { name: "This link opens nothing" })).toBeVisible();
  await visitor.goto("/share/never-was");
  await expect(visitor.getByRole("heading", { name: "This link opens nothing" })).toBeVisible();
});

test("a reader without an account filters by a click, and has nothing of what is behind a figure", async ({
  page,
  stranger,
  signIn,
}) => {
  await signIn("editor");
  await open(page, "Clinic operations");
  const address = await makePage(await openLinks(page), unique("Clinics"));

  const visitor = await stranger();
  await visitor.goto(address);
  const clinics = figure(visitor, "Clinics").first();
  const names = clinics.getByRole("cell").getByRole("button");
  await expect(names.first()).toBeVisible();
  const [first = "", second = ""] = await names.allTextContents();
  await clinics.getByRole("button", { name: first, exact: true }).click();
  await expect(visitor.getByRole("button", { name: `Remove Clinic ${first}` })).toBeVisible();
  const practitioners = figure(visitor, "Practitioners").first();
  await practitioners.scrollIntoViewIfNeeded();
  await expect(practitioners.getByText(first, { exact: true }).first()).toBeVisible();
  await expect(practitioners.getByText(second, { exact: true })).toHaveCount(0);
  // Back undoes it, and a link to it shows the same.
  const chosen = visitor.url();
  await visitor.goBack();
  await expect(practitioners.getByText(second, { exact: true }).first()).toBeVisible();
  await visitor.goto(chosen);
  await expect(visitor.getByRole("button", { name: `Remove Clinic ${first}` })).toBeVisible();
  await expect(clinics.getByRole("button", { name: first, exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(visitor.getByRole("button", { name: "Rows", exact: true })).toHaveCount(0);
});

test("a password is asked for before anything is shown", async ({ page, stranger, signIn }) => {
  await signIn("editor");
  await openSummary(page);
  const address = await makePage(await openLinks(page), unique("Bank"), "a long secret");

  const visitor = await stranger();
  await visitor.goto(address);
  await expect(visitor.getByText("Executive summary")).toHaveCount(0);
  await visitor.getByLabel("Password").fill("a wrong secret");
  await visitor.getByRole("button", { name: "Open", exact: true }).click();
  await expect(visitor.getByText(/not the password/)).toBeVisible();
  await visitor.getByLabel("Password").fill("a long secret");
  await visitor.getByRole("button", { name: "Open", exact: true }).click();
  await expect(revenue(visitor)).toBeVisible();
  expect(visitor.url()).not.toContain("secret");
});

/** A site of somebody else, whose page is what `html` says at that moment. */
async function openSite(html: () => string): Promise<{ origin: string; server: Server }> {
  const server = createServer((_request, response) =>
    response.setHeader("content-type", "text/html; charset=utf-8").end(html()),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

test("a frame is shown by the site that the link names, and by no other", async ({
  page,
  stranger,
  baseURL,
  signIn,
}) => {
  let snippet = "";
  const html = () => `<!doctype html><title>Portal</title><h1>Portal</h1>${snippet}`;
  const allowed = await openSite(html);
  const other = await openSite(html);
  await signIn("editor");
  await openSummary(page);
  const sheet = await openLinks(page);
  await sheet.getByRole("radio", { name: "A frame in another site" }).click();
  await sheet.getByLabel("Name").fill(unique("Portal"));
  await sheet.getByLabel("Sites that may show it").fill(allowed.origin);
  await sheet.getByRole("button", { name: "Make the frame" }).click();
  const told = await sheet.getByRole("group", { name: "Frame for your page" }).locator("pre").textContent();
  snippet = (told ?? "").replace(/http:\/\/[^/]+/, baseURL ?? "");

  const visitor = await stranger();
  await visitor.goto(allowed.origin);
  const framed = visitor.frameLocator("iframe");
  await expect(framed.getByRole("heading", { name: "Executive summary" })).toBeVisible();
  await visitor.goto(other.origin);
  await expect(visitor.getByRole("heading", { name: "Portal" })).toBeVisible();
  await expect(framed.getByRole("heading", { name: "Executive summary" })).toHaveCount(0);
  allowed.server.close();
  other.server.close();
});

async function exported(page: Page, format: string): Promise<Buffer> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: /^Export/ });
  await dialog.getByRole("radio", { name: format }).check();
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Make the file" }).click();
  const file = await readFile(await (await download).path());
  await page.keyboard.press("Escape");
  return file;
}

test("a viewer's PDF and workbook say what the screen says", async ({ page, signIn }) => {
  test.setTimeout(120_000);
  await signIn("viewer");
  await openSummary(page);
  const amount = (await revenue(page).textContent()) ?? "";
  const text = (await readPdf(await exported(page, "PDF"))).pages.join(" ");
  expect(text).toContain("Executive summary");
  expect(text).toContain(amount);
  expect(text).toMatch(/data as of/);
  const workbook = await exported(page, "Excel");
  const cell = (await readSheet(workbook, "Revenue"))[1]?.[1];
  expect(Math.round(Number(cell))).toBe(Number(amount.replace(/[€,]/g, "")));
  await page.goto(`/${WORKSPACE}/queries/exports`);
  await expect(page.getByRole("link", { name: "Executive summary" }).first()).toBeVisible();
});
