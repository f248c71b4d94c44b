import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { columnLetters, type XlsxCell, XlsxWriter } from "@/lib/render/xlsx/xlsx-writer";
import { collectBytes } from "@/lib/render/xlsx/zip-writer";

const PROPERTIES = { title: "T", creator: "C", createdAt: "2026-11-01T05:00:00.000Z" };

async function write(rows: XlsxCell[][], options: { maxRows?: number } = {}): Promise<Buffer> {
  const { sink, bytes } = collectBytes();
  const writer = new XlsxWriter(sink, PROPERTIES, options);
  await writer.openSheet({
    name: "Data",
    columns: ["A", "B", "C"].map((header) => ({ header, width: 12 })),
  });
  for (const row of rows) await writer.writeRow(row);
  await writer.close();
  return bytes();
}

test("numbers, booleans, texts and dates come back with their types", async () => {
  const [sheet] = await readWorkbook(
    await write([
      [1.5, true, "plain"],
      [-0.25, false, { value: 46327, style: { format: "yyyy-mm-dd" } }],
      [null, "", "last"],
    ]),
  );
  expect(sheet?.sheet).toBe("Data");
  expect(sheet?.data).toEqual([
    ["A", "B", "C"],
    [1.5, true, "plain"],
    [-0.25, false, new Date("2026-11-01T00:00:00.000Z")],
    [null, null, "last"],
  ]);
});

test("text that looks like a formula, markup or an escape is kept as text", async () => {
  const texts = ["=1+1", "+49 30 1234", "@SUM(A1)", "<b>&\"'</b>", "_x000D_", " spaced ", "naïve 🙂"];
  const bytes = await write(texts.map((text) => [text]));
  const [sheet] = await readWorkbook(bytes, { trim: false });
  const raw = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(raw).not.toContain("<f>");
  expect(raw).toContain("_x005F_x000D_");
  const read = sheet?.data.slice(1).map((row) => row[0]);
  expect(read?.filter((_, index) => index !== 4)).toEqual(texts.filter((_, index) => index !== 4));
});

test("spaces at the ends and line breaks are kept, and only their texts say so", async () => {
  const texts = [" before", "after ", "two\nlines", "a  b", "plain"];
  const bytes = await write(texts.map((text) => [text]));
  const [sheet] = await readWorkbook(bytes, { trim: false });
  expect(sheet?.data.slice(1).map((row) => row[0])).toEqual(texts);
  const raw = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(raw.match(/xml:space="preserve"/g)).toHaveLength(3);
});

test("rows written together are the rows written one by one", async () => {
  const rows: XlsxCell[][] = Array.from({ length: 7 }, (_, row) => [row, `text ${row}`, row % 2 === 0]);
  const { sink, bytes } = collectBytes();
  const writer = new XlsxWriter(sink, PROPERTIES, { maxRows: 4 });
  await writer.openSheet({ name: "Data", columns: ["A", "B", "C"].map((header) => ({ header, width: 12 })) });
  await writer.writeRows(rows);
  await writer.close();
  expect(bytes().equals(await write(rows, { maxRows: 4 }))).toBe(true);
});

test("control characters and broken surrogates are dropped, because XML cannot hold them", async () => {
  const [sheet] = await readWorkbook(await write([["a\u0000b\u0008c\u001fd\ud83de"]]));
  expect(sheet?.data[1]?.[0]).toBe("abcde");
});

test("linked cells lead where they say, in the sheet they stand in", async () => {
  const linked = (value: string, link: string): XlsxCell => ({ value, style: { link: true }, link });
  const far = `https://x.example/${"a".repeat(3000)}`;
  const bytes = await write(
    [
      ["plain", linked("CRM", 'https://crm.example/?a=1&b="2"')],
      [linked("too long", far), linked("mail", "mailto:a@b.example")],
    ],
    { maxRows: 2 },
  );
  const files = unzipSync(bytes);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(text("xl/worksheets/sheet1.xml")).toContain(
    '</sheetData><hyperlinks><hyperlink ref="B2" r:id="rId1"/></hyperlinks></worksheet>',
  );
  expect(text("xl/worksheets/_rels/sheet1.xml.rels")).toContain(
    'Target="https://crm.example/?a=1&amp;b=&quot;2&quot;" TargetMode="External"',
  );
  // A longer address than Excel opens stays text.
  expect(text("xl/worksheets/sheet2.xml")).toContain('<hyperlink ref="B2" r:id="rId1"/></hyperlinks>');
  expect(text("xl/worksheets/_rels/sheet2.xml.rels")).toContain('Target="mailto:a@b.example"');
  const [first] = await readWorkbook(bytes);
  expect(first?.data[1]).toEqual(["plain", "CRM", null]);
});

test("a full sheet goes on in a second one with the same head", async () => {
  const sheets = await readWorkbook(await write([[1], [2], [3]], { maxRows: 3 }));
  expect(sheets.map(({ sheet, data }) => [sheet, data])).toEqual([
    [
      "Data",
      [
        ["A", "B", "C"],
        [1, null, null],
        [2, null, null],
      ],
    ],
    [
      "Data (2)",
      [
        ["A", "B", "C"],
        [3, null, null],
      ],
    ],
  ]);
});

test("the same content gives the same bytes", async () => {
  expect((await write([[1, "x"]])).equals(await write([[1, "x"]]))).toBe(true);
});

test("a slow reader holds the writer back", async () => {
  let waiting = 0;
  let mostWaiting = 0;
  const writer = new XlsxWriter(async () => {
    waiting += 1;
    mostWaiting = Math.max(mostWaiting, waiting);
    await new Promise((resolve) => setImmediate(resolve));
    waiting -= 1;
  }, PROPERTIES);
  await writer.openSheet({ name: "Data", columns: [{ header: "A", width: 10 }] });
  for (let row = 0; row < 20_000; row++) await writer.writeRow([`row ${row} ${row * 7919}`]);
  await writer.close();
  expect(mostWaiting).toBe(1);
});

test("columns are lettered as spreadsheets do", () => {
  expect([0, 25, 26, 51, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
});
