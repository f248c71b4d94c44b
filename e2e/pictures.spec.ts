/** A picture on a dashboard: uploaded by an editor, seen by members, in the PDF, and behind a public link. */
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { readPdf } from "@/lib/render/testing/pdf-text";
import { drawPicture } from "@/tests/support/pictures";
import { makeDashboard } from "./fixtures/dashboards";
import { expect, signIn as signInAs, test, WORKSPACE } from "./fixtures/test";

const ALT = "The front door of the clinic by the harbour";

const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });
const image = (page: Page): Locator => page.getByRole("img", { name: ALT });
const studio = (page: Page): Locator => page.getByRole("dialog", { name: "Add a widget" });

/** Drawn, not only there. */
const expectDrawn = (shown: Locator) =>
  expect.poll(() => shown.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(320);

const pictureOf = async (color: string) => ({
  name: "Front door.png",
  mimeType: "image/png",
  buffer: await drawPicture({ width: 320, height: 200, color }),
});

/** A colour that no run had before: the same picture twice is one. */
const newColor = () => `#${(Date.now() % 0x1000000).toString(16).padStart(6, "0")}`;

async function newDashboard(page: Page): Promise<string> {
  const name = `Pictured ${Date.now()}`;
  await makeDashboard(page, name);
  return name;
}

async function openForm(page: Page): Promise<Locator> {
  await button(page, "Add widget").click();
  await studio(page)
    .getByRole("button", { name: /^Picture/ })
    .click();
  return studio(page);
}

async function addPicture(page: Page, title = ""): Promise<void> {
  const dialog = await openForm(page);
  await dialog.getByLabel("Title").fill(title);
  await dialog.getByLabel("File to upload").setInputFiles(await pictureOf(newColor()));
  await expect(dialog.getByRole("radio", { name: "Front door.png", checked: true })).toBeVisible();
  await dialog.getByLabel("What the picture shows").fill(ALT);
  await expectDrawn(dialog.getByRole("img", { name: ALT }));
  await button(page, "Add to the dashboard").click();
  await expectDrawn(image(page));
}

async function savedDashboard(page: Page): Promise<string> {
  const name = await newDashboard(page);
  await addPicture(page);
  await button(page, "Save").click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  return name;
}

async function open(page: Page, name: string): Promise<void> {
  await page.goto(`/${WORKSPACE}/dashboards`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("what is no picture is refused in words, and one is undone and redone like any widget", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn("editor");
  await newDashboard(page);
  const dialog = await openForm(page);
  await dialog
    .getByLabel("File to upload")
    .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("<svg onload=alert(1)>") });
  await expect(dialog.getByRole("alert")).toContainText(
    "logo.png” is an SVG drawing, which can hold scripts.",
  );
  await dialog.getByLabel("File to upload").setInputFiles(await pictureOf(newColor()));
  await expect(dialog.getByRole("alert")).toHaveCount(0);
  await expect(button(page, "Add to the dashboard")).toBeDisabled();
  await dialog.getByLabel("What the picture shows").fill(ALT);
  await expectAccessible();
  await button(page, "Add to the dashboard").click();
  await expectDrawn(image(page));
  await button(page, "Undo").click();
  await expect(image(page)).toHaveCount(0);
  await button(page, "Redo").click();
  await expectDrawn(image(page));
});

/** Writes the description after the page was told of the upload's answer, and before it is drawn anew. */
const describeAsUploadEnds = (page: Page) =>
  page.addInitScript((alt) => {
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, ...body) {
      this.addEventListener("loadend", () => {
        const field = document.querySelector<HTMLTextAreaElement>("textarea[required]");
        const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
        setValue?.call(field, alt);
        field?.dispatchEvent(new Event("input", { bubbles: true }));
      });
      send.apply(this, body);
    };
  }, ALT);

test("what is written in the very moment an upload ends undoes nothing of it", async ({ page, signIn }) => {
  await describeAsUploadEnds(page);
  await signIn("editor");
  await newDashboard(page);
  const dialog = await openForm(page);
  await dialog.getByLabel("File to upload").setInputFiles(await pictureOf(newColor()));
  await expect(dialog.getByLabel("What the picture shows")).toHaveValue(ALT);
  await button(page, "Add to the dashboard").click();
  await expectDrawn(image(page));
});

test("one is copied to another dashboard, whose draft keeps it", async ({ page, signIn }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn("editor");
  await newDashboard(page);
  await addPicture(page, "Entrance");
  await button(page, "Move Entrance").click({ modifiers: ["Shift"] });
  await page.keyboard.press("Control+c");
  await expect(page.getByText("Copied “Entrance”")).toBeVisible();
  await button(page, "Save").click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  const address = await makeDashboard(page, `Pictured ${Date.now()}`);
  await page.keyboard.press("Control+v");
  await expectDrawn(image(page));
  await expect(page.getByText(/draft kept at/)).toBeVisible();
  // Where it is read, which says so for as long as it is read: the editor would soon take its place.
  await page.goto(address);
  await expect(page.getByText("Your draft, not saved")).toBeVisible();
  await button(page, "Edit").click();
  await expectDrawn(image(page));
  await button(page, "Save").click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test("a viewer sees it with its description, and has it in the PDF", async ({ page, browser, signIn }) => {
  test.setTimeout(120_000);
  await signIn("editor");
  const name = await savedDashboard(page);

  const viewer = await (await browser.newContext({ acceptDownloads: true })).newPage();
  await signInAs(viewer, "viewer@demo.example");
  await open(viewer, name);
  await expectDrawn(image(viewer));
  const src = (await image(viewer).getAttribute("src")) ?? "";
  const answer = await viewer.request.get(src);
  expect(answer.headers()).toMatchObject({
    "cache-control": "private, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
  });
  const etag = answer.headers().etag ?? "";
  expect((await viewer.request.get(src, { headers: { "if-none-match": etag } })).status()).toBe(304);

  await button(viewer, "Export").click();
  const dialog = viewer.getByRole("dialog", { name: /^Export/ });
  await dialog.getByRole("radio", { name: "PDF" }).check();
  const download = viewer.waitForEvent("download");
  await dialog.getByRole("button", { name: "Make the file" }).click();
  const { pictures } = await readPdf(await readFile(await (await download).path()));
  expect(pictures).toEqual([1]);

  const stranger = await (await browser.newContext()).newPage();
  expect((await stranger.request.get(new URL(src, viewer.url()).href)).status()).toBe(401);
});

/** What is shown at the address of a link, and by which address its picture. */
async function expectShownOutside(stranger: Page, address: string, inside: string): Promise<void> {
  await stranger.goto(address);
  await expectDrawn(image(stranger));
  const outside = (await image(stranger).getAttribute("src")) ?? "";
  expect(outside).toContain(`${address}/pictures/`);
  const [id = ""] = /[0-9a-f-]{36}/.exec(inside) ?? [];
  expect(await stranger.content()).not.toContain(id);
  const headers = (await stranger.request.get(outside)).headers();
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
  expect((await stranger.request.get(`${address}/pictures/${id}`)).status()).toBe(404);
}

test("a public link and a frame show it, and nothing of the workspace's own addresses", async ({
  page,
  browser,
  baseURL,
  signIn,
}) => {
  await signIn("editor");
  const name = await savedDashboard(page);
  await open(page, name);
  const inside = (await image(page).getAttribute("src")) ?? "";
  await button(page, "More about this dashboard").click();
  await page.getByRole("menuitem", { name: "Public links" }).click();
  const sheet = page.getByRole("dialog", { name: "Public links" });
  await sheet.getByLabel("Name").fill("Board");
  await sheet.getByRole("button", { name: "Make the link" }).click();
  const told = await sheet.getByRole("group", { name: "Address" }).locator("pre").textContent();
  await sheet.getByRole("button", { name: "Done" }).click();
  await sheet.getByRole("radio", { name: "A frame in another site" }).click();
  await sheet.getByLabel("Name").fill("Portal");
  await sheet.getByLabel("Sites that may show it").fill("https://portal.example.com");
  await sheet.getByRole("button", { name: "Make the frame" }).click();
  const frame = await sheet.getByRole("group", { name: "Frame for your page" }).locator("pre").textContent();

  const stranger = await (await browser.newContext({ baseURL })).newPage();
  const [, framed = ""] = /src="([^"]+)"/.exec(frame ?? "") ?? [];
  for (const address of [told?.trim() ?? "", framed])
    await expectShownOutside(stranger, new URL(address).pathname, inside);
});

test("one that is used stays, and one that is gone leaves its description", async ({ page, signIn }) => {
  await signIn("editor");
  const name = await newDashboard(page);
  await addPicture(page);
  await button(page, "Save").click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await open(page, name);
  await button(page, "Edit").click();
  const dialog = await openForm(page);
  await dialog.getByRole("radio", { name: "Front door.png" }).first().click();
  await dialog.getByRole("button", { name: "Delete Front door.png" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: "Delete" }).click();
  await expect(question.getByRole("alert")).toContainText(`“Front door.png” is used on “${name}”`);
  await question.getByRole("button", { name: "Cancel" }).click();
  await page.keyboard.press("Escape");

  await page.route(/\/api\/v1\/pictures\//, (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await expect(page.getByText(ALT)).toBeVisible();
  await expect(image(page)).toHaveCount(0);
});

async function newReportWithPicture(page: Page): Promise<void> {
  // Where there is room, settings stand beside the page.
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.goto(`/${WORKSPACE}/reports/new`);
  await page.getByLabel("Name", { exact: true }).fill(`Pictured report ${Date.now()}`);
  await button(page, "Create report").click();
  await page.getByRole("region", { name: "Add a block" }).getByRole("button", { name: "Picture" }).click();
}

test("nor does it in a report", async ({ page, signIn }) => {
  await describeAsUploadEnds(page);
  await signIn("editor");
  await newReportWithPicture(page);
  await page.getByLabel("File to upload").setInputFiles(await pictureOf(newColor()));
  await expect(page.getByLabel("What the picture shows")).toHaveValue(ALT);
  await expectDrawn(image(page));
});

test("a picture in a report is on the page, in the PDF, and held as long as it stands there", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn("editor");
  await newReportWithPicture(page);
  await page.getByLabel("File to upload").setInputFiles(await pictureOf(newColor()));
  await expect(page.getByRole("radio", { name: "Front door.png", checked: true })).toBeVisible();
  await page.getByLabel("What the picture shows").fill(ALT);
  await page.getByLabel("At most as wide as").selectOption("Half of the page");
  await expectDrawn(image(page));
  await expectAccessible();
  await button(page, "Save draft").click();
  await expect(button(page, "Save draft")).toBeDisabled();
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const file = await page.request.get(`/api/v1/reports/${id}/file?workspace=${WORKSPACE}&format=PDF`);
  expect((await readPdf(await file.body())).pictures.at(0)).toBe(1);
  await page.getByRole("button", { name: "Delete Front door.png" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("alertdialog").getByRole("alert")).toContainText("(report)");
});
