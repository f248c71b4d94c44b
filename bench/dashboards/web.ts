/** The built web process, for as long as a browser needs it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Browser } from "@playwright/test";
import { ensureChromium } from "../../scripts/support/chromium.mjs";
import { freePort } from "../../scripts/support/ports.mjs";
import { openBrowser } from "./browser";

/** Serves the application and opens a browser for `measure`, which gets its address. */
export async function withBrowser<T>(measure: (browser: Browser, address: string) => Promise<T>): Promise<T> {
  const port = await freePort(3400);
  const web = startWeb(port);
  process.env.CHROMIUM_PATH ??= await ensureChromium();
  const browser = await openBrowser();
  try {
    await untilHealthy(`http://127.0.0.1:${port}`);
    return await measure(browser, `http://localhost:${port}`);
  } finally {
    await browser.close();
    web.kill("SIGTERM");
    await once(web, "exit");
  }
}

function startWeb(port: number): ChildProcess {
  const address = `http://localhost:${port}`;
  return spawn(process.execPath, ["scripts/web.mjs"], {
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", APP_URL: address },
    stdio: "inherit",
  });
}

const HEALTH_LIMIT_MS = 60_000;

/** Ready to answer; without a worker the jobs are said to be missing, which no page needs here. */
async function untilHealthy(address: string): Promise<void> {
  const from = Date.now();
  while (Date.now() - from < HEALTH_LIMIT_MS) {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The web process did not answer within a minute.");
}
