/** What must not be possible, tried the way a browser and a curious person would. */
import type { APIRequestContext, Browser, Page, Request } from "@playwright/test";
import { drawPicture } from "@/tests/support/pictures";
import { expect, PASSWORD, signIn, test, WORKSPACE } from "./fixtures/test";

const OTHER = "lighthouse-foundation";
const NOWHERE = "00000000-0000-7000-8000-000000000000";

const api = (path: string, workspace = WORKSPACE) =>
  `/api/v1/${path}${path.includes("?") ? "&" : "?"}workspace=${workspace}`;

async function signedIn(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, `${role}@demo.example`);
  return page;
}

const HOSTILE = '<img src="https://evil.example/x.png" onerror="alert(1)"><script>alert(2)</script>';

/** A schedule with a run of its own, made as a person would; everything that can be written in it is hostile. */
async function makeRun(page: Page): Promise<void> {
  const reports: { id: string; latestVersion: number | null }[] = await (
    await page.request.get(api("reports"))
  ).json();
  const published = reports.find(({ latestVersion }) => latestVersion !== null);
  await page.goto(`/${WORKSPACE}/schedules/new?report=${published?.id}`);
  const name = `Hostile ${Date.now()} ${HOSTILE}`.slice(0, 120);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Recipients").fill("reader@harbor.example");
  await page.getByLabel("Recipients").press("Enter");
  await page.getByLabel("Subject").fill(name);
  await page
    .getByLabel("Message")
    .fill(`${HOSTILE}\n\n[click](javascript:alert(3)) [data](data:text/html,<script>alert(4)</script>)`);
  await page.getByRole("button", { name: "Create schedule" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Send me a test" }).click();
  await expect(page.getByRole("table", { name: "Runs" }).getByText("Completed")).toBeVisible({
    timeout: 60_000,
  });
}

type Thing = { id: string };

async function firstOf<T extends Thing>(request: APIRequestContext, path: string, key?: string): Promise<T> {
  const body = await (await request.get(api(path))).json();
  const [first] = key ? body[key] : body;
  expect(first, path).toBeDefined();
  return first;
}

/** The same at each run: a picture is kept once. */
async function pictureOf(page: Page): Promise<string> {
  const headers = { "content-type": "application/octet-stream", origin: new URL(page.url()).origin };
  const answer = await page.request.post(api("pictures?fileName=Door.png"), {
    data: await drawPicture(),
    headers,
  });
  return (await answer.json()).id;
}

/** Ids of what there is in the workspace, as its admin sees it. */
async function idsOf(page: Page) {
  const { request } = page;
  const run = await firstOf(request, "executions?states=COMPLETED", "executions");
  const mail = await firstOf(request, "mail", "mails");
  const idOf = async (path: string) => (await firstOf(request, path)).id;
  return {
    dashboard: await idOf("dashboards"),
    report: await idOf("reports"),
    query: await idOf("queries"),
    list: await idOf("lists"),
    schedule: await idOf("schedules"),
    dataSource: await idOf("data-sources"),
    picture: await pictureOf(page),
    execution: run.id,
    file: (await (await request.get(api(`executions/${run.id}`))).json()).files[0].id,
    mail: mail.id,
    attachment: (await (await request.get(api(`mail/${mail.id}`))).json()).attachments[0].id,
  };
}

type ThingIds = Awaited<ReturnType<typeof idsOf>>;

const ofNothing = (ids: ThingIds) =>
  Object.fromEntries(Object.keys(ids).map((thing) => [thing, NOWHERE])) as ThingIds;

/** Everything under /api/v1 that takes the id of something. */
const byId = (ids: ThingIds) => [
  `dashboards/${ids.dashboard}`,
  `dashboards/${ids.dashboard}/versions`,
  `dashboards/${ids.dashboard}/audience`,
  `dashboards/${ids.dashboard}/draft`,
  `dashboards/${ids.dashboard}/links`,
  `reports/${ids.report}`,
  `reports/${ids.report}/file?format=CSV`,
  `queries/${ids.query}`,
  `queries/${ids.query}/versions`,
  `lists/${ids.list}`,
  `schedules/${ids.schedule}`,
  `data-sources/${ids.dataSource}`,
  `data-sources/${ids.dataSource}/schema`,
  `pictures/${ids.picture}`,
  `executions/${ids.execution}`,
  `executions/${ids.execution}/files/${ids.file}`,
  `mail/${ids.mail}`,
  `mail/${ids.mail}/attachments/${ids.attachment}`,
];
const LISTS = ["dashboards", "reports", "queries", "lists", "schedules", "executions"];
const FOR_EDITORS = ["data-sources", "deliveries", "pictures"];
const FOR_ADMINS = ["mail"];

let ids: ThingIds;

test.beforeAll(async ({ browser }) => {
  const admin = await signedIn(browser, "admin");
  await makeRun(admin);
  ids = await idsOf(admin);
  // What is to be refused below is there.
  for (const path of byId(ids)) expect((await admin.request.get(api(path))).status(), path).toBe(200);
  await admin.context().close();
});

test("a viewer finds no page, route or action to change anything with", async ({ page }) => {
  await signIn(page, "viewer@demo.example");

  await test.step("pages that change or are for others say so", async () => {
    for (const path of [
      "reports/new",
      "queries/new",
      "schedules/new",
      `schedules/${ids.schedule}/edit`,
      "lists/new",
      `lists/${ids.list}/edit`,
      "data-sources",
      "data-sources/new",
      `data-sources/${ids.dataSource}`,
      `data-sources/${ids.dataSource}/edit`,
      "members",
      "dashboards/bin",
      "dashboards/first",
    ]) {
      const answer = await page.request.get(`/${WORKSPACE}/${path}`);
      const html = await answer.text();
      expect(answer.status() === 403 || /You do not have access/.test(html), path).toBe(true);
      expect(html, path).not.toMatch(/<form[^>]/);
    }
    await page.goto("/mail");
    await expect(page.getByRole("heading", { name: "You do not have access" })).toBeVisible();
  });

  await test.step("routes refuse what the role does not allow", async () => {
    for (const path of LISTS) expect((await page.request.get(api(path))).status(), path).toBe(200);
    for (const path of [
      ...FOR_EDITORS,
      ...FOR_ADMINS,
      `data-sources/${ids.dataSource}`,
      `data-sources/${ids.dataSource}/schema`,
      `mail/${ids.mail}`,
      `mail/${ids.mail}/attachments/${ids.attachment}`,
    ])
      expect((await page.request.get(api(path))).status(), path).toBe(403);
    const origin = new URL(page.url()).origin;
    for (const path of ["queries/preview", "figures", "figures/columns"]) {
      const data = {
        dataSourceId: ids.dataSource,
        queryId: ids.query,
        definition: { kind: "sql", sql: "SELECT 1" },
      };
      const answer = await page.request.post(api(path), { data, headers: { origin } });
      expect([403, 422], path).toContain(answer.status());
      expect(await answer.text(), path).toMatch(/"code":"(forbidden|invalid_input)"/);
    }
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      const answer = await page.request.fetch(api(`reports/${ids.report}`), { method, headers: { origin } });
      expect(answer.status(), method).toBe(405);
    }
  });
});

/** What an editor's browser sends when a report is made: kept, so that others can send it too. */
async function recordAction(page: Page, name: string): Promise<Request> {
  await page.goto(`/${WORKSPACE}/reports/new`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  const sent = page.waitForRequest((request) => request.headers()["next-action"] !== undefined);
  await page.getByRole("button", { name: "Create report" }).click();
  const request = await sent;
  await expect(page).toHaveURL(new RegExp(`/${WORKSPACE}/reports/[0-9a-f-]{36}`));
  return request;
}

test("an editor's own request, sent by somebody else, does nothing", async ({ page, browser }) => {
  await signIn(page, "editor@demo.example");
  const name = `Report of an editor ${Date.now()}`;
  const recorded = await recordAction(page, name);
  const body = recorded.postData() ?? "";
  expect(body).toContain(name);
  expect(body).toContain(WORKSPACE);
  const headers = {
    "next-action": recorded.headers()["next-action"] ?? "",
    "content-type": recorded.headers()["content-type"] ?? "",
    accept: "text/x-component",
    origin: new URL(page.url()).origin,
  };
  let copies = 0;
  const replay = (request: APIRequestContext, changes: { workspace?: string; origin?: string } = {}) => {
    copies += 1;
    const data = body
      .replace(name, `${name} copy ${copies}`)
      .replace(WORKSPACE, changes.workspace ?? WORKSPACE);
    const origin = changes.origin ?? headers.origin;
    return request.post(recorded.url(), { data, headers: { ...headers, origin } });
  };

  const viewer = await signedIn(browser, "viewer");
  expect(await (await replay(viewer.request)).text()).toContain('"code":"forbidden"');
  const nobody = await browser.newContext();
  expect(await (await replay(nobody.request)).text()).toContain('"code":"unauthenticated"');
  // The editor is a viewer of the other workspace, the admin is nobody there.
  expect(await (await replay(page.request, { workspace: OTHER })).text()).toContain('"code":"forbidden"');
  const admin = await signedIn(browser, "admin");
  expect(await (await replay(admin.request, { workspace: OTHER })).text()).toContain('"code":"not_found"');
  const foreign = await replay(page.request, { origin: "https://evil.example" });
  expect(foreign.status()).toBeGreaterThanOrEqual(400);

  const owner = await signedIn(browser, "owner");
  for (const workspace of [WORKSPACE, OTHER]) {
    const reports: { name: string }[] = await (await owner.request.get(api("reports", workspace))).json();
    expect(reports.filter((report) => report.name.startsWith(`${name} copy`))).toEqual([]);
  }
  for (const context of [viewer.context(), nobody, admin.context(), owner.context()]) await context.close();
});

test("another site cannot make a signed-in browser change anything", async ({ page }) => {
  await signIn(page, "editor@demo.example");
  for (const origin of ["https://evil.example", "null", undefined]) {
    const answer = await page.request.post(api("queries/preview"), {
      data: { dataSourceId: NOWHERE, definition: { kind: "sql", sql: "SELECT 1" } },
      headers: origin === undefined ? {} : { origin },
    });
    expect(answer.status(), origin).toBe(403);
  }
  const headers = (await page.goto(`/${WORKSPACE}`))?.headers() ?? {};
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("same-origin");
  const cookies = (await page.context().cookies()).filter(({ name }) => name.includes("session-token"));
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

test("a stranger cannot tell a workspace from one that does not exist", async ({ page }) => {
  await signIn(page, "admin@demo.example");
  for (const path of ["", "/reports", `/reports/${ids.report}`, "/members"]) {
    const there = await page.request.get(`/${OTHER}${path}`);
    const nowhere = await page.request.get(`/no-such-workspace${path}`);
    expect(there.status(), path).toBe(nowhere.status());
    expect(await there.text(), path).not.toContain("Lighthouse Foundation");
  }
  await page.goto(`/mail?workspace=${OTHER}`);
  await expect(page.getByRole("heading", { name: "This page does not exist" })).toBeVisible();
  for (const path of [...LISTS, ...FOR_EDITORS, ...FOR_ADMINS, ...byId(ids)]) {
    const there = await page.request.get(api(path, OTHER));
    const nowhere = await page.request.get(api(path, "no-such-workspace"));
    expect(there.status(), path).toBe(404);
    expect((await there.json()).error.message, path).toBe((await nowhere.json()).error.message);
  }
});

test("an owner of two workspaces does not reach the one through the other", async ({ page }) => {
  await signIn(page, "owner@demo.example");
  const missing = byId(ofNothing(ids));
  for (const [index, path] of byId(ids).entries()) {
    const crossed = await page.request.get(api(path, OTHER));
    const absent = await page.request.get(api(missing[index] ?? "", OTHER));
    expect(crossed.status(), path).toBe(404);
    expect((await crossed.json()).error.message, path).toBe((await absent.json()).error.message);
  }
  await page.goto(`/${OTHER}/reports/${ids.report}`);
  await expect(page.getByRole("heading", { name: "Not found", level: 1 })).toBeVisible();
  await page.goto(`/${OTHER}/dashboards/${ids.dashboard}`);
  await expect(page.getByRole("heading", { name: "Not found", level: 1 })).toBeVisible();
});

test("who is not signed in sees nothing at all", async ({ page, browser }) => {
  await signIn(page, "admin@demo.example");
  const nobody = await browser.newContext();
  for (const path of [...LISTS, ...FOR_EDITORS, ...FOR_ADMINS, ...byId(ids)])
    expect((await nobody.request.get(api(path))).status(), path).toBe(401);
  const start = await nobody.request.get(`/${WORKSPACE}/reports/${ids.report}`, { maxRedirects: 0 });
  expect(start.headers().location ?? (await start.text())).toContain("/sign-in?callbackUrl=");
  await nobody.close();
});

test("a sign-in link leads nowhere else", async ({ page }) => {
  for (const target of [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(document.domain)",
    "data:text/html,<script>alert(1)</script>",
  ]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(target)}`);
    const { origin } = new URL(page.url());
    await page.getByLabel("E-mail").fill("viewer@demo.example");
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    expect(new URL(page.url()).origin, target).toBe(origin);
  }
});

test("a sign-in without the page's script leads nowhere else either", async ({ page, request }) => {
  await page.goto("/sign-in");
  const { origin } = new URL(page.url());
  for (const callbackUrl of [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
  ]) {
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    const answer = await request.post("/api/auth/callback/credentials", {
      form: { csrfToken, callbackUrl, email: "viewer@demo.example", password: PASSWORD },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(302);
    const { location = "" } = answer.headers();
    expect(new URL(location, origin).origin, `${callbackUrl} → ${location}`).toBe(origin);
  }
});

test("a mail shows what people wrote, and runs none of it", async ({ browser }) => {
  const outside: string[] = [];
  // A page of its own: the browser reports the test's recorder, which it keeps out of the mail, as an error.
  const page = await signedIn(browser, "admin");
  page.on("request", (request) => {
    if (new URL(request.url()).hostname === "evil.example") outside.push(request.url());
  });
  page.on("dialog", (dialog) => {
    outside.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto("/mail");
  await page
    .getByRole("list", { name: "Mail" })
    .getByRole("button", { name: /Hostile/ })
    .first()
    .click();
  const mail = page.frameLocator("iframe").locator("body");
  await expect(mail).toContainText("onerror=");
  await expect(mail.locator("script")).toHaveCount(0);
  expect(
    await mail.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "")),
  ).not.toContainEqual(expect.stringMatching(/^(?!https?:|mailto:)/));
  expect(await page.locator("iframe").getAttribute("sandbox")).not.toMatch(
    /allow-(scripts|same-origin|forms|top)/,
  );
  expect(outside).toEqual([]);
  await page.context().close();
});
