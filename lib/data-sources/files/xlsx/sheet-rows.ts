import type { SourceRow } from "@/lib/data-sources/files/csv-records";
import { COLUMN_LIMIT } from "@/lib/data-sources/files/schemas";
import { notWhole, parseXml } from "./open-workbook";
import { numberText } from "./number-text";
import { serialText } from "./serial-dates";
import { unescaped, type Sheet, type Workbook } from "./workbook";

/** What was met on the way, to be told once. */
export type SheetRemarks = { errors: number; merged: number };

/** The cells of a sheet as texts, row by row, with the rows' own numbers. Rows without a value are left out. */
export async function* readSheetRows(
  workbook: Workbook,
  sheet: Sheet,
  texts: readonly string[],
  remarks: SheetRemarks = { errors: 0, merged: 0 },
): AsyncGenerator<SourceRow[]> {
  const reader = new SheetReader(workbook, texts, remarks);
  for await (const _ of parseXml(workbook.archive, sheet.part, reader)) {
    const rows = reader.take();
    if (rows.length > 0) yield rows;
  }
}

class SheetReader {
  #rows: SourceRow[] = [];
  #row = 0;
  #column = -1;
  #fields: (string | null)[] = [];
  #cell = { type: "n", style: 0 };
  #text = "";
  #inline = "";
  #collects: "value" | "inline" | null = null;
  #isPhonetic = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly texts: readonly string[],
    private readonly remarks: SheetRemarks,
  ) {}

  take(): SourceRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === "row") {
      const given = Number(attributes.r);
      this.#row = given > this.#row ? given : this.#row + 1;
      this.#fields = [];
      this.#column = -1;
    } else if (name === "c") {
      this.#column = attributes.r ? columnIndex(attributes.r) : this.#column + 1;
      if (this.#column < 0 || this.#column >= COLUMN_LIMIT) throw notWhole();
      this.#cell = { type: attributes.t ?? "n", style: Number(attributes.s ?? 0) };
      this.#text = "";
      this.#inline = "";
    } else if (name === "v") this.#collects = "value";
    else if (name === "rPh") this.#isPhonetic = true;
    else if (name === "t" && !this.#isPhonetic) this.#collects = "inline";
    else if (name === "mergeCell") this.remarks.merged += 1;
  }

  text(piece: string): void {
    if (this.#collects === "value") this.#text += piece;
    else if (this.#collects === "inline") this.#inline += piece;
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.#collects = null;
    else if (name === "rPh") this.#isPhonetic = false;
    else if (name === "c") this.#endCell();
    else if (name === "row" && this.#fields.length > 0)
      this.#rows.push({ row: this.#row, fields: this.#fields });
  }

  #endCell(): void {
    const value = this.#value();
    if (value === null || value === "") return;
    while (this.#fields.length < this.#column) this.#fields.push(null);
    this.#fields[this.#column] = value;
  }

  #value(): string | null {
    const raw = this.#text;
    switch (this.#cell.type) {
      case "s":
        return this.texts[Number(raw)] ?? null;
      case "inlineStr":
        return unescaped(this.#inline);
      case "str":
        return unescaped(raw);
      case "b":
        return raw === "1" ? "true" : raw === "0" ? "false" : null;
      case "e":
        this.remarks.errors += 1;
        return null;
      case "d":
        return raw.replace("T", " ");
      default:
        return this.#number(raw);
    }
  }

  #number(raw: string): string | null {
    if (raw.trim() === "") return null;
    const kind = this.workbook.dateKinds[this.#cell.style] ?? null;
    const asDate = kind && serialText(Number(raw), kind, this.workbook.is1904);
    return asDate || numberText(raw);
  }
}

/** "AB12" is column 27, from 0. */
function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of reference.toUpperCase()) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    index = index * 26 + value;
  }
  return index - 1;
}
