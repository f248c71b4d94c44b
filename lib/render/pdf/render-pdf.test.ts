import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { setFontsFolder } from "@/lib/render/fonts/stand-ins";
import { renderPdf } from "@/lib/render/pdf/render-pdf";
import { readPdf } from "@/lib/render/testing/pdf-text";
import { sampleDocument } from "@/lib/render/testing/sample-document";
import {
  lineChart,
  practitionerTable,
  revenueMetric,
  sampleMetrics,
} from "@/lib/render/testing/sample-models";
import type { PreparedBlock } from "@/lib/reports/document";

const render = async (blocks: PreparedBlock[]) => readPdf(await renderPdf(sampleDocument({ blocks })));

test("the sample report: title, period, parameters, metrics, page numbers and metadata", async () => {
  const { pages, info } = await readPdf(await renderPdf(sampleDocument()));
  const [first] = pages;
  for (const text of [
    "Monthly clinic operations",
    "Harbor Health Group",
    "Clinic: North Quay · Payer: All",
  ]) {
    expect(first).toContain(text);
  }
  expect(first).toContain("1–31 October 2026 · data as of 1 November 2026, 06:00 Berlin");
  for (const metric of sampleMetrics()) {
    expect(first).toContain(metric.title);
    expect(first).toContain(metric.text);
    expect(first).toContain(metric.comparison?.changeText);
  }
  for (const [index, page] of pages.entries()) {
    expect(page).toContain(`${index + 1} of ${pages.length}`);
    expect(page).toContain("Version 8");
  }
  expect(info).toMatchObject({
    Title: "Monthly clinic operations",
    Author: "Harbor Health Group",
    Language: "en-GB",
  });
});

test("the words of a chart are text", async () => {
  const { pages } = await render([{ id: "c", kind: "chart", model: lineChart() }]);
  for (const text of ["Revenue by month", "€ thousand", "This year", "Year before", "300"]) {
    expect(pages[0]).toContain(text);
  }
});

test("a table's head is repeated on each page, every row is there once, the total at the end", async () => {
  const model = practitionerTable(150, {
    notices: [{ kind: "truncated", text: "Showing the first 150 rows." }],
  });
  const { pages } = await render([{ id: "t", kind: "table", model }]);
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page.split("Appointments").length - 1).toBe(1);
  const all = pages.join(" ");
  for (const row of model.rows.slice(7)) expect(all.split(`${row[0]?.text} `).length - 1).toBe(1);
  expect(pages.at(-1)).toContain(model.totals?.[5]?.text);
  expect(pages.at(-1)).toContain("Showing the first 150 rows.");
});

test("a cell that leads somewhere can be clicked, one to a page of the application cannot", async () => {
  const plain = practitionerTable(7);
  const href = (index: number) => (index % 3 === 0 ? `https://crm.example/${index}` : "/people");
  const rows = plain.rows.map(([name, ...others], index) =>
    index % 3 === 2 || !name
      ? [name, ...others].flatMap((cell) => cell ?? [])
      : [{ ...name, look: { href: href(index) } }, ...others],
  );
  const model = practitionerTable(7, { rows });
  const { links, pages } = await render([{ id: "t", kind: "table", model }]);
  expect(links).toEqual(["https://crm.example/0", "https://crm.example/3", "https://crm.example/6"]);
  // What is clicked is still there to be read, once.
  for (const row of rows) expect(pages.join(" ").split(String(row[0]?.text)).length - 1).toBe(1);
});

test("5,000 rows are drawn whole", async () => {
  const model = practitionerTable(5000);
  const { pages } = await render([{ id: "t", kind: "table", model }]);
  const all = pages.join(" ");
  for (const index of [7, 1234, 2500, 4998, 4999]) expect(all).toContain(model.rows[index]?.[0]?.text);
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.length).toBeLessThan(170);
}, 60_000);

test("a title never stands alone at the foot of a page", async () => {
  for (let filler = 24; filler <= 36; filler++) {
    const { pages } = await render([
      { id: "x", kind: "text", markdown: Array.from({ length: filler }, (_, n) => `Line ${n}`).join("\n\n") },
      { id: "h", kind: "heading", level: 2, text: "The heading" },
      { id: "t", kind: "table", model: practitionerTable(10, { title: "The title" }) },
    ]);
    const page = pages.find((text) => text.includes("The heading"));
    expect(page).toContain("The title");
    expect(page).toContain("A. Brandt");
  }
});

test("a page break breaks, and the break that a turned page makes is enough", async () => {
  const wide = practitionerTable(2, {
    title: "Wide",
    columns: Array.from({ length: 18 }, (_, index) => ({
      key: `c${index}`,
      name: `Column ${index}`,
      type: "number",
      align: "right",
    })),
    rows: [Array.from({ length: 18 }, (_, index) => ({ raw: index, text: `1,234,56${index}` }))],
    totals: null,
  });
  const { pages, sizes } = await render([
    { id: "a", kind: "text", markdown: "First" },
    { id: "b", kind: "page_break" },
    { id: "c", kind: "text", markdown: "Second" },
    { id: "d", kind: "table", model: wide },
    { id: "e", kind: "page_break" },
    { id: "f", kind: "text", markdown: "Third" },
  ]);
  expect(
    pages.map((page) => ["First", "Second", "Wide", "Third"].filter((word) => page.includes(word))),
  ).toEqual([["First"], ["Second"], ["Wide"], ["Third"]]);
  expect(sizes).toEqual([
    [595, 842],
    [595, 842],
    [842, 595],
    [595, 842],
  ]);
});

test("empty figures say so, errors are told, hostile text is only text", async () => {
  const { pages } = await render([
    {
      id: "m",
      kind: "metrics",
      items: [revenueMetric({ value: null, text: "–", comparison: null, empty: true })],
    },
    { id: "c", kind: "chart", model: lineChart({ points: [], empty: true }) },
    { id: "t", kind: "table", model: practitionerTable(0, { empty: true, totals: null }) },
    { id: "e", kind: "error", title: "Costs", message: "The column cost does not exist." },
    { id: "x", kind: "text", markdown: "<script>alert(1)</script>\n\n![x](https://example.com/p.png)" },
  ]);
  expect(pages.join(" ").split("No data in this period").length - 1).toBe(3);
  expect(pages[0]).toContain("Costs could not be prepared");
  expect(pages[0]).toContain("The column cost does not exist.");
  expect(pages[0]).toContain("<script>alert(1)</script>");
});

test("the same document gives the same bytes", async () => {
  const [one, two] = [await renderPdf(sampleDocument()), await renderPdf(sampleDocument())];
  expect(one.equals(two)).toBe(true);
});

const OTHER_SCRIPTS = { arabic: "القاهرة وعمّان", hebrew: "תל אביב", thai: "กรุงเทพ", hindi: "मुंबई" };

test("letters that Inter lacks are printed in titles, paragraphs, tables, charts and at the edge of the page", async () => {
  const { arabic, hebrew, thai, hindi } = OTHER_SCRIPTS;
  const table = practitionerTable(2, { title: hebrew });
  const [row] = table.rows;
  row?.splice(0, 1, { raw: thai, text: thai });
  const { pages, fonts } = await readPdf(
    await renderPdf(
      sampleDocument({
        title: hindi,
        workspaceName: hebrew,
        blocks: [
          { id: "p", kind: "text", markdown: `**${arabic}**` },
          { id: "t", kind: "table", model: table },
          { id: "c", kind: "chart", model: lineChart({ unitLabel: arabic }) },
        ],
      }),
    ),
  );
  for (const [family, count] of [
    ["IBMPlexSansArabic", 2],
    ["NotoSansHebrew", 2],
    ["NotoSansThai", 1],
    ["NotoSansDevanagari", 1],
  ] as const)
    expect(fonts.filter((name) => name.includes(family)).length, family).toBeGreaterThanOrEqual(count);
  // Copied in the order of reading.
  expect(pages.join(" ")).toContain(hebrew);
  expect(pages.join(" ")).toContain(thai);
});

test("a report whose letters Inter has holds no other font", async () => {
  const { fonts } = await readPdf(await renderPdf(sampleDocument()));
  expect(fonts.filter((name) => !/Inter|Newsreader/.test(name))).toEqual([]);
});

test("a line of Chinese is broken between words, with no hyphen", async () => {
  setFontsFolder(fileURLToPath(new URL("../testing/fonts/", import.meta.url)));
  const { pages } = await render([
    { id: "p", kind: "text", markdown: "上海是中国最大的城市之一，北京在北方。".repeat(8) },
  ]);
  expect(pages[0]?.replace(/[\s\u200b]/g, "")).toContain("上海是中国最大的城市之一，北京在北方。".repeat(8));
  setFontsFolder(undefined);
});
