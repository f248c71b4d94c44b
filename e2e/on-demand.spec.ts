import type { Page } from "@playwright/test";
import { expect, test, WORKSPACE } from "./fixtures/test";

async function open(page: Page): Promise<void> {
  await page.goto(`/${WORKSPACE}/dashboards`);
  await page.getByRole("link", { name: "Executive summary", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Executive summary" })).toBeVisible();
}

const more = (page: Page) => page.getByRole("button", { name: "More about this dashboard" });

/** From now on scripts that are asked for do not arrive, until the answer is called. */
async function withoutScripts(page: Page): Promise<() => Promise<void>> {
  const scripts = "**/_next/static/**/*.js";
  await page.route(scripts, (route) => route.abort("internetdisconnected"));
  return () => page.unroute(scripts);
}

test("a menu that was never reached for opens by keyboard on its first entry, and gives the focus back", async ({
  page,
  signIn,
}) => {
  await signIn("editor");
  await open(page);
  await page.getByRole("button", { name: "Refresh" }).focus();
  await page.keyboard.press("Tab");
  await expect(more(page)).toBeFocused();
  // Loaded because it has the focus.
  await expect(more(page)).toHaveAttribute("data-state", "closed");
  await expect(more(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(more(page)).toBeFocused();
});

test("a menu that cannot be loaded says so, and opens once it can", async ({ page, signIn }) => {
  await signIn("editor");
  await open(page);
  // What draws messages is there by then, as after the first thing that anybody does.
  await page.getByRole("button", { name: "Favourite: Executive summary" }).click();
  await page.getByRole("button", { name: "Favourite: Executive summary" }).click();
  const connect = await withoutScripts(page);
  await more(page).click();
  await expect(page.getByText("This could not be loaded")).toBeVisible();
  await connect();
  await more(page).click();
  await expect(page.getByRole("menuitem", { name: "Duplicate" })).toBeVisible();
});

test.describe("on a tablet", () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test("the icons of the rail tell their words to pointers and to keys", async ({ page, signIn }) => {
    await signIn("editor");
    await open(page);
    const reports = page.getByRole("link", { name: "Reports", exact: true });
    await reports.hover();
    await expect(page.getByRole("tooltip", { name: "Reports" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("tooltip")).toHaveCount(0);
    await page.getByRole("link", { name: "Dashboards", exact: true }).first().focus();
    await page.keyboard.press("Tab");
    await expect(reports).toBeFocused();
    await expect(page.getByRole("tooltip", { name: "Reports" })).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("tooltip", { name: "Schedules" })).toBeVisible();
  });
});
