import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { sampleDocument } from "@/lib/render/testing/sample-document";
import { dayMetric, lineChart, practitionerTable, sampleMetrics } from "@/lib/render/testing/sample-models";
import { renderXlsx } from "@/lib/render/xlsx/render-xlsx";
import type { PreparedBlock } from "@/lib/reports/document";

const sheetsOf = async (blocks: PreparedBlock[]) => {
  const sheets = await readWorkbook(await renderXlsx(sampleDocument({ blocks })));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
};

test("the first sheet says what the workbook is", async () => {
  const sheets = await sheetsOf([{ id: "t", kind: "table", model: practitionerTable(2) }]);
  expect([...sheets.keys()]).toEqual(["About", "Practitioners"]);
  const facts = new Map(sheets.get("About")?.map((row) => [row[0], row[1]]));
  expect(facts.get("Report")).toBe("Monthly clinic operations");
  expect(facts.get("Period")).toBe("1–31 October 2026");
  expect(facts.get("Data")).toBe("data as of 1 November 2026, 06:00 Berlin");
  expect(facts.get("Version")).toBe("Version 8");
  expect(facts.get("Clinic")).toBe("North Quay");
});

test("metrics are numbers with their unit, previous value and change", async () => {
  const sheets = await sheetsOf([{ id: "m", kind: "metrics", items: sampleMetrics() }]);
  expect(sheets.get("Metrics")).toEqual([
    ["Metric", "Value", "Unit", "Previous", "Change", "Compared", "Target"],
    ["Revenue", 268410, "EUR", 257591, "+4.2 %", "vs September", null],
    ["Kept appointments", 2391, "count", 2349, "+1.8 %", "vs September", null],
    ["No-show rate", 0.094, "percent", 0.1, "−0.6 pt", "vs September", 0.08],
  ]);
});

test("a metric that is a day is one in the workbook", async () => {
  const sheets = await sheetsOf([{ id: "m", kind: "metrics", items: [dayMetric()] }]);
  expect(sheets.get("Last visit")?.[1]?.slice(0, 4)).toEqual([
    "Last visit",
    new Date("2026-10-03T00:00:00.000Z"),
    "date",
    null,
  ]);
});

test("table cells are typed: numbers raw, dates real dates, totals at the end", async () => {
  const model = practitionerTable(2);
  const rows = (await sheetsOf([{ id: "t", kind: "table", model }])).get("Practitioners");
  expect(rows?.[0]).toEqual(model.columns.map((column) => column.name));
  expect(rows?.[1]).toEqual([
    "A. Brandt",
    new Date("2019-01-01T00:00:00.000Z"),
    ...model.rows[0]!.slice(2).map((cell) => cell.raw),
  ]);
  expect(rows?.at(-1)?.[5]).toBe(model.totals?.[5]?.raw);
});

test("a chart's sheet holds its points, a gap stays empty", async () => {
  const rows = (await sheetsOf([{ id: "c", kind: "chart", model: lineChart() }])).get("Revenue by month");
  expect(rows?.[0]).toEqual(["Month", "This year", "Year before"]);
  expect(rows?.[1]).toEqual([new Date("2025-11-01T00:00:00.000Z"), 216000, 200000]);
  expect(rows?.[5]?.[2]).toBeNull();
});

test("remarks and errors are told on the first sheet, an empty figure says so", async () => {
  const sheets = await sheetsOf([
    {
      id: "t",
      kind: "table",
      model: practitionerTable(0, {
        empty: true,
        totals: null,
        notices: [{ kind: "truncated", text: "Showing the first 60 rows." }],
      }),
    },
    { id: "e", kind: "error", title: "Costs", message: "The column cost does not exist." },
  ]);
  const about = sheets.get("About")?.map((row) => row.join(": "));
  expect(about).toContain("Practitioners: Showing the first 60 rows.");
  expect(about).toContain("Costs: Could not be prepared: The column cost does not exist.");
  expect(sheets.get("Practitioners")?.[1]?.[0]).toBe("No data in this period");
});

test("a cell that leads somewhere is a link, one to a page of the application is text", async () => {
  const [row = []] = practitionerTable(1).rows;
  const [name = { raw: "", text: "" }, ...others] = row;
  const linked = (href: string) => [{ ...name, look: { href } }, ...others];
  const rows = [linked("https://crm.example/7"), linked("/harbor-health/people/7")];
  const bytes = await renderXlsx(
    sampleDocument({ blocks: [{ id: "t", kind: "table", model: practitionerTable(2, { rows }) }] }),
  );
  const files = unzipSync(bytes);
  const links = Object.entries(files).filter(([file]) => file.includes("worksheets/_rels/"));
  expect(links).toHaveLength(1);
  const targets = strFromU8(links[0]?.[1] ?? new Uint8Array()).match(/Target="[^"]*"/g);
  expect(targets).toEqual(['Target="https://crm.example/7"']);
});

test("a duration is a number of the workbook under a format of hours", async () => {
  const model = practitionerTable(1, {
    columns: [{ key: "w", name: "Waited", type: "number", unit: "duration:minutes", align: "right" }],
    rows: [[{ raw: 200, text: "3\u00a0h\u00a020\u00a0min" }]],
    totals: null,
  });
  const bytes = await renderXlsx(sampleDocument({ blocks: [{ id: "t", kind: "table", model }] }));
  const files = unzipSync(bytes);
  const styles = strFromU8(files["xl/styles.xml"] ?? new Uint8Array());
  expect(styles).toContain("[h]&quot; h &quot;mm&quot; min&quot;");
  const sheet = strFromU8(files["xl/worksheets/sheet2.xml"] ?? new Uint8Array());
  expect(Number(/<c r="A2"[^>]*><v>([^<]+)</.exec(sheet)?.[1])).toBeCloseTo(200 / 1440, 12);
});
