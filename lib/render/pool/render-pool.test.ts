import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { RenderPool, type RenderPoolOptions } from "@/lib/render/pool/render-pool";
import { buildWorkerForTests } from "@/lib/render/testing/build-worker";
import { readPdf } from "@/lib/render/testing/pdf-text";
import { sampleDocument } from "@/lib/render/testing/sample-document";
import { lineChart, practitionerTable } from "@/lib/render/testing/sample-models";

let workerPath = "";
const pools: RenderPool[] = [];

function openPool(options: RenderPoolOptions = {}): RenderPool {
  const pool = new RenderPool({ workerPath, size: 1, ...options });
  pools.push(pool);
  return pool;
}

beforeAll(async () => {
  workerPath = await buildWorkerForTests();
}, 60_000);
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});
afterAll(() => rm(workerPath, { force: true }));

const small = sampleDocument({ blocks: [{ id: "t", kind: "table", model: practitionerTable(3) }] });
const huge = sampleDocument({
  title: "Everything",
  blocks: [{ id: "t", kind: "table", model: practitionerTable(30_000) }],
});

test("draws documents of every format, pictures of charts and mails", async () => {
  const pool = openPool();
  await pool.warmUp();
  const files = await Promise.all(
    (["PDF", "XLSX", "CSV", "HTML"] as const).map((format) =>
      pool.run({ kind: "document", format, document: small }),
    ),
  );
  expect(files.map((file) => file.extension)).toEqual(["pdf", "xlsx", "csv", "html"]);
  expect(files.map((file) => file.bytes.subarray(0, 4).toString("latin1"))).toEqual([
    "%PDF",
    "PK\u0003\u0004",
    "\u00ef\u00bb\u00bfP",
    "<!do",
  ]);
  const png = await pool.run({ kind: "chart-png", model: lineChart(), width: 532, height: 230, scale: 2 });
  expect(png.contentType).toBe("image/png");
  // Width and height stand in the PNG's first chunk.
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1064, 460]);
  const mail = await pool.run({
    kind: "email",
    template: "notice",
    input: { title: "Held", paragraphs: ["Why."] },
  });
  expect(mail.text).toBe("Held\n\nWhy.\n");
});

test("workers draw with the fonts of the operator's folder", async () => {
  const fontsFolder = fileURLToPath(new URL("../testing/fonts/", import.meta.url));
  const document = sampleDocument({ title: "上海", blocks: [] });
  const drawn = await openPool({ fontsFolder }).run({ kind: "document", format: "PDF", document });
  expect((await readPdf(drawn.bytes)).pages[0]).toContain("上海");
  const without = await openPool().run({ kind: "document", format: "PDF", document });
  expect((await readPdf(without.bytes)).pages[0]).not.toContain("上海");
});

test("a task over its time is stopped with a sentence that says so, and the next one works", async () => {
  const pool = openPool();
  const slow = pool.run({ kind: "document", format: "PDF", document: huge }, { timeoutMs: 20 });
  const next = pool.run({ kind: "document", format: "CSV", document: small });
  await expect(slow).rejects.toMatchObject({
    code: "render_failed",
    message:
      "The PDF of “Everything” took longer than 0.02 s and was stopped. Narrow the period, lower the row limits or split it in two.",
  });
  expect((await next).extension).toBe("csv");
});

test("a task over its memory is stopped with a sentence that says so, and the next one works", async () => {
  const pool = openPool({ memoryLimitMb: 80 });
  const hog = pool.run({ kind: "document", format: "PDF", document: huge });
  const next = pool.run({ kind: "document", format: "PDF", document: small });
  await expect(hog).rejects.toMatchObject({
    code: "render_failed",
    message:
      "The PDF of “Everything” needed more than 80 MB of memory and was stopped. Narrow the period, lower the row limits or split it in two.",
  });
  expect((await next).extension).toBe("pdf");
}, 60_000);

test("5,000 rows need far less memory than the limit allows", async () => {
  const document = sampleDocument({ blocks: [{ id: "t", kind: "table", model: practitionerTable(5000) }] });
  const file = await openPool({ memoryLimitMb: 192 }).run({ kind: "document", format: "PDF", document });
  expect(file.bytes.length).toBeGreaterThan(100_000);
});

test("a fault in drawing fails that task only, and names it", async () => {
  const pool = openPool();
  const broken = sampleDocument({
    title: "Broken",
    locale: "not a locale!",
    blocks: huge.blocks.slice(0, 0),
  });
  broken.blocks.push({ id: "t", kind: "table", model: practitionerTable(1) });
  await expect(pool.run({ kind: "document", format: "XLSX", document: broken })).rejects.toMatchObject({
    code: "render_failed",
    message: expect.stringMatching(/^The XLSX of “Broken” could not be made: /),
  });
  expect((await pool.run({ kind: "document", format: "CSV", document: small })).extension).toBe("csv");
});

test("an aborted task is cancelled, waiting or running", async () => {
  const pool = openPool();
  const running = new AbortController();
  const waiting = new AbortController();
  const first = pool.run({ kind: "document", format: "PDF", document: huge }, { signal: running.signal });
  const second = pool.run({ kind: "document", format: "CSV", document: small }, { signal: waiting.signal });
  const third = pool.run({ kind: "document", format: "CSV", document: small });
  waiting.abort();
  await expect(second).rejects.toMatchObject({ code: "cancelled" });
  running.abort();
  await expect(first).rejects.toMatchObject({ code: "cancelled" });
  expect((await third).extension).toBe("csv");
});

test("a worker that was never built is an error with its path, not a wait", async () => {
  const pool = openPool({ workerPath: "/nowhere/render-worker.mjs" });
  await expect(pool.run({ kind: "document", format: "CSV", document: small })).rejects.toMatchObject({
    code: "render_failed",
    message: expect.stringContaining("/nowhere/render-worker.mjs"),
  });
});

test("closing cancels what waits", async () => {
  const pool = openPool();
  const task = pool.run({ kind: "document", format: "PDF", document: huge });
  const closed = pool.close();
  await expect(task).rejects.toMatchObject({ code: "cancelled" });
  await closed;
  await expect(pool.run({ kind: "document", format: "CSV", document: small })).rejects.toMatchObject({
    code: "cancelled",
  });
});
