/** Whose a dashboard is: the bin, what belongs to a person, what people see first, sharing, versions and two at once. */
import type { Locator, Page } from "@playwright/test";
import { makeDashboard } from "./fixtures/dashboards";
import { expect, test, unique, WORKSPACE } from "./fixtures/test";

const button = (page: Page | Locator, name: string): Locator =>
  page.getByRole("button", { name, exact: true });
const toolbar = (page: Page): Locator => page.getByRole("toolbar", { name: "Editing" });
const LIST = `/${WORKSPACE}/dashboards`;

async function edit(page: Page, address: string): Promise<void> {
  await page.goto(`${address}?edit=true`);
  await expect(toolbar(page)).toBeVisible();
}

async function addSection(page: Page, name: string): Promise<void> {
  await button(page, "Add section").click();
  await page.getByRole("textbox", { name: "Heading of Section 2" }).fill(name);
}

async function save(page: Page): Promise<void> {
  await button(toolbar(page), "Save").click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(toolbar(page)).toHaveCount(0);
}

/** Opens the panel behind an entry of the dashboard's menu. */
async function openPanel(page: Page, entry: string, panel: string = entry): Promise<Locator> {
  await button(page, "More about this dashboard").click();
  await page.getByRole("menuitem", { name: entry }).click();
  return page.getByRole("dialog", { name: panel });
}

async function remove(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await button(page, "More about this dashboard").click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByText(/^Deleted “/)).toBeVisible();
}

test("a deleted dashboard waits in the bin, which says who deleted it, and is put back", async ({
  page,
  another,
  signIn,
  expectAccessible,
}) => {
  await signIn("editor");
  const name = unique("Thrown away");
  const address = await makeDashboard(page, name);
  const admin = await another("admin");
  await remove(admin, address);

  await page.goto(LIST);
  await page.getByRole("link", { name: "Bin" }).click();
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row.getByText("by Jonas Brandt")).toBeVisible();
  await expectAccessible();
  await button(page, `Put back ${name}`).click();
  await expect(page.getByText(`“${name}” is back`)).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.goto(address);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
});

test("what belongs to a person is given to another, also when somebody is deactivated", async ({
  page,
  another,
  signIn,
  expectAccessible,
}) => {
  await signIn("editor");
  const [kept, given] = [unique("Kept"), unique("Given")];
  await makeDashboard(page, kept);
  const address = await makeDashboard(page, given);

  const admin = await another("admin");
  await admin.goto(`/${WORKSPACE}/members`);
  await button(admin, "Deactivate Leila Haddad").click();
  await admin.getByRole("alertdialog").getByRole("link", { name: "given to somebody else" }).click();
  await expect(admin.getByRole("heading", { name: "Leila Haddad", level: 1 })).toBeVisible();
  await admin.getByRole("button", { name: /^Give everything/ }).click();
  await expect(admin.getByText("Choose who is to have them.")).toBeVisible();

  await admin.getByRole("checkbox", { name: given }).check();
  await admin.getByLabel("Give to").selectOption({ label: "Jonas Brandt" });
  await button(admin, "Give the 1 selected").click();
  await expect(admin.getByText("1 thing given to Jonas Brandt")).toBeVisible();
  await expect(admin.getByRole("checkbox", { name: given })).toHaveCount(0);
  await expect(admin.getByRole("checkbox", { name: kept })).toBeVisible();

  await page.goto(address);
  await button(page, "More about this dashboard").click();
  await expect(page.getByRole("menuitem", { name: "Who can see this" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Give to somebody else" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.goto(`/${WORKSPACE}/members`);
  await expect(page.getByText("You do not have access")).toBeVisible();
  await expectAccessible();
});

test("an admin decides what a job role sees first, and it opens for such a person", async ({
  page,
  another,
  signIn,
  expectAccessible,
}) => {
  await signIn("admin");
  const name = unique("Clinics first");
  await makeDashboard(page, name);
  await page.goto(LIST);
  await page.getByRole("link", { name: "First dashboards" }).click();
  const roles = page.getByRole("region", { name: "By job role" });
  const choice = roles.getByLabel("Clinic manager sees first");
  await choice.selectOption({ label: name });
  await expect(page.getByText(`Clinic manager begins with “${name}”`)).toBeVisible();
  const row = roles.getByRole("listitem").filter({ hasText: "Clinic manager" });
  await expect(row.getByText("Opens for the one person.")).toBeVisible();
  await expectAccessible();

  const viewer = await another("viewer");
  await viewer.goto("/");
  await expect(viewer.getByRole("heading", { name, level: 1 })).toBeVisible();
  await viewer.goto(`/${WORKSPACE}`);
  await expect(viewer.getByText("Where everybody who is Clinic manager begins")).toBeVisible();

  await choice.selectOption({ label: "Nothing decided" });
  await expect(row.getByText(/^Their department decides/)).toBeVisible();
  await viewer.goto("/");
  await expect(viewer).toHaveURL(new RegExp(`/${WORKSPACE}$`));
  await viewer.goto(`/${WORKSPACE}/dashboards/first`);
  await expect(viewer.getByText("You do not have access")).toBeVisible();
});

test("saved at once by key, or with a note; versions tell the note, are compared and come back", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn("editor");
  await makeDashboard(page, unique("Noted"));
  await addSection(page, "People");
  await button(page, "Undo").focus();
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await button(page, "Edit").click();
  await button(page, "More about the section People").click();
  await page.getByRole("menuitem", { name: "Remove with its widgets" }).click();
  await button(page, "Keyboard").focus();
  await page.keyboard.press("Control+Shift+S");
  const note = page.getByRole("dialog", { name: "Save with a note" });
  await expect(note.getByLabel("What changed?")).toBeFocused();
  await expectAccessible();
  await page.keyboard.type("The people moved to a page of their own");
  await page.keyboard.press("Enter");
  await expect(toolbar(page)).toHaveCount(0);

  const versions = await openPanel(page, "Versions");
  const items = versions.getByRole("list", { name: "Versions" }).locator("> li");
  await expect(items).toHaveCount(3);
  await expect(items.first().getByText("The people moved to a page of their own").first()).toBeVisible();
  await expect(items.first().getByText(/^Leila Haddad · /)).toBeVisible();
  await versions.getByLabel("Compare version 3 with").selectOption("2");
  await expect(
    versions.getByRole("list", { name: "From version 2 to 3" }).getByText("Removed the section “People”"),
  ).toBeVisible();
  await expectAccessible();
  await button(versions, "Restore version 2").click();
  await expect(page.getByText("Back to version 2").first()).toBeVisible();
  await expect(items).toHaveCount(4);
  await page.keyboard.press("Escape");
  await button(page, "Edit").click();
  await expect(page.getByRole("textbox", { name: "Heading of People" })).toBeVisible();
});

test("what is shared for viewing is seen by that person, who changes it by no route", async ({
  page,
  another,
  signIn,
  expectAccessible,
}) => {
  await signIn("editor");
  const name = unique("For one person");
  const address = await makeDashboard(page, name);
  await page.goto(address);
  const panel = await openPanel(page, "Who can see this");
  await panel.getByLabel("Who sees it", { exact: true }).selectOption({ label: "Only its owner" });
  await button(panel, "Change who sees it").click();
  await expect(panel.getByText("1 person sees it")).toBeVisible();
  const viewer = await another("viewer");
  await viewer.goto(address);
  await expect(viewer.getByRole("heading", { name: "Not found" })).toBeVisible();

  await panel.getByLabel("Share with").selectOption({ label: "Tomas Novak (viewer)" });
  await panel.getByLabel("What they can do", { exact: true }).selectOption({ label: "Can view" });
  await button(panel, "Share").click();
  await expect(panel.getByText("2 people see it")).toBeVisible();
  await expect(panel.getByText("None is open: nobody outside the workspace sees it.")).toBeVisible();
  await expectAccessible();

  await viewer.goto(`${address}?edit=true`);
  await expect(viewer.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(toolbar(viewer)).toHaveCount(0);
  await expect(button(viewer, "Edit")).toHaveCount(0);
  await button(viewer, "More about this dashboard").click();
  await expect(viewer.getByRole("menuitem", { name: "Show me this first" })).toBeVisible();
  for (const entry of ["Who can see this", "Versions", "Public links", "Delete", "Give to somebody else"])
    await expect(viewer.getByRole("menuitem", { name: entry })).toHaveCount(0);
  const api = `/api/v1/dashboards/${address.split("/").at(-1)}`;
  for (const route of ["versions", "audience", "links"])
    expect((await viewer.request.get(`${api}/${route}?workspace=${WORKSPACE}`)).status(), route).toBe(403);

  await button(panel, "Take back from Tomas Novak").click();
  await expect(panel.getByText("1 person sees it")).toBeVisible();

  await button(panel, "Public links").click();
  const links = page.getByRole("dialog", { name: "Public links" });
  await links.getByLabel("Name").fill("Board");
  await button(links, "Make the link").click();
  await button(links, "Done").click();
  await expect(links.getByText("Board", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  const again = await openPanel(page, "Who can see this");
  await expect(again.getByText("1 public link opens it for whoever has the address.")).toBeVisible();
  await page.goto(LIST);
  await expect(page.getByRole("listitem").filter({ hasText: name }).getByText("1 public link")).toBeVisible();
});

test("two people change the same dashboard: the second is told, compares, and keeps one without losing the other", async ({
  page,
  another,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await signIn("editor");
  const name = unique("Two at once");
  const address = await makeDashboard(page, name);
  const admin = await another("admin");

  await test.step("theirs is taken, mine stays as a copy", async () => {
    await edit(admin, address);
    await addSection(page, "Of the editor");
    await addSection(admin, "Of the admin");
    await save(admin);
    await button(toolbar(page), "Save").click();
    const problem = page.getByRole("alert");
    await expect(problem.getByText(/Jonas Brandt saved a newer version/)).toBeVisible();
    await button(page, "Compare").click();
    const dialog = page.getByRole("dialog", { name: "Theirs and yours" });
    await expect(
      dialog
        .getByRole("list", { name: "What Jonas Brandt changed" })
        .getByText("Added the section “Of the admin”"),
    ).toBeVisible();
    await expect(
      dialog.getByRole("list", { name: "What you changed" }).getByText("Added the section “Of the editor”"),
    ).toBeVisible();
    await expectAccessible();
    await button(dialog, "Take theirs").click();
    await expect(page.getByText(/Yours is kept as “.*\(mine, /)).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Heading of Of the admin" })).toBeVisible();
    await button(page, "Open mine").click();
    await expect(page.getByRole("heading", { name: /Two at once .*\(mine, /, level: 1 })).toBeVisible();
    await button(page, "Edit").click();
    await expect(page.getByRole("textbox", { name: "Heading of Of the editor" })).toBeVisible();
  });

  await test.step("mine is kept over theirs, which stays among the versions", async () => {
    await edit(page, address);
    await edit(admin, address);
    await page.getByRole("textbox", { name: "Heading of Of the admin" }).fill("As the editor says");
    await admin.getByRole("textbox", { name: "Heading of Of the admin" }).fill("As the admin says");
    await save(admin);
    await button(toolbar(page), "Save").click();
    await button(page, "Compare").click();
    await button(page.getByRole("dialog", { name: "Theirs and yours" }), "Keep mine").click();
    await expect(toolbar(page)).toHaveCount(0);
    const versions = await openPanel(page, "Versions");
    const items = versions.getByRole("list", { name: "Versions" }).locator("> li");
    await expect(items).toHaveCount(4);
    await expect(items.first().getByText("Kept over version 3").first()).toBeVisible();
    await expect(items.nth(1).getByText(/^Jonas Brandt · /)).toBeVisible();
    await page.keyboard.press("Escape");
    await button(page, "Edit").click();
    await expect(page.getByRole("textbox", { name: "Heading of As the editor says" })).toBeVisible();
  });
});

test("what is changed without a network is kept in the browser, said so, and sent when it is back", async ({
  page,
  signIn,
}) => {
  page.on("dialog", (dialog) => void dialog.accept());
  await signIn("editor");
  const address = await makeDashboard(page, unique("Offline"));
  await page.context().setOffline(true);
  await addSection(page, "Typed in a tunnel");
  await expect(page.getByText("Not saved · no connection, kept in this browser")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(/draft kept at/)).toBeVisible();
  await edit(page, address);
  await expect(page.getByRole("textbox", { name: "Heading of Typed in a tunnel" })).toBeVisible();
  await save(page);
});

test("filters that were saved as one's default are forgotten by the menu", async ({ page, signIn }) => {
  await signIn("viewer");
  await page.goto(LIST);
  await page.getByRole("link", { name: "Executive summary", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Executive summary" })).toBeVisible();
  const address = new URL(page.url()).pathname;
  await page.getByRole("button", { name: /^Period/ }).click();
  await page.getByText("Last full month", { exact: true }).click();
  await expect(page).toHaveURL(/range=/);
  const menu = button(page, "More about this dashboard");
  await menu.click();
  await page.getByRole("menuitem", { name: "Save these filters as my default" }).click();
  await expect(page.getByText("Saved as your default")).toBeVisible();
  await page.goto(address);
  await expect(page).toHaveURL(/range=/);
  await menu.click();
  await page.getByRole("menuitem", { name: "Forget my default filters" }).click();
  await expect(page.getByText("Your default filters are gone")).toBeVisible();
  await expect(page).not.toHaveURL(/range=/);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: "Executive summary" })).toBeVisible();
  await expect(page).not.toHaveURL(/range=/);
  await menu.click();
  await expect(page.getByRole("menuitem", { name: "Forget my default filters" })).toHaveCount(0);
});
