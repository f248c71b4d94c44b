/** Odd and broken files: each is the right table, or a clear error with its place. Never a crash, never a lost row. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, describe, expect, it } from "vitest";
import { convertToParquet } from "@/lib/data-sources/files/convert-to-parquet";
import { formatOf, HEAD_BYTES } from "@/lib/data-sources/files/file-format";
import { type Inspected, inspectFile } from "@/lib/data-sources/files/inspect-file";
import { planOf } from "@/lib/data-sources/files/plan";
import type { LocalFile } from "@/lib/data-sources/files/reading";
import { type ColumnChoice, type ReadOptions, RequestLoadInput } from "@/lib/data-sources/files/schemas";
import { TextFactsReader } from "@/lib/data-sources/files/text-facts";
import { sheetXml, textRow, workbook } from "@/lib/data-sources/files/testing/workbook";
import { quoteText } from "@/lib/data-sources/files/typed-sql";

const folder = mkdtempSync(path.join(tmpdir(), "broadsheet-corpus-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;

function fileOf(fileName: string, content: string | Uint8Array): LocalFile {
  const bytes = Buffer.from(content as Uint8Array);
  count += 1;
  const file = path.join(folder, `upload-${count}`);
  writeFileSync(file, bytes);
  const facts = new TextFactsReader();
  // In pieces, as they arrive.
  for (let at = 0; at < bytes.length; at += 7) facts.update(bytes.subarray(at, at + 7));
  return { path: file, bytes: bytes.length, fileName, facts: facts.end() };
}

type Wish = {
  options?: ReadOptions;
  badValues?: "refuse" | "empty";
  /** Over what was found, by position. */
  columns?: Record<number, Partial<ColumnChoice>>;
};

function inspect(
  fileName: string,
  content: string | Uint8Array,
  options: ReadOptions = {},
): Promise<Inspected> {
  const head = Buffer.from(content as Uint8Array).subarray(0, HEAD_BYTES);
  return inspectFile(fileOf(fileName, content), formatOf(fileName, head), options);
}

type Table = { columns: Record<string, string>; rows: unknown[][]; emptied: number };

async function load(fileName: string, content: string | Uint8Array, wish: Wish = {}): Promise<Table> {
  const head = Buffer.from(content as Uint8Array).subarray(0, HEAD_BYTES);
  const file = fileOf(fileName, content);
  const inspected = await inspectFile(file, formatOf(fileName, head), wish.options ?? {});
  const request = RequestLoadInput.parse({
    loadId: "00000000-0000-4000-8000-000000000000",
    badValues: wish.badValues,
    columns: inspected.inspection.columns.map(({ name, type, format }, index) => ({
      name,
      type,
      format,
      ...wish.columns?.[index],
    })),
    target: { mode: "create", tableName: "t" },
  });
  const target = mkdtempSync(path.join(folder, "job-"));
  const parquet = path.join(target, "part.parquet");
  const plan = planOf(inspected, request);
  const { rows, emptied } = await convertToParquet({ file, plan, folder: target, target: parquet });
  const table = await read(parquet);
  expect(table.rows).toHaveLength(rows);
  return { ...table, emptied };
}

async function read(parquet: string): Promise<Omit<Table, "emptied">> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const result = await connection.run(`SELECT * FROM read_parquet(${quoteText(parquet)})`);
  const types = result.columnTypes().map(String);
  const columns = Object.fromEntries(result.columnNames().map((name, index) => [name, types[index] ?? ""]));
  const rows = await result.getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return { columns, rows };
}

const failure = (promise: Promise<unknown>): Promise<{ code?: string; message: string; details?: unknown }> =>
  promise.then(
    () => ({ message: "nothing was thrown" }),
    (error: Error) => error,
  );

describe("delimited text", () => {
  it("with a mark, semicolons, quotes, lines in quotes, duplicate and empty names", async () => {
    const text = '\ufeffid;Amount;amount;;Note\r\n1;1.234,50;2;x;"a ""b""; c\r\nd"\r\n2;-0,5;3;;\r\n';
    const { columns, rows } = await load("Umsätze.csv", text);
    expect(columns).toEqual({
      id: "BIGINT",
      Amount: "DECIMAL(18,2)",
      "amount (2)": "BIGINT",
      "column 4": "VARCHAR",
      Note: "VARCHAR",
    });
    expect(rows).toEqual([
      ["1", "1234.50", "2", "x", 'a "b"; c\r\nd'],
      ["2", "-0.50", "3", null, null],
    ]);
  });

  it("with leading zeros, money, percent, yes and no, and long numbers", async () => {
    const text =
      'zip,price,rate,open,account\n01234,€ 12.50,5%,yes,12345678901234567890\n99999,"€ 1,200.00",7.5%,no,2\n';
    const { columns, rows } = await load("a.csv", text);
    expect(columns).toEqual({
      zip: "VARCHAR",
      price: "DECIMAL(18,2)",
      rate: "DECIMAL(18,1)",
      open: "BOOLEAN",
      account: "DECIMAL(38,0)",
    });
    expect(rows).toEqual([
      ["01234", "12.50", "5.0", true, "12345678901234567890"],
      ["99999", "1200.00", "7.5", false, "2"],
    ]);
  });

  it("with dates of many kinds", async () => {
    const text = [
      "iso,de,us,mixed,unclear,at,instant",
      "2026-01-31,31.1.2026,01/31/2026,2026-01-31,01/02/03,2026-01-31 10:00,2026-01-31T10:00:00Z",
      "2026-02-01,01.02.2026,02/01/2026,31.1.2026,03/04/05,2026-02-01 11:30:15.5,2026-02-01T10:00:00+02:00",
    ].join("\n");
    const { inspection } = await inspect("dates.csv", text);
    expect(inspection.columns.map(({ type, format }) => [type, format])).toEqual([
      ["date", "YYYY-MM-DD"],
      ["date", "DD.MM.YYYY"],
      ["date", "MM/DD/YYYY"],
      ["text", null],
      ["date", "MM/DD/YY"],
      ["timestamp", "YYYY-MM-DD HH:MM:SS"],
      ["timestamp", "YYYY-MM-DD HH:MM:SS±ZZ"],
    ]);
    expect(inspection.columns[3]?.problems[0]).toMatch(/more than one way/);
    const { columns, rows } = await load("dates.csv", text);
    expect(Object.values(columns)).toEqual([
      "DATE",
      "DATE",
      "DATE",
      "VARCHAR",
      "DATE",
      "TIMESTAMP",
      "TIMESTAMP WITH TIME ZONE",
    ]);
    expect(rows[1]).toEqual([
      "2026-02-01",
      "2026-02-01",
      "2026-02-01",
      "31.1.2026",
      "2005-03-04",
      "2026-02-01 11:30:15.5",
      "2026-02-01 08:00:00+00",
    ]);
  });

  it("where nothing tells the day from the month, or thousands from decimals, stays text", async () => {
    const { inspection } = await inspect("a.csv", "day;n\n01/02/2026;1.234\n03/04/2026;5.678\n");
    expect(inspection.columns.map(({ type }) => type)).toEqual(["text", "text"]);
    expect(inspection.columns[0]?.problems[0]).toMatch(/day or the month comes first/);
    expect(inspection.columns[1]?.problems[0]).toMatch(/thousands or decimals/);
    const chosen = {
      0: { type: "date", format: "DD/MM/YYYY" },
      1: { type: "number", format: "1.234,56" },
    } as const;
    const { rows } = await load("a.csv", "day;n\n01/02/2026;1.234\n03/04/2026;5.678\n", { columns: chosen });
    expect(rows).toEqual([
      ["2026-02-01", "1234"],
      ["2026-04-03", "5678"],
    ]);
  });

  it("in Windows-1252, and in UTF-16 of both kinds", async () => {
    const latin = Buffer.from("name,n\nM\xfcller \x80,1\n", "latin1");
    expect((await load("a.csv", latin)).rows).toEqual([["Müller €", "1"]]);
    const little = Buffer.from("\ufeffname\tn\r\nMüller 漢\t1\r\n", "utf16le");
    expect((await load("a.csv", little)).rows).toEqual([["Müller 漢", "1"]]);
    expect((await load("a.csv", Buffer.from(little).swap16())).rows).toEqual([["Müller 漢", "1"]]);
  });

  it("with line ends of several kinds, rows above the header, and a short last row", async () => {
    expect((await load("a.csv", "a,b\r\n1,2\n3,4\r5,6")).rows).toEqual([
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
    const options = { skipRows: 2, fillShortRows: true };
    expect((await load("a.csv", "Report\n\na,b\n1,2\n3\n", { options })).rows).toEqual([
      ["1", "2"],
      ["3", null],
    ]);
  });

  it("with blank lines, with one column, with a header alone", async () => {
    expect((await load("a.csv", "a,b\n\n1,2\n\n\n3,4\n\n")).rows).toHaveLength(2);
    expect((await load("a.csv", "name\nx\n\ny\n")).rows).toEqual([["x"], [null], ["y"]]);
    const empty = await load("a.csv", "a,b\n");
    expect(empty).toMatchObject({ columns: { a: "VARCHAR", b: "VARCHAR" }, rows: [] });
  });

  it("keeps formulas as the texts they are", async () => {
    const { rows } = await load("a.csv", `a,b\n=cmd|' /C calc'!A0,@SUM(1)\n`);
    expect(rows).toEqual([["=cmd|' /C calc'!A0", "@SUM(1)"]]);
  });

  it("keeps the names of columns from becoming SQL", async () => {
    const { columns } = await load("a.csv", `"x"") FROM y; --",'b'\n1,2\n`);
    expect(Object.keys(columns)).toEqual([`x") FROM y; --`, "'b'"]);
  });

  it.each([
    ["an empty file", "", /is empty/],
    ["blank lines alone", "\n\n\n", /is empty/],
    ["an unterminated quote", 'a,b\n1,2\n3,"x\n4,5\n', /Row 3, column 2: a quotation mark .* never closed/],
    ["text after a quote", 'a,b\n1,"x"y\n', /Row 2, column 2: “y” follows a closing quotation mark/],
    ["a row too short", "a,b,c\n1,2,3\n1,2\n", /Row 3 has 2 values, and the header has 3 columns/],
    ["a row too long", "a,b\n1,2\n\n1,2,3\n", /Row 4 has 3 values, and the header has 2 columns/],
    ["zero bytes", "a,b\n1,\0x\n", /Line 2 holds a zero character/],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), /is a picture/],
    [
      "an old workbook",
      Buffer.from("d0cf11e0a1b11ae10000000000000000", "hex"),
      /password or is an old Excel file/,
    ],
    ["gzip", Buffer.from("1f8b0800000000000003000000000000", "hex"), /is compressed/],
  ])("refuses %s", async (_, content, message) => {
    const error = await failure(load("data.csv", content));
    expect(error.message).toMatch(message);
    expect(error.code).toBe("invalid_input");
  });

  it("finds what is wrong far below the rows that were looked at, by its row in the file", async () => {
    const rows = Array.from({ length: 30_000 }, (_, n) => `${n},2026-01-01,"x\ny"`);
    const text = (broken: string) => `id,day,note\n${[...rows, broken, ...rows].join("\n")}\n`;
    const messages = await Promise.all(
      ["1,2026-01-01", "1,2026-01-01,x,y", '1,2026-01-01,"x"z', "1,n/a,x"].map(
        async (broken) => (await failure(load("a.csv", text(broken)))).message,
      ),
    );
    expect(messages).toEqual([
      expect.stringMatching(/^Row 30,002 has 2 values/),
      expect.stringMatching(/^Row 30,002 has 4 values/),
      expect.stringMatching(/^Row 30,002, column 3: “z” follows/),
      expect.stringMatching(/^Row 30,002, column day: “n\/a” is not a date written like YYYY-MM-DD\. Make/),
    ]);
    const whole = await load("a.csv", text("1,n/a,x"), { badValues: "empty" });
    expect(whole.rows).toHaveLength(60_001);
    expect(whole.emptied).toBe(1);
    expect(whole.rows[30_000]).toEqual(["1", null, "x"]);
  });

  it("makes room for numbers that are longer than those that were looked at", async () => {
    const rows = Array.from({ length: 12_000 }, (_, n) => `${n}`);
    const last = ["12345678901234567890.1234", "0.5"];
    const { columns, rows: read } = await load("a.csv", `n\n${[...rows, ...last].join("\n")}\n`);
    expect(columns).toEqual({ n: "DECIMAL(38,4)" });
    expect(read.at(-2)).toEqual(["12345678901234567890.1234"]);
    const scientific = await load("a.csv", `n\n${[...rows, "1.5e-3"].join("\n")}\n`);
    expect(scientific.columns).toEqual({ n: "DOUBLE" });
    expect(scientific.rows.at(-1)).toEqual([0.0015]);
  });

  it("counts values that do not fit", async () => {
    const rows = Array.from({ length: 500 }, (_, n) => (n % 100 === 99 ? "n/a,x" : `${n},x`));
    const wish = { columns: { 0: { type: "number", format: "1,234.56" } } } as const;
    const error = await failure(load("a.csv", `Amount,b\n${rows.join("\n")}\n`, wish));
    expect(error.message).toBe(
      "Row 101, column Amount: “n/a” is not a number written like 1,234.56. There are 5 such values. Make the column text, choose another format, or treat such values as empty.",
    );
    expect(error.details).toMatchObject({ row: 101, columnName: "Amount", count: 5 });
  });

  it("takes nothing for a number that is none", async () => {
    const columns = { 0: { type: "number", format: "1 234,56" } } as const;
    const read = async (text: string) => (await load("a.csv", `n;b\n${text};x\n`, { columns })).rows[0]?.[0];
    expect(await read("-$1 234,50")).toBe("-1234.50");
    expect(await read("\u22121\u00a0234 €")).toBe("-1234");
    for (const text of ["1 2 3", "12 34", "1_000", "0x1F", "1e", "--1", "Infinity", "NaN", "1.5"])
      expect((await failure(read(text))).message).toMatch(/is not a number written like 1 234,56/);
  });

  it("with sixteen thousand columns says what to leave out, and loads the rest", async () => {
    const names = Array.from({ length: 16_384 }, (_, n) => `c${n}`);
    const text = `${names.join(",")}\n${names.map((_, n) => n).join(",")}\n`;
    expect((await failure(load("wide.csv", text))).message).toMatch(
      /at most 2,000 columns, and 16,384 are chosen/,
    );
    const columns = Object.fromEntries(names.map((_, n) => [n, { isIncluded: n % 100 === 0 }]));
    const { rows } = await load("wide.csv", text, { columns });
    expect(rows[0]?.[163]).toBe("16300");
  });
});

describe("JSON lines", () => {
  it("keep every member and every digit", async () => {
    const text = [
      '{"id": 1, "n": 12345678901234567890.12, "tags": ["a", {"b": 1}], "ok": true}',
      "",
      '{"id": 2, "late": "2026-01-31", "n": 1e2}',
    ].join("\n");
    const { columns, rows } = await load("a.jsonl", text);
    expect(columns).toEqual({
      id: "BIGINT",
      n: "DECIMAL(38,2)",
      tags: "VARCHAR",
      ok: "BOOLEAN",
      late: "DATE",
    });
    expect(rows).toEqual([
      ["1", "12345678901234567890.12", '["a",{"b":1}]', true, null],
      ["2", "100.00", null, null, "2026-01-31"],
    ]);
  });

  it.each([
    ['{"a": 1}\n{"a": }\n', /^Line 2 is not a JSON object/],
    ['[{"a": 1}]', /one JSON array|it is an array/],
    ['{"a": 1}\n[1, 2]\n', /^Line 2 is not a JSON object \(it is an array\)/],
    ["\n\n", /is empty/],
  ])("refuse %j", async (text, message) => {
    expect((await failure(load("a.jsonl", text))).message).toMatch(message);
  });
});

describe("Parquet", () => {
  it("keeps its types, is written anew, and is refused when it is cut", async () => {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const source = path.join(folder, "source.parquet");
    await connection.run(
      `COPY (SELECT i AS id, i::DECIMAL(12,3) / 8 AS n, DATE '2026-01-01' + i::INT AS day, [i] AS list, 'x' || i AS name FROM range(3000) t(i)) TO ${quoteText(source)}`,
    );
    connection.closeSync();
    instance.closeSync();
    const { readFileSync } = await import("node:fs");
    const bytes = readFileSync(source);
    const { columns, rows } = await load("a.parquet", bytes);
    expect(columns).toMatchObject({ id: "BIGINT", day: "DATE", list: "VARCHAR", name: "VARCHAR" });
    expect(rows).toHaveLength(3000);
    expect(rows[7]).toMatchObject(["7", expect.anything(), "2026-01-08", "[7]", "x7"]);
    const cut = bytes.subarray(0, bytes.length / 2);
    expect((await failure(load("a.parquet", cut))).message).toMatch(/damaged, not whole/);
  });
});

describe("workbooks", () => {
  const dates = ["yyyy-mm-dd", "dd/mm/yyyy hh:mm", "[h]:mm", '0.00" days"', "[Red]#,##0.00"];
  const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;

  it("with shared texts, dates, booleans, errors, formulas, gaps and empty rows", async () => {
    const bytes = workbook({
      shared: [
        "<t>name</t>",
        "<r><t>Mü</t></r><r><t>ller &amp; Co</t></r><rPh><t>x</t></rPh>",
        "<t>a_x000D_b</t>",
      ],
      formats: dates,
      sheets: {
        Data:
          row(
            2,
            '<c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>day</t></is></c><c r="C2" t="str"><v>at</v></c><c r="D2" t="str"><v>amount</v></c><c r="E2" t="str"><v>open</v></c><c r="F2" t="str"><v>sum</v></c>',
          ) +
          row(
            3,
            '<c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>46053</v></c><c r="C3" s="2"><v>46053.5</v></c><c r="D3" s="5"><v>19.989999999999998</v></c><c r="E3" t="b"><v>1</v></c><c r="F3"><f>D3*2</f><v>39.98</v></c>',
          ) +
          row(4, "") +
          row(
            5,
            '<c r="A5" t="s"><v>2</v></c><c r="D5" s="4"><v>1E-3</v></c><c r="E5" t="b"><v>0</v></c><c r="F5" t="e"><v>#N/A</v></c>',
          ),
      },
    });
    const { columns, rows } = await load("a.xlsx", bytes);
    expect(columns).toEqual({
      name: "VARCHAR",
      day: "DATE",
      at: "TIMESTAMP",
      amount: "DECIMAL(18,3)",
      open: "BOOLEAN",
      sum: "DECIMAL(18,2)",
    });
    expect(rows).toEqual([
      ["Müller & Co", "2026-01-31", "2026-01-31 12:00:00", "19.990", true, "39.98"],
      ["a\rb", null, null, "0.001", false, null],
    ]);
    const { inspection } = await inspect("a.xlsx", bytes);
    expect(inspection.notes).toEqual(["Cells with errors, such as #N/A, are read as empty."]);
  });

  it("count days from 1900, with the day that never was, or from 1904", async () => {
    const sheets = {
      S:
        textRow(1, ["day"]) +
        [1, 59, 61, 46053].map((serial, n) => row(n + 2, `<c s="1"><v>${serial}</v></c>`)).join(""),
    };
    const days = async (is1904: boolean) =>
      (await load("a.xlsx", workbook({ sheets, formats: ["dd.mm.yy"], is1904 }))).rows.flat();
    expect(await days(false)).toEqual(["1900-01-01", "1900-02-28", "1900-03-01", "2026-01-31"]);
    expect(await days(true)).toEqual(["1904-01-02", "1904-02-29", "1904-03-02", "2030-02-01"]);
    const never = {
      S: `${textRow(1, ["day"])}${row(2, '<c s="1"><v>46053</v></c>')}${row(3, '<c s="1"><v>60</v></c>')}`,
    };
    const columns = { 0: { type: "date", format: "YYYY-MM-DD" } } as const;
    const error = await failure(
      load("a.xlsx", workbook({ sheets: never, formats: ["dd.mm.yy"] }), { columns }),
    );
    expect(error.message).toMatch(/^Row 3, column day: “1900-02-29” is not a date/);
  });

  it("keep numbers that are texts, choose a sheet, and say where a value has no header", async () => {
    const sheets = {
      First: textRow(1, ["zip"]) + textRow(2, ["01234"]),
      Second: textRow(1, ["b"]) + textRow(3, ["x"]),
    };
    const bytes = workbook({ sheets });
    expect(await load("a.xlsx", bytes)).toMatchObject({ columns: { zip: "VARCHAR" }, rows: [["01234"]] });
    expect((await inspect("a.xlsx", bytes)).inspection.sheets).toEqual(["First", "Second"]);
    expect((await load("a.xlsx", bytes, { options: { sheet: "Second" } })).rows).toEqual([["x"]]);
    expect((await failure(load("a.xlsx", bytes, { options: { sheet: "Third" } }))).message).toMatch(
      /no worksheet named “Third”/,
    );
    const rows = Array.from({ length: 10_050 }, (_, n) => textRow(n + 2, ["x"])).join("");
    const wide = workbook({ sheets: { S: textRow(1, ["a"]) + rows + textRow(10_052, ["x", "y"]) } });
    expect((await failure(load("a.xlsx", wide))).message).toMatch(/^Row 10,052 has a value in column 2/);
  });

  it("with macros are read without them", async () => {
    const bytes = workbook({
      sheets: { S: textRow(1, ["a"]) + textRow(2, ["x"]) },
      others: { "xl/vbaProject.bin": new Uint8Array([1, 2, 3]) },
    });
    expect((await inspect("a.xlsm", bytes)).inspection.notes[0]).toMatch(/macros. They are ignored/);
    expect((await load("a.xlsm", bytes)).rows).toEqual([["x"]]);
  });

  it.each([
    [
      "a zip bomb",
      () =>
        workbook({
          sheets: { S: "" },
          others: { "xl/worksheets/sheet1.xml": sheetXml(" ".repeat(60_000_000)) },
        }),
      /unpacks to far more/,
    ],
    [
      "entities that grow",
      () =>
        workbook({
          sheets: { S: "" },
          others: {
            "xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>${textRow(1, ["&b;"])}</sheetData></worksheet>`,
          },
        }),
      /declares XML entities/,
    ],
    [
      "a truncated archive",
      () => workbook({ sheets: { S: textRow(1, ["a"]) } }).slice(0, 400),
      /damaged or not whole/,
    ],
    [
      "broken XML",
      () =>
        workbook({
          sheets: { S: "" },
          others: { "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>" },
        }),
      /damaged or not whole/,
    ],
    [
      "another archive",
      () => workbook({ sheets: {}, others: { "xl/workbook.xml": "<a/>" } }),
      /no worksheet/,
    ],
    ["a binary workbook", () => workbook({ sheets: {}, others: { "xl/workbook.bin": "x" } }), /\.xlsb/],
    ["an empty sheet", () => workbook({ sheets: { Leer: "" } }), /“Leer” is empty/],
  ])("refuse %s", async (_, bytes, message) => {
    const error = await failure(load("data.xlsx", bytes()));
    expect(error.message).toMatch(message);
    expect(error.code).toBe("invalid_input");
  });

  it("with 16,384 columns can be looked at", async () => {
    const cells = (n: number) => Array.from({ length: 16_384 }, () => `<c><v>${n}</v></c>`).join("");
    const bytes = workbook({ sheets: { S: row(1, cells(1)) + row(2, cells(2)) } });
    const { inspection } = await inspect("wide.xlsx", bytes, { hasHeader: false });
    expect(inspection.columns).toHaveLength(16_384);
    expect(inspection.columns.at(-1)).toMatchObject({ name: "column 16384", type: "number" });
  });
});

describe("a column that is told to be numbers", () => {
  it("keeps every number, whatever zeros it is written with", async () => {
    const text = "Ort;Umsatz\r\nNord;1.234,50\r\nSüd;987,00\r\nWest;n/a\r\nOst;12,5\r\nMitte;007\r\n";
    const columns = { 1: { type: "number" as const, format: "1.234,56" as const } };
    const table = await load("umsatz.csv", text, { columns, badValues: "empty" });
    expect(table.emptied).toBe(1);
    expect(table.rows.map(([, value]) => (value === null ? null : Number(value)))).toEqual([
      1234.5,
      987,
      null,
      12.5,
      7,
    ]);
  });
});
