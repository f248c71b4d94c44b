/** Files to be uploaded: a CSV, and a workbook as Excel writes them, with its texts beside the cells. */
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import { ZipWriter } from "@/lib/render/xlsx/zip-writer";

const PEOPLE = ["Ada Lovelace", '"Turing, Alan"', '"Linus ""T"" Torvalds"', "Müller & Söhne", "Grace Hopper"];
const PLACES = ["Berlin", "Paris", "New York", "São Paulo", "Tokyo"];
const AT_ONCE = 5000;

export const writeCsv = (file: string, rows: number): Promise<void> =>
  pipeline(csvLines(rows), createWriteStream(file));

function* csvLines(rows: number): Generator<string> {
  yield "id,day,created,customer,city,amount,quantity,price,paid,note\n";
  const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + (n % 900))).toISOString().slice(0, 10);
  const two = (n: number) => String(n).padStart(2, "0");
  let text = "";
  for (let n = 0; n < rows; n += 1) {
    const time = `${two(n % 24)}:${two(n % 60)}:${two((n * 7) % 60)}`;
    const amount = ((n * 7919) % 10_000_000) / 100;
    const price = ((n * 104_729) % 99_999) / 1000;
    text += `${n},${day(n)},${day(n)} ${time},${PEOPLE[n % 5]},${PLACES[(n * 3) % 5]},${amount.toFixed(2)},${n % 97},${price.toFixed(3)},${n % 3 === 0},note number ${n % 1000}\n`;
    if (n % AT_ONCE !== AT_ONCE - 1) continue;
    yield text;
    text = "";
  }
  yield text;
}

const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEADS = ["id", "day", "customer", "city", "amount", "quantity", "price", "paid", "reference", "note"];

/** Two of ten columns have a text of their own in each row: all of these are held while the sheet is read. */
export async function writeWorkbook(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file);
  const zip = new ZipWriter(async (chunk) => {
    if (!out.write(chunk)) await once(out, "drain");
  });
  await zip.addFile("[Content_Types].xml", "<Types/>");
  await zip.addFile(
    "xl/workbook.xml",
    `<workbook xmlns:r="${REL}"><sheets><sheet name="Visits" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  await zip.addFile(
    "xl/_rels/workbook.xml.rels",
    `<Relationships><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  );
  await zip.addFile(
    "xl/styles.xml",
    '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  );
  await writeParts(
    zip,
    "xl/sharedStrings.xml",
    ["<sst>", ...HEADS.map(shared), ...PLACES.map(shared)],
    rows,
    (n) =>
      `${shared(`VISIT-2026-${n}-${(n * 7919) % 100_003}`)}${shared(`A note about visit number ${n}, written by hand`)}`,
    "</sst>",
  );
  const head = HEADS.map((_name, index) => `<c t="s"><v>${index}</v></c>`).join("");
  await writeParts(
    zip,
    "xl/worksheets/sheet1.xml",
    [`<worksheet><sheetData><row r="1">${head}</row>`],
    rows,
    rowXml,
    "</sheetData></worksheet>",
  );
  await zip.finish();
  out.end();
  await once(out, "close");
}

const shared = (text: string): string => `<si><t>${text}</t></si>`;

function rowXml(n: number): string {
  const place = HEADS.length + (n % PLACES.length);
  const own = HEADS.length + PLACES.length + 2 * n;
  const text = (index: number) => `<c t="s"><v>${index}</v></c>`;
  const number = (value: number) => `<c><v>${value}</v></c>`;
  return `<row r="${n + 2}">${number(n)}<c s="1"><v>${45_000 + (n % 900)}</v></c>${text(place)}${text(place)}${number(((n * 7919) % 10_000_000) / 100)}${number(n % 97)}${number(((n * 104_729) % 99_999) / 1000)}<c t="b"><v>${n % 2}</v></c>${text(own)}${text(own + 1)}</row>`;
}

async function writeParts(
  zip: ZipWriter,
  name: string,
  head: readonly string[],
  rows: number,
  part: (n: number) => string,
  foot: string,
): Promise<void> {
  await zip.openEntry(name);
  await zip.write(head.join(""));
  for (let from = 0; from < rows; from += AT_ONCE) {
    let text = "";
    for (let n = from; n < Math.min(rows, from + AT_ONCE); n += 1) text += part(n);
    await zip.write(text);
  }
  await zip.write(foot);
  await zip.closeEntry();
}
