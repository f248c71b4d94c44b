import path from "node:path/posix";
import { InvalidInputError } from "@/lib/errors";
import { Archive, notWhole, parseXml, type XmlHandler } from "./open-workbook";
import { type DateKind, dateKindOf } from "./serial-dates";

/** Characters of shared texts kept in memory. */
const SHARED_LIMIT_CHARS = 150_000_000;
/** What an empty text takes, too. */
const TEXT_CHARS = 8;
const SHARED_TEXTS = "xl/sharedstrings.xml";

export type Sheet = { name: string; part: string };
export type Workbook = {
  archive: Archive;
  sheets: Sheet[];
  is1904: boolean;
  /** By the index of a cell's style; null is a number. */
  dateKinds: (DateKind | null)[];
  notes: string[];
};

/** Throws InvalidInputError for what is no workbook, and for one without a sheet of cells. The caller closes it. */
export async function openWorkbook(file: string): Promise<Workbook> {
  const archive = await Archive.open(file);
  try {
    return await readWorkbook(archive);
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (archive.has("xl/workbook.bin"))
    throw new InvalidInputError("This is a binary workbook (.xlsb). Save it as .xlsx and upload that.");
  if (!archive.has("xl/workbook.xml"))
    throw new InvalidInputError(
      "This archive is not an Excel workbook. Upload the tables inside it one by one.",
    );
  const links = await readLinks(archive);
  const { sheets: named, is1904 } = await readSheets(archive);
  const sheets: Sheet[] = [];
  let macroSheets = 0;
  for (const { name, link } of named) {
    const target = links.get(link);
    if (target?.type.endsWith("/worksheet") && archive.has(target.part))
      sheets.push({ name, part: target.part });
    else if (/macrosheet$/i.test(target?.type ?? "")) macroSheets += 1;
  }
  if (sheets.length === 0)
    throw new InvalidInputError("The workbook has no worksheet with cells. Upload one that has.");
  const hasMacros = macroSheets > 0 || archive.names().some((name) => name.endsWith("vbaproject.bin"));
  const notes = hasMacros ? ["The workbook has macros. They are ignored: only the cells are read."] : [];
  return { archive, sheets, is1904, dateKinds: await readDateKinds(archive), notes };
}

async function drain(archive: Archive, part: string, handler: XmlHandler): Promise<void> {
  if (part !== SHARED_TEXTS) archive.requireHeld(part);
  for await (const _ of parseXml(archive, part, handler));
}

async function readLinks(archive: Archive): Promise<Map<string, { type: string; part: string }>> {
  const links = new Map<string, { type: string; part: string }>();
  if (!archive.has("xl/_rels/workbook.xml.rels")) throw notWhole();
  await drain(archive, "xl/_rels/workbook.xml.rels", {
    open(name, { Id = "", Type = "", Target = "" }) {
      if (name === "Relationship") links.set(Id, { type: Type, part: path.resolve("/xl", Target).slice(1) });
    },
    close: () => undefined,
  });
  return links;
}

async function readSheets(
  archive: Archive,
): Promise<{ sheets: { name: string; link: string }[]; is1904: boolean }> {
  const sheets: { name: string; link: string }[] = [];
  let is1904 = false;
  await drain(archive, "xl/workbook.xml", {
    open(name, attributes) {
      if (name === "workbookPr") is1904 = /^(1|true|on)$/i.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const link = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? "";
      sheets.push({ name: attributes.name ?? `Sheet ${sheets.length + 1}`, link });
    },
    close: () => undefined,
  });
  return { sheets, is1904 };
}

async function readDateKinds(archive: Archive): Promise<(DateKind | null)[]> {
  const kinds: (DateKind | null)[] = [];
  if (!archive.has("xl/styles.xml")) return kinds;
  const codes = new Map<number, string>();
  let isInCells = false;
  await drain(archive, "xl/styles.xml", {
    open(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") isInCells = true;
      const id = Number(attributes.numFmtId ?? 0);
      if (name === "xf" && isInCells) kinds.push(dateKindOf(id, codes.get(id)));
    },
    close(name) {
      if (name === "cellXfs") isInCells = false;
    },
  });
  return kinds;
}

/** The texts that cells refer to by number. */
export async function readSharedTexts({ archive }: Workbook): Promise<string[]> {
  const texts: string[] = [];
  if (!archive.has(SHARED_TEXTS)) return texts;
  let text = "";
  let isInText = false;
  let isPhonetic = false;
  let chars = 0;
  await drain(archive, SHARED_TEXTS, {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isPhonetic = true;
      if (name === "t") isInText = !isPhonetic;
    },
    close(name) {
      if (name === "t") isInText = false;
      if (name === "rPh") isPhonetic = false;
      if (name !== "si") return;
      texts.push(unescaped(text));
      chars += text.length + TEXT_CHARS;
      if (chars > SHARED_LIMIT_CHARS)
        throw new InvalidInputError(
          "The workbook has too many different texts to be read at once. Save the sheet as CSV and upload that.",
        );
    },
    text(piece) {
      if (isInText) text += piece;
    },
  });
  return texts;
}

/** Characters that XML cannot hold are written `_x000D_`; a zero character is left out. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        Number.parseInt(code, 16) === 0 ? "" : String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
