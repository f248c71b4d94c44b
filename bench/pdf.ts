/**
 * A report of 12 charts and 3 tables of 50 rows as a PDF: ours, in a render worker, against a headless Chromium
 * that prints our HTML of the same report. Both begin with the prepared report, so Chromium's way includes
 * writing the HTML; printing alone, from a page with its charts already drawn, is shown as well.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { access, rm } from "node:fs/promises";
import { type BrowserServer, chromium, type Page } from "@playwright/test";
import { BUNDLE_FOLDER, bundle } from "./bundle";
import type { RenderMeasurement, RenderOrder } from "./pdf-process";
import { memoryOfTree } from "./process-memory";
import type { BenchResult } from "./types";
import { median } from "./clock";

const WARM_UP_ROUNDS = 4;
const ROUNDS = 15;
const CHROMIUM_PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

type Samples = {
  oursMs: number[];
  htmlMs: number[];
  printMs: number[];
  oursMb: number;
  chromiumMb: number | null;
};

export default async function bench(): Promise<BenchResult[]> {
  const workerPath = await bundle("lib/render/pool/worker.ts", "render-worker.mjs");
  const processPath = await bundle("bench/pdf-process.ts", "pdf-process.mjs");
  const startRenderer = () => fork(processPath, [workerPath], { execArgv: [] });
  // One process renders PDFs only, so that its memory is that of PDFs; the other writes Chromium's HTML.
  const pdfProcess = startRenderer();
  const htmlProcess = startRenderer();
  const server = await launchChromium();
  try {
    const cold = await render(pdfProcess, { format: "PDF", wantsFile: false });
    return report(cold.ms, await takeTurns(pdfProcess, htmlProcess, server));
  } finally {
    await server?.close();
    pdfProcess.disconnect();
    htmlProcess.disconnect();
    await rm(BUNDLE_FOLDER, { recursive: true, force: true });
  }
}

/** In turns, so that a busy moment of the machine weighs on both sides. */
async function takeTurns(
  pdfProcess: ChildProcess,
  htmlProcess: ChildProcess,
  server: BrowserServer | null,
): Promise<Samples> {
  const samples: Samples = { oursMs: [], htmlMs: [], printMs: [], oursMb: 0, chromiumMb: null };
  const browser = server ? await chromium.connect(server.wsEndpoint()) : null;
  const page = await browser?.newPage();
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    const ours = await render(pdfProcess, { format: "PDF", wantsFile: false });
    const html = await render(htmlProcess, { format: "HTML", wantsFile: true });
    const printMs = page ? await print(page, html.file ?? "") : null;
    samples.oursMb = ours.peakMb;
    const chromiumMb = server ? await memoryOfTree(server.process().pid ?? 0) : null;
    if (chromiumMb !== null) samples.chromiumMb = Math.max(samples.chromiumMb ?? 0, chromiumMb);
    if (round < WARM_UP_ROUNDS) continue;
    samples.oursMs.push(ours.ms);
    samples.htmlMs.push(html.ms);
    if (printMs !== null) samples.printMs.push(printMs);
  }
  await browser?.close();
  return samples;
}

async function render(child: ChildProcess, order: RenderOrder): Promise<RenderMeasurement> {
  child.send(order);
  const [measurement] = await once(child, "message");
  return measurement as RenderMeasurement;
}

async function print(page: Page, html: string): Promise<number> {
  const start = performance.now();
  await page.setContent(html, { waitUntil: "load" });
  await page.pdf({ format: "A4" });
  return performance.now() - start;
}

function report(coldMs: number, samples: Samples): BenchResult[] {
  const oursMs = median(samples.oursMs);
  const results: BenchResult[] = [
    { name: "PDF, first in a new process", value: coldMs, unit: "ms" },
    { name: "PDF, warm", value: oursMs, unit: "ms" },
    { name: "PDF, peak memory of the process", value: samples.oursMb, unit: "MB" },
  ];
  const [, warm, memory] = results;
  if (!samples.printMs.length || !warm || !memory) return results;
  const printMs = median(samples.printMs);
  const chromiumMs = median(samples.printMs.map((ms, round) => ms + (samples.htmlMs[round] ?? 0)));
  Object.assign(warm, { reference: "Chromium, HTML and page.pdf, warm", ratio: oursMs / chromiumMs });
  results.push(
    { name: "Chromium, HTML and page.pdf, warm", value: chromiumMs, unit: "ms" },
    {
      name: "Chromium, page.pdf alone, warm",
      value: printMs,
      unit: "ms",
      reference: "PDF, warm",
      ratio: printMs / oursMs,
    },
  );
  if (samples.chromiumMb !== null) {
    Object.assign(memory, { reference: "Chromium's processes", ratio: samples.oursMb / samples.chromiumMb });
    results.push({ name: "Chromium's processes, peak memory", value: samples.chromiumMb, unit: "MB" });
  }
  return results;
}

/** The system's browser, or Playwright's own; null when there is none. */
async function launchChromium(): Promise<BrowserServer | null> {
  for (const executablePath of [...CHROMIUM_PATHS, undefined]) {
    if (executablePath && !(await exists(executablePath))) continue;
    const server = await chromium
      .launchServer({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] })
      .catch(() => null);
    if (server) return server;
  }
  console.warn("No Chromium was found: there is nothing to compare with.");
  return null;
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
