/** What dashboards promise to everybody who reads them: filters, ways in, time, themes, motion and keys. */
import type { Locator, Page } from "@playwright/test";
import { choice, makeQuery, newQuery, run, saveNew, SOURCE, writeSql } from "./fixtures/queries";
import { expect, test, unique, WORKSPACE } from "./fixtures/test";

const LIST = `/${WORKSPACE}/dashboards`;
/** The parameter that the queries of the demo share. */
const CLINIC = "Clinic (all when empty)";
const CLINICS = "SELECT name FROM harbor_health.clinics ORDER BY name";
const PEOPLE = `SELECT s.name FROM harbor_health.staff s
JOIN harbor_health.clinics c ON c.id = s.clinic_id
WHERE s.job_role = 'practitioner' [[ AND c.name = {{clinic}} ]] ORDER BY s.name`;

const button = (page: Page | Locator, name: string): Locator =>
  page.getByRole("button", { name, exact: true });
/** The card; the table in it is called the same. */
const figure = (page: Page, name: string): Locator => page.getByRole("group", { name, exact: true }).first();
const toolbar = (page: Page): Locator => page.getByRole("toolbar", { name: "Editing" });

async function open(page: Page, name: string): Promise<void> {
  await page.goto(LIST);
  await page.getByRole("link", { name, exact: true }).first().click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

type DemoDashboard = "Executive summary" | "Clinic operations" | "Quality and training";
/** Each copy has a number of its own. */
const copyOf = (name: DemoDashboard) => new RegExp(`^${name} \\(copy`);

/** A copy of one's own of a dashboard of the demo, being edited; answers its id. */
async function duplicate(page: Page, name: DemoDashboard): Promise<string> {
  await open(page, name);
  await button(page, "More about this dashboard").click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(page.getByRole("heading", { name: copyOf(name), level: 1 })).toBeVisible();
  await expect(toolbar(page)).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** What readers may filter it by, where its figures lead and how often they are read. */
async function inFilterEditor(page: Page, change: (sheet: Locator) => Promise<void>): Promise<void> {
  await button(page, "Edit filters").click();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await change(sheet);
  await button(sheet, "Done").click();
  await expect(sheet).toBeHidden();
}

async function addFilter(sheet: Locator, name: string, query: string): Promise<void> {
  await sheet.getByLabel("Add a filter").selectOption({ label: name });
  await sheet
    .getByRole("region", { name: `Filter ${name}` })
    .getByLabel("Values to choose from")
    .selectOption({ label: query });
}

async function save(page: Page): Promise<void> {
  await button(toolbar(page), "Save").click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(toolbar(page)).toHaveCount(0);
}

const pill = (page: Page, name: string): Locator =>
  page.getByRole("group", { name: "Filters" }).getByRole("button", { name: new RegExp(`^${name}`) });

/** Opens the choice of a filter, does something in it, and closes it again. */
async function inPill(page: Page, name: string, act: (box: Locator) => Promise<void>): Promise<void> {
  await pill(page, name).click();
  const choosing = page.getByRole("dialog", { name: `Choose ${name}` });
  const box = choosing.getByRole("combobox", { name });
  await box.click();
  await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
  await act(box);
  // The list first, then what it is in.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(choosing).toBeHidden();
}

const offered = (page: Page): Locator => page.getByRole("listbox").getByRole("option");

/** The business over the invoices of the demo, by the template of that name; answers the dashboard's name. */
async function fromTemplate(page: Page): Promise<string> {
  await page.goto(LIST);
  await page.getByRole("link", { name: "Templates" }).click();
  await button(page, "Use this template: Executive summary").click();
  const dialog = page.getByRole("dialog", { name: "Executive summary" });
  await expect(dialog.getByText("With sample rows.")).toBeVisible();
  const name = unique("The business");
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("Data source").selectOption({ label: SOURCE });
  await dialog.getByLabel("Table").selectOption({ label: "invoices" });
  await expect(dialog.getByLabel("Date", { exact: true })).toHaveValue("issued_on");
  await expect(dialog.getByLabel("Amount", { exact: true })).toHaveValue("amount");
  return name;
}

test("a value chosen in one filter narrows the next, and what is no longer offered is taken out and said", async ({
  page,
  signIn,
}) => {
  test.setTimeout(180_000);
  await signIn("editor");
  const [clinics, people] = [unique("Clinics"), unique("Practitioners of clinics")];
  await makeQuery(page, clinics, CLINICS);
  await newQuery(page, people);
  await writeSql(page, PEOPLE);
  const clinic = page
    .getByRole("region", { name: "Parameters" })
    .getByRole("group", { name: "clinic", exact: true });
  await clinic.getByLabel("A value is needed").uncheck();
  await run(page);
  await saveNew(page);

  await duplicate(page, "Clinic operations");
  await inFilterEditor(page, async (sheet) => {
    await addFilter(sheet, CLINIC, clinics);
    await sheet
      .getByRole("region", { name: `Filter ${CLINIC}` })
      .getByLabel("Label")
      .fill("Clinic");
    await addFilter(sheet, "Practitioner", people);
  });
  await save(page);

  let everybody: string[] = [];
  await inPill(page, "Practitioner", async () => {
    everybody = await offered(page).allInnerTexts();
  });
  await inPill(page, "Clinic", () => choice(page, "Riverside").click());
  await expect(pill(page, "Clinic")).toContainText("Riverside");
  let [first = ""] = everybody;
  await inPill(page, "Practitioner", async () => {
    await expect.poll(() => offered(page).count()).toBeLessThan(everybody.length);
    const ofRiverside = await offered(page).allInnerTexts();
    expect(everybody).toEqual(expect.arrayContaining(ofRiverside));
    [first = ""] = ofRiverside;
    await choice(page, first).click();
  });
  await expect(pill(page, "Practitioner")).toContainText(first);
  const practitioners = figure(page, "Practitioners");
  await practitioners.scrollIntoViewIfNeeded();
  await expect(practitioners.getByRole("row").filter({ hasText: first })).toHaveCount(1);
  await expect(practitioners.getByRole("rowgroup").nth(1).getByRole("row")).toHaveCount(1);

  await inPill(page, "Clinic", () => choice(page, "Docklands").click());
  await expect(page.getByText(`Practitioner: ${first} is no longer offered.`)).toBeVisible();
  await expect(pill(page, "Practitioner")).toContainText("All");
  await expect(page).not.toHaveURL(/practitioner=/);
  await inPill(page, "Practitioner", async () => {
    await expect.poll(() => offered(page).allInnerTexts()).not.toContain(first);
  });
});

test("a template of the gallery, laid over a table, draws that table's own rows, down to its days", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn("editor");
  const name = await fromTemplate(page);
  const dialog = page.getByRole("dialog", { name: "Executive summary" });
  await expect(dialog.getByText("With your own rows.")).toBeVisible();
  await expectAccessible();
  await button(dialog, "Make the dashboard").click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(figure(page, "Amount")).toContainText(/\d/);
  await expect(figure(page, "The largest five").getByRole("button").first()).toBeAttached();

  const months = figure(page, "Amount by month");
  const point = months.getByRole("button", { name: /\d{4}/ }).first();
  await point.focus();
  await page.keyboard.press("Enter");
  await button(months, "Look closer").click();
  const way = months.getByRole("navigation", { name: "The way into this figure" });
  await expect(way.locator("[aria-current=step]")).toHaveText(/\d{4}/);
  const finer = months.getByRole("button", { name: /^(Week of |\d)/ });
  await expect(finer.first()).toBeAttached();
  await finer.first().focus();
  await page.keyboard.press("Enter");
  // The month has become a way back.
  await expect(way.getByRole("listitem")).toHaveCount(3);
  await button(way, "All").click();
  await expect(way).toHaveCount(0);

  await point.focus();
  await page.keyboard.press("Enter");
  await button(months, "Rows").click();
  const rows = page.getByRole("dialog", { name: "Rows of Amount by month" });
  await expect(rows.getByRole("columnheader", { name: "Issued on" })).toBeVisible();
  await expect.poll(() => rows.getByRole("row").count()).toBeGreaterThan(2);
});

test("a point leads on to another dashboard, which opens with that point and this period", async ({
  page,
  signIn,
}) => {
  await signIn("editor");
  const clinics = unique("Clinics to lead to");
  await makeQuery(page, clinics, CLINICS);
  const target = await duplicate(page, "Clinic operations");
  await inFilterEditor(page, (sheet) => addFilter(sheet, CLINIC, clinics));
  await save(page);
  await duplicate(page, "Clinic operations");
  await inFilterEditor(page, async (sheet) => {
    await sheet.getByText("Where figures lead on to").click();
    await sheet.getByLabel("Dashboard that Clinics leads to").selectOption(target);
    await sheet.getByLabel("Filter there that takes the point").selectOption({ label: CLINIC });
  });
  await save(page);

  await button(page, "Period Last 90 days").click();
  await page.getByRole("button", { name: /^Last full month/ }).click();
  const names = figure(page, "Clinics").getByRole("cell").getByRole("button");
  await expect(names.first()).toBeVisible();
  const [first = "", second = ""] = await names.allTextContents();
  await names.first().click();
  await figure(page, "Clinics")
    .getByRole("link", { name: copyOf("Clinic operations") })
    .click();
  await page.waitForURL(new RegExp(`/dashboards/${target}\\?`));
  await expect(pill(page, "Clinic")).toContainText(first);
  await expect(button(page, "Period Last full month")).toBeVisible();
  await expect(figure(page, "Clinics").getByRole("button", { name: first, exact: true })).toBeVisible();
  await expect(figure(page, "Clinics").getByRole("button", { name: second, exact: true })).toHaveCount(0);
});

/** As when another tab of the browser lies over the page: browsers cannot be told to do that to one of theirs. */
async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    Object.defineProperty(document, "visibilityState", {
      configurable: true,
      get: () => (hidden ? "hidden" : "visible"),
    });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, isHidden);
}

test("figures are read anew by themselves, not while nobody looks, and at once when somebody does again", async ({
  page,
  signIn,
}) => {
  await signIn("editor");
  const id = await duplicate(page, "Clinic operations");
  await inFilterEditor(page, async (sheet) => {
    await sheet.getByLabel("All figures").selectOption({ label: "Every 30 seconds" });
  });
  await save(page);

  await page.clock.install();
  let requests = 0;
  page.on("request", (request) => {
    if (request.url().includes(`/dashboards/${id}/data`)) requests += 1;
  });
  await page.goto(`${LIST}/${id}`);
  await expect(figure(page, "Kept appointments")).toContainText(/\d/);
  await expect(figure(page, "No-shows by hour").getByRole("button", { name: /^10:00/ })).toBeAttached();
  const answered = () =>
    page.waitForResponse((response) => response.url().includes(`/dashboards/${id}/data`));
  /**
   * Every figure drawn anew. Not by `response.finished()`: Chromium may call a streamed answer that was read to its
   * end "aborted", and Playwright then waits for ever.
   */
  const redrawn = async (answer: ReturnType<typeof answered>) => {
    expect((await answer).status()).toBe(200);
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  };
  const afterTurn = async (seconds: number) => {
    const answer = answered();
    await page.clock.runFor(seconds * 1000);
    await redrawn(answer);
  };
  await afterTurn(40);
  await afterTurn(40);

  await setHidden(page, true);
  const before = requests;
  await page.clock.runFor(600_000);
  expect(requests).toBe(before);

  const answer = answered();
  await setHidden(page, false);
  await redrawn(answer);
  await afterTurn(40);
});

test("a presentation turns its tabs by itself, and Space stops it and lets it go on", async ({
  page,
  signIn,
}) => {
  await signIn("editor");
  const id = await duplicate(page, "Executive summary");
  await button(page, "Add tab").click();
  await expect(page.getByRole("tab", { name: "Page 2" })).toHaveAttribute("aria-selected", "true");
  await save(page);

  await page.clock.install();
  await page.goto(`${LIST}/${id}`);
  await button(page, "Present").click();
  const shown = page.getByRole("dialog", { name: copyOf("Executive summary") });
  const selected = (name: string) =>
    expect(shown.getByRole("tab", { name })).toHaveAttribute("aria-selected", "true");
  await selected("Page 1");
  await page.clock.runFor(21_000);
  await selected("Page 2");
  await page.clock.runFor(21_000);
  await selected("Page 1");

  await page.keyboard.press("Space");
  await expect(button(shown, "Go on")).toBeVisible();
  await page.clock.runFor(300_000);
  await selected("Page 1");
  await page.keyboard.press("ArrowRight");
  await selected("Page 2");
  await page.keyboard.press("Space");
  await expect(button(shown, "Pause")).toBeVisible();
  await shown.getByLabel("Each tab for").selectOption({ label: "10 seconds" });
  await page.clock.runFor(11_000);
  await selected("Page 1");
  await page.keyboard.press("Escape");
  await expect(shown).toBeHidden();
});

/** Everything that moves for longer than an eye could see, from now on. */
async function watchMotion(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    const note = (event: Event) => {
      for (const animation of (event.target as Element).getAnimations()) {
        const { duration } = animation.effect?.getComputedTiming() ?? {};
        if (Number(duration) > 1)
          seen.push(`${event.type}: ${(event.target as Element).outerHTML.slice(0, 200)}`);
      }
    };
    addEventListener("animationstart", note, true);
    addEventListener("transitionrun", note, true);
    Object.assign(window, { motionSeen: seen });
  });
  return () => page.evaluate(() => (window as unknown as { motionSeen: string[] }).motionSeen);
}

for (const [motion, words] of [
  ["reduce", "nothing moves for who wants less motion"],
  ["no-preference", "what moves for others is seen by the same watch"],
] as const)
  test(`${words}: charts, sheets, the editor's grid`, async ({ page, signIn }) => {
    await page.emulateMedia({ reducedMotion: motion });
    const seen = await watchMotion(page);
    await signIn("editor");
    await duplicate(page, "Executive summary");
    await expect(figure(page, "Revenue by month").getByRole("button").first()).toBeAttached();
    await button(page, "Move Revenue").focus();
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("main [aria-live=polite]", { hasText: "Revenue: column 1" })).toBeAttached();
    await button(page, "Edit filters").click();
    await expect(page.getByRole("dialog", { name: "Filters" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Filters" })).toBeHidden();
    await button(toolbar(page), "Save").click();
    await expect(toolbar(page)).toHaveCount(0);
    await button(page, "More about this dashboard").click();
    await page.getByRole("menuitem", { name: "Versions" }).click();
    await expect(page.getByRole("dialog", { name: "Versions" })).toBeVisible();
    if (motion === "reduce") expect(await seen()).toEqual([]);
    else {
      const all = (await seen()).join("\n");
      for (const moved of ["react-grid", 'role="dialog"']) expect(all).toContain(moved);
    }
  });

for (const colorScheme of ["light", "dark"] as const)
  test(`every page of dashboards can be used by everybody, ${colorScheme}`, async ({
    page,
    signIn,
    expectAccessible,
  }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await signIn("admin");
    const visit = async (path: string, heading: string | RegExp) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
      await expectAccessible();
    };
    await visit(LIST, "Dashboards");
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    await visit(`${LIST}/bin`, "Bin");
    await visit(`${LIST}/templates`, /templates?$/i);
    await visit(`${LIST}/first`, "First dashboards");

    const id = await duplicate(page, "Quality and training");
    await button(page, "More about Quality events by severity").click();
    await page.getByRole("menuitem", { name: /^Edit/ }).click();
    const form = page.getByRole("dialog", { name: "Edit the widget" });
    await expect(form.getByRole("region", { name: "Preview" }).getByRole("figure")).toBeVisible();
    await expectAccessible();
    await page.keyboard.press("Escape");
    await expectAccessible();
    await button(page, "Edit filters").click();
    await expect(page.getByRole("dialog", { name: "Filters" })).toBeVisible();
    await expectAccessible();

    await page.goto(`${LIST}/${id}`);
    await expect(figure(page, "Quality events by severity").getByRole("button").first()).toBeAttached();
    await expectAccessible();
    const panel = async (entry: string): Promise<Locator> => {
      await button(page, "More about this dashboard").click();
      await page.getByRole("menuitem", { name: entry }).click();
      const sheet = page.getByRole("dialog", { name: entry });
      await expect(sheet.locator("[aria-busy=true]")).toHaveCount(0);
      return sheet;
    };
    await expect((await panel("Versions")).getByRole("list", { name: "Versions" })).toBeVisible();
    await expectAccessible();
    await page.keyboard.press("Escape");
    await expect((await panel("Who can see this")).getByText("1 person sees it")).toBeVisible();
    await expectAccessible();
    await page.keyboard.press("Escape");
    const links = await panel("Public links");
    const addresses: string[] = [];
    for (const password of ["", "a long secret"]) {
      await links.getByLabel("Name").fill(unique("Board"));
      await links.getByLabel("Password").fill(password);
      await button(links, "Make the link").click();
      const told = await links.getByRole("group", { name: "Address" }).locator("pre").textContent();
      addresses.push(new URL(told?.trim() ?? "").pathname);
      await expectAccessible();
      await button(links, "Done").click();
    }
    await expectAccessible();
    const [shared = "", asked = ""] = addresses;
    await visit(shared, copyOf("Quality and training"));
    await expect(figure(page, "Quality events by severity").getByRole("button").first()).toBeAttached();
    await expectAccessible();
    await visit(asked, "This page asks for a password");
  });

/** Presses Tab until this has the focus, as a person without a pointer would. */
async function tabTo(page: Page, locator: Locator): Promise<void> {
  await expect(locator).toBeVisible();
  for (let step = 0; step < 150; step += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there.");
}

test("by keyboard alone: a dashboard is opened, its period changed, a figure's data read, and one is back where one was", async ({
  page,
  signIn,
}) => {
  await signIn("viewer");
  await page.goto(LIST);
  await tabTo(page, page.getByRole("link", { name: "Clinic operations", exact: true }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Clinic operations", level: 1 })).toBeVisible();

  await tabTo(page, button(page, "Period Last 90 days"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: /^Last full month/ }));
  await page.keyboard.press("Enter");
  await expect(button(page, "Period Last full month")).toBeFocused();
  await expect(figure(page, "No-shows by hour").getByRole("button", { name: /^10:00/ })).toBeAttached();

  const more = button(page, "More about No-shows by hour");
  await tabTo(page, more);
  await page.keyboard.press("Enter");
  const entry = page.getByRole("menuitem", { name: "View data" });
  await expect(entry).toBeVisible();
  await page.keyboard.press("End");
  await expect(entry).toBeFocused();
  await page.keyboard.press("Enter");
  const data = page.getByRole("dialog", { name: "No-shows by hour" });
  await expect(data.getByRole("row").nth(1)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(data).toBeHidden();
  await expect(more).toBeFocused();
});
