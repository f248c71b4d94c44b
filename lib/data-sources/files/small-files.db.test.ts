/** Files that are small and would take gigabytes if every row were made as wide as the widest. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { workbook } from "@/lib/data-sources/files/testing/workbook";

const folder = mkdtempSync(path.join(tmpdir(), "broadsheet-small-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PROCESS = path.join(import.meta.dirname, "testing/inspect-process.ts");
const WIDE = 16_384;
const names = (join: string, one: (index: number) => string) =>
  Array.from({ length: WIDE }, (_, index) => one(index)).join(join);
let count = 0;

/** What a process with 300 MB says of the file; with `isLoaded`, after it was made a table. */
async function told(
  fileName: string,
  content: string | Uint8Array,
  { options = {}, isLoaded = false } = {},
): Promise<string> {
  count += 1;
  const file = path.join(folder, `upload-${count}`);
  writeFileSync(file, content);
  const work = isLoaded ? `${file}.work` : "";
  if (isLoaded) mkdirSync(work);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--max-old-space-size=300", "--import", "tsx", PROCESS, file, fileName, JSON.stringify(options), work],
    { maxBuffer: 1e6 },
  );
  return stdout.trim();
}

describe("a small file", () => {
  it("of JSON lines with one wide line among many empty ones is looked at and loaded", async () => {
    const wide = `{${names(",", (index) => `"n${index}":1`)}}\n`;
    expect(await told("a.jsonl", wide + "{}\n".repeat(6000), { isLoaded: true })).toBe("6001 rows");
  }, 120_000);

  it("with a wide header and short rows to be filled is looked at and loaded", async () => {
    const content = `${names(",", (index) => `n${index}`)}\n${"1\n".repeat(6000)}`;
    const filled = { options: { fillShortRows: true }, isLoaded: true };
    expect(await told("a.csv", content, filled)).toBe("6000 rows");
  }, 120_000);

  it("that is a workbook with a wide header and short rows is looked at", async () => {
    const header = `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>`;
    const rows = Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 2}"><c><v>${at}</v></c></row>`);
    expect(await told("a.xlsx", workbook({ sheets: { S: header + rows.join("") } }))).toBe("16384 columns");
  }, 60_000);

  it("that is a workbook of millions of sheets or empty texts is refused", async () => {
    const sheets = `<workbook><sheets>${'<sheet name="a" id="b"/>'.repeat(1_200_000)}</sheets></workbook>`;
    const others = { "xl/workbook.xml": sheets };
    expect(await told("a.xlsx", workbook({ sheets: { S: "" }, others }))).toMatch(/larger than any/);
    const text = `<row r="1"><c t="inlineStr"><is><t>${"ab".repeat(15_000_000)}</t></is></c></row>`;
    expect(await told("a.xlsx", workbook({ sheets: { S: text } }))).toMatch(/damaged or not whole/);
  }, 60_000);
});

describe("a line of JSON", () => {
  it("that never ends is refused before it is whole", async () => {
    const content = `{"a":"${"x".repeat(5_000_000)}"}\n`;
    expect(await told("a.jsonl", content)).toMatch(/Line 1 has more than 2,000,000 characters/);
  }, 60_000);
});
