/** Chromium on the built application: when everything is painted, how much script came, how far the page jumped. */
import { performance } from "node:perf_hooks";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { DEMO_PASSWORD } from "@/lib/auth/demo-accounts";

export async function openBrowser(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || undefined,
    args: ["--disable-background-networking", "--no-first-run", ...(asRoot ? ["--no-sandbox"] : [])],
  });
}

/** A window tall enough for all widgets: those out of sight are not drawn, and would not count. */
export async function signedIn(browser: Browser, baseURL: string, email: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 1400 } });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await page.close();
  return context;
}

/** Milliseconds from the navigation until `figures` figures are drawn, as the page's own clock has it. */
export async function paintedAfter(page: Page, address: string, figures: number): Promise<number> {
  const from = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(
    (expected) => {
      const groups = [...document.querySelectorAll('main [role="group"][aria-label]')];
      // A chart is drawn when its picture is there: the table behind it comes sooner.
      const isDrawn = (group: Element) =>
        group.querySelector(
          group.querySelector("figure") ? "svg.recharts-surface" : "table, p.font-serif",
        ) !== null;
      return groups.filter(isDrawn).length >= expected;
    },
    figures,
    { polling: "raf", timeout: 120_000 },
  );
  return performance.now() - from;
}

/** Kilobytes (1000 bytes) of JavaScript as they came over the wire, without the heads of the answers, with nothing cached. */
export async function scriptKilobytes(page: Page, visit: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const heads = new Map<string, number>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script") heads.set(requestId, response.encodedDataLength);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const head = heads.get(requestId);
    if (head !== undefined) bytes += encodedDataLength - head;
  });
  await visit();
  await page.waitForLoadState("networkidle");
  await session.detach();
  return bytes / 1000;
}

/** Cumulative layout shift since the navigation, as the browser measures it; 0.1 is where readers notice. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
            if (!shift.hadRecentInput) sum += shift.value;
          }
        });
        observer.observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );
}
