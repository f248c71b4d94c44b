import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { csvField, csvRecord } from "@/lib/render/csv/csv-text";
import { renderCsv } from "@/lib/render/csv/render-csv";
import { sampleDocument } from "@/lib/render/testing/sample-document";
import { barChart, practitionerTable, dayMetric, sampleMetrics } from "@/lib/render/testing/sample-models";

test("texts that a spreadsheet would run get an apostrophe, numbers stay as they are", () => {
  const dangerous = ["=HYPERLINK(A1)", "+1", "-2+3", "@cmd", "\tx", "\rx", "\nx", "＝1+1"];
  for (const text of dangerous) expect(csvField(text, "text")).toBe(`'${text}`);
  expect(csvField(-12.5, "number")).toBe("-12.5");
  expect(csvField("-12345678901234567890.1", "number")).toBe("-12345678901234567890.1");
  expect(csvField("-2+3", "number")).toBe("'-2+3");
  expect(csvField("2026-11-01", "date")).toBe("2026-11-01");
  expect([csvField(null, "text"), csvField(true, "boolean")]).toEqual(["", "true"]);
});

test("records follow RFC 4180", () => {
  expect(csvRecord(["a", 'say "hi"', "x,y", "two\nlines"])).toBe('a,"say ""hi""","x,y","two\nlines"\r\n');
});

test("one figure is one file that begins with a byte order mark and holds raw values", async () => {
  const model = practitionerTable(1, { totals: null });
  const file = await renderCsv(sampleDocument({ blocks: [{ id: "t", kind: "table", model }] }));
  expect([file.extension, file.contentType]).toEqual(["csv", "text/csv; charset=utf-8"]);
  expect([...file.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const noShow = String(model.rows[0]?.[4]?.raw);
  expect(file.bytes.toString("utf8").slice(1)).toBe(
    `Practitioner,Joined,Appointments,Kept,No-show,Revenue\r\nA. Brandt,2019-01-01,312,268,${noShow},31624\r\n`,
  );
});

test("a column named like a formula is guarded too", async () => {
  const model = practitionerTable(0, {
    columns: [{ key: "x", name: "=cmd|' /C calc'!A0", type: "text", align: "left" }],
  });
  const file = await renderCsv(sampleDocument({ blocks: [{ id: "t", kind: "table", model }] }));
  expect(file.bytes.toString("utf8").slice(1)).toBe("'=cmd|' /C calc'!A0\r\n");
});

test("several figures are a zip in the report's order", async () => {
  const file = await renderCsv(
    sampleDocument({
      blocks: [
        { id: "m", kind: "metrics", items: sampleMetrics() },
        { id: "c", kind: "chart", model: barChart({ title: "Größe / clinic?" }) },
        { id: "t", kind: "table", model: practitionerTable(3) },
      ],
    }),
  );
  expect([file.extension, file.contentType]).toEqual(["zip", "application/zip"]);
  const entries = unzipSync(file.bytes);
  expect(Object.keys(entries)).toEqual(["1-metrics.csv", "2-große-clinic.csv", "3-practitioners.csv"]);
  expect(strFromU8(entries["1-metrics.csv"] ?? new Uint8Array())).toContain(
    "Revenue,268410,EUR,257591,vs September,\r\n",
  );
});

test("a metric that is a day is written as one", async () => {
  const blocks = [{ id: "m", kind: "metrics" as const, items: [dayMetric()] }];
  const file = await renderCsv(sampleDocument({ blocks }));
  expect(file.bytes.toString("utf8")).toContain("Last visit,2026-10-03,date,,,\r\n");
});

test("a report without figures is an empty file, not an error", async () => {
  const file = await renderCsv(sampleDocument({ blocks: [{ id: "x", kind: "text", markdown: "Hello" }] }));
  expect(file.bytes.toString("utf8")).toBe("\ufeff");
});
