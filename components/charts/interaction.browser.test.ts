/** Choosing, zooming and switching series off, with a real pointer and a real keyboard. */
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, launchChromium, openChartPage } from "@/components/charts/testing/browser-page";

describe.skipIf(!chromiumPath)("a chart on a page", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await openChartPage(browser);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });

  async function show(name: string): Promise<void> {
    await page.evaluate((chart) => window.showCase(chart, 640, 300), name);
    await page.locator("svg").first().waitFor();
  }
  const chosen = async (): Promise<unknown[]> =>
    (await page.evaluate(() => window.chosen)).map((text) => JSON.parse(text) as unknown);

  it("a click on a bar chooses its category, and says which is chosen", async () => {
    await show("stacked bars on both sides of zero");
    const bar = page.getByRole("button", { name: /^Riverside: / });
    const box = await bar.boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 60);
    expect(await chosen()).toEqual([{ column: "clinic", value: "Riverside", label: "Riverside" }]);
    await expect.poll(() => bar.getAttribute("aria-pressed")).toBe("true");
  });

  it.each([
    "stacked bars split by a column",
    "bars side by side, split by a column",
    "lying bars as shares, split by a column",
  ])("the bars of a category are where they are drawn: %s", async (name) => {
    await show(name);
    const drawn = page.locator(".recharts-bar-rectangle path");
    await expect.poll(() => drawn.count()).toBeGreaterThan(10);
    const boxes = (await drawn.all()).map((bar) => bar.boundingBox());
    const bars = (await Promise.all(boxes)).filter((box) => box && box.width > 3 && box.height > 3);
    const parts = await page.getByRole("button", { name: /, (Phone|Web|Walk-in): / }).all();
    const places = (await Promise.all(parts.map((part) => part.boundingBox()))).filter(
      (box) => box && box.width > 3 && box.height > 3,
    );
    expect(places).toHaveLength(bars.length);
    const middles = (all: typeof bars) =>
      all.map((box) => box && { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    const unmatched = middles(bars).filter(
      (bar) =>
        !middles(places).some(
          (place) => bar && place && Math.abs(bar.x - place.x) < 3 && Math.abs(bar.y - place.y) < 3,
        ),
    );
    expect(unmatched).toEqual([]);
  });

  it("a click on one bar of a stack chooses the category and the series, above it the category alone", async () => {
    await show("stacked bars split by a column");
    const web = page.getByRole("button", { name: "North Quay, Web: 260" });
    const box = await web.boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await expect.poll(() => web.getAttribute("aria-pressed")).toBe("true");
    const category = await page.getByRole("button", { name: /^Garden St: / }).boundingBox();
    await page.mouse.click((category?.x ?? 0) + 20, (category?.y ?? 0) + 4);
    expect(await chosen()).toEqual([
      {
        column: "clinic",
        value: "North Quay",
        label: "North Quay",
        and: [{ column: "channel", value: "Web", label: "Web" }],
      },
      { column: "clinic", value: "Garden St", label: "Garden St" },
    ]);
  });

  it("the keyboard goes into the bars of a category and out again", async () => {
    await show("stacked bars split by a column");
    await page.getByRole("button", { name: /^North Quay: / }).focus();
    for (const key of ["ArrowRight", "ArrowDown", "Enter", "ArrowUp", "Enter"])
      await page.keyboard.press(key);
    expect(await chosen()).toEqual([
      {
        column: "clinic",
        value: "Old Town",
        label: "Old Town",
        and: [{ column: "channel", value: "Web", label: "Web" }],
      },
      { column: "clinic", value: "Old Town", label: "Old Town" },
    ]);
  });

  it("a series that is switched off has no bar to be chosen", async () => {
    await show("bars side by side, split by a column");
    const web = page.getByRole("button", { name: /, Web: / });
    expect(await web.count()).toBe(6);
    await page.getByRole("button", { name: "Web", exact: true }).click();
    await expect.poll(() => web.count()).toBe(0);
  });

  it("a slice is chosen in the ring and in the list", async () => {
    await show("a pie");
    const old = page.getByRole("button", { name: /^Old Town: / });
    const box = await old.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 8);
    // The first part begins at the top and runs clockwise.
    await page.mouse.click(114 + 40, 150 - 80);
    expect(await chosen()).toEqual([
      { column: "clinic", value: "Old Town", label: "Old Town" },
      { column: "clinic", value: "North Quay", label: "North Quay" },
    ]);
  });

  it("a drag along a time axis marks whole periods", async () => {
    await show("a line over months");
    const from = await page.getByRole("button", { name: /^Mar 2025: / }).boundingBox();
    const to = await page.getByRole("button", { name: /^Jun 2025: / }).boundingBox();
    await page.mouse.move((to?.x ?? 0) + 5, 150);
    await page.mouse.down();
    await page.mouse.move((from?.x ?? 0) + 5, 160, { steps: 4 });
    await page.mouse.up();
    expect(await chosen()).toEqual([{ from: "2025-03-01", to: "2025-06-30" }]);
  });

  it("the keyboard does both: one stop, arrows, Enter, and Shift for a period", async () => {
    await show("a line over months");
    await page.getByRole("button", { name: /^Jan 2025: / }).focus();
    for (const key of ["ArrowRight", "ArrowRight", "Enter", "Shift+ArrowRight", "Enter"])
      await page.keyboard.press(key);
    expect(await chosen()).toEqual([
      { column: "month", value: "2025-03-01", label: "Mar 2025" },
      { from: "2025-03-01", to: "2025-04-30" },
    ]);
    expect(
      await page
        .getByRole("group", { name: /^Parts of/ })
        .locator("[tabindex='0']")
        .count(),
    ).toBe(1);
  });

  it("the legend switches a series off and on again", async () => {
    await show("bars side by side");
    const bars = page.locator(".recharts-bar-rectangle");
    await expect.poll(() => bars.count()).toBe(12);
    const kept = page.getByRole("button", { name: "Kept", exact: true });
    await kept.click();
    await expect.poll(() => bars.count()).toBe(6);
    expect(await kept.getAttribute("aria-pressed")).toBe("false");
    expect(await chosen()).toEqual([]);
    await kept.press("Enter");
    await expect.poll(() => bars.count()).toBe(12);
  });

  const showPivot = async (name: string) => {
    await page.evaluate((pivot) => window.showCase(pivot, 640, 600), name);
    await page.getByRole("table").waitFor();
  };
  const north = { column: "clinic", value: "North Quay", label: "North Quay" };
  const insured = { column: "payer", value: "Insured", label: "Insured" };
  const february = { column: "month", value: "2026-02-01", label: "Feb 2026" };

  it("a heading of a pivot chooses its place, a group all of its parts, a cell both of its places", async () => {
    await showPivot("pivot: two levels by month");
    const group = page.getByRole("rowheader", { name: "North Quay" }).first();
    await group.getByRole("button", { name: "North Quay", exact: true }).click();
    expect(await chosen()).toEqual([north]);
    const part = page.getByRole("rowheader", { name: "Insured", exact: true }).first();
    await part.getByRole("button").click();
    const head = page.getByRole("columnheader", { name: /^Feb 2026/ });
    await head.getByRole("button", { name: "Feb 2026", exact: true }).click();
    expect(
      await head.getByRole("button", { name: "Feb 2026", exact: true }).getAttribute("aria-pressed"),
    ).toBe("true");
    await page.getByRole("button", { name: /^North Quay, Insured, Feb 2026: €/ }).click();
    await page.getByRole("button", { name: /^North Quay, Total: €/ }).click();
    expect((await chosen()).slice(1)).toEqual([
      { ...north, and: [insured] },
      february,
      { ...north, and: [insured, february] },
      north,
    ]);
    // The group and all of its parts together are one choice.
    expect(await page.getByRole("button", { pressed: true }).count()).toBe(2);
  });

  it("a group closes by its arrow, a column is sorted by its own, and neither chooses anything", async () => {
    await showPivot("pivot: two levels by month");
    await page.getByRole("button", { name: "Parts of North Quay" }).click();
    expect(await page.getByRole("rowheader", { name: "Insured", exact: true }).count()).toBe(2);
    await page.getByRole("button", { name: "Sort by Feb 2026" }).click();
    expect(await chosen()).toEqual([]);
  });

  it("the keyboard goes through the cells of a pivot by arrows, past what stands for several", async () => {
    await showPivot("pivot: too many columns");
    await page.getByRole("rowheader").first().getByRole("button").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await chosen()).toEqual([
      {
        column: "clinic",
        value: "Old Town",
        label: "Old Town",
        and: [{ column: "month", value: "2028-02-01", label: "Feb 2028" }],
      },
    ]);
    expect(await page.getByRole("button", { name: /Earlier:/ }).count()).toBe(0);
  });

  it("the bands of a pivot with several values choose, and its heads go on sorting", async () => {
    await showPivot("pivot: two measures under bands");
    await page.getByRole("columnheader", { name: "Feb 2026", exact: true }).getByRole("button").click();
    await page.getByRole("button", { name: /^North Quay, Private, Feb 2026 · Missed: / }).click();
    expect(await chosen()).toEqual([
      february,
      { ...north, and: [{ column: "payer", value: "Private", label: "Private" }, february] },
    ]);
  });
});
