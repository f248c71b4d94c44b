/** A page of a real browser in which the charts are drawn: for tests of what only a browser shows. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../..", import.meta.url));

function findChromium(): string | undefined {
  const candidates = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", chromium.executablePath()];
  return candidates.find((path) => path !== undefined && existsSync(path));
}

export const chromiumPath = findChromium();

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/** Without the application's style sheet: the few rules that the layers over a chart stand on. */
const STYLES = `
  body { margin: 0 }
  .absolute { position: absolute }
  .relative { position: relative }
  .inset-0 { inset: 0 }
  .pointer-events-none { pointer-events: none }
  button { padding: 0; border: 0; background: none }
`;

export async function openChartPage(browser: Browser): Promise<Page> {
  const bundle = await build({
    entryPoints: [`${root}components/charts/testing/browser-entry.tsx`],
    bundle: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    alias: { "@": root.replace(/\/$/, "") },
    define: { "process.env.NODE_ENV": '"production"' },
    logOverride: { "unsupported-directive": "silent" },
  });
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><meta charset=utf-8><style>${STYLES}</style><body></body>`);
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? "" });
  return page;
}
