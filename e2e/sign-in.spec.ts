import { expect, PASSWORD, signIn, test, WORKSPACE } from "./fixtures/test";

test("a wrong password and an unknown person get the same answer, and nothing reaches the address", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/sign-in");
  await expectAccessible();
  const answers: string[] = [];
  for (const email of ["editor@demo.example", "nobody@demo.example"]) {
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    const alert = page.locator("#sign-in-error");
    await expect(alert).not.toBeEmpty();
    answers.push((await alert.textContent()) ?? "");
    await page.reload();
  }
  expect(answers[0]).toBe(answers[1]);
  expect(page.url()).not.toContain("password");
});

test("signing in leads where one wanted to go, signing out closes it again", async ({ page }) => {
  await page.goto(`/${WORKSPACE}/reports`);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByLabel("E-mail").fill("viewer@demo.example");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Reports", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: /Tomas Novak/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto(`/${WORKSPACE}/reports`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a workspace shows its own things only, and strangers do not find it", async ({ page }) => {
  await signIn(page, "owner@demo.example");
  await page.getByRole("button", { name: /Harbor Health Group/ }).click();
  await page.getByRole("menuitem", { name: /Lighthouse Foundation/ }).click();
  await expect(page).toHaveURL(/\/lighthouse-foundation/);
  await page.goto("/lighthouse-foundation/reports");
  await expect(page.getByRole("heading", { name: "No reports yet" })).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, "viewer@demo.example");
  await page.goto("/lighthouse-foundation/reports");
  await expect(page.getByRole("heading", { name: "This page does not exist", level: 1 })).toBeVisible();
  const answer = await page.request.get("/api/v1/reports?workspace=lighthouse-foundation");
  expect(answer.status()).toBe(404);
});

test("scripts come compressed once and for all, with the headers of every answer", async ({ page }) => {
  const scripts: Record<string, string>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.headers());
  });
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeEnabled();
  expect(scripts.length).toBeGreaterThan(0);
  for (const headers of scripts)
    expect(headers).toMatchObject({
      "content-encoding": "br",
      "content-type": "text/javascript; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=31536000, immutable",
    });
});
