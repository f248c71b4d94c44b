import { StyleTable, type CellStyle } from "@/lib/render/xlsx/styles";
import { XML_HEAD, cellText } from "@/lib/render/xlsx/xml";
import { type ByteSink, ZipWriter } from "@/lib/render/xlsx/zip-writer";
import { createSheetNamer } from "@/lib/render/xlsx/sheet-names";
import {
  contentTypes,
  coreProperties,
  linkRelationships,
  relationships,
  ROOT_RELATIONSHIPS,
  workbook,
} from "@/lib/render/xlsx/package-parts";

/** Dates are given as serial numbers with a date format (see `serialDate`). */
export type XlsxCell =
  | string
  | number
  | boolean
  | null
  /** `link` is where a click on it leads: http, https or mailto. */
  | { value: string | number | boolean | null; style: CellStyle; link?: string };

export type XlsxColumn = {
  header: string;
  /** In characters of the default font. */
  width: number;
  /** Style of the column's cells; the head takes its alignment. */
  style?: CellStyle;
};

export type XlsxSheet = { name: string; columns: XlsxColumn[] };
export type XlsxProperties = { title: string; creator: string; createdAt: string };

/** Rows in a sheet, Excel's own limit. */
export const MAX_SHEET_ROWS = 1_048_576;
/** Links in a sheet, and characters of one: Excel calls a file with more damaged. */
export const MAX_LINKS = 65_530;
const MAX_LINK_CHARACTERS = 2079;
const MAX_CELL_CHARACTERS = 32_767;
const FLUSH_CHARACTERS = 64 * 1024;

/**
 * Writes an Office Open XML workbook row by row: memory stays flat however many rows there are. Text goes
 * in as inline strings, which no spreadsheet program evaluates, so `=1+1` stays text. A sheet that is full
 * goes on in "Name (2)", with the same head.
 */
export class XlsxWriter {
  private readonly zip: ZipWriter;
  private readonly styles = new StyleTable();
  private readonly nameOf = createSheetNamer();
  private readonly names: string[] = [];
  private sheet: (XlsxSheet & { places: ColumnPlace[] }) | null = null;
  private row = 0;
  private links: { cell: string; target: string }[] = [];
  private buffer = "";

  constructor(
    sink: ByteSink,
    private readonly properties: XlsxProperties,
    private readonly options: { compressionLevel?: number; maxRows?: number } = {},
  ) {
    this.zip = new ZipWriter(sink, options.compressionLevel ?? 6);
  }

  /** Begins a sheet with a bold, frozen head and answers its final, unique name. */
  async openSheet(sheet: XlsxSheet): Promise<string> {
    await this.closeSheet();
    const name = this.nameOf(sheet.name);
    this.names.push(name);
    this.sheet = {
      ...sheet,
      places: sheet.columns.map((column, index) =>
        columnPlace(index, this.styles.indexOf(column.style ?? {})),
      ),
    };
    this.row = 0;
    this.links = [];
    await this.zip.openEntry(`xl/worksheets/sheet${this.names.length}.xml`);
    this.buffer = `${XML_HEAD}${sheetHead(sheet.columns)}`;
    await this.writeRow(
      sheet.columns.map((column) => ({
        value: column.header,
        style: { head: true, ...(column.style?.align ? { align: column.style.align } : {}) },
      })),
    );
    return name;
  }

  writeRow(cells: readonly XlsxCell[]): Promise<void> {
    return this.writeRows([cells]);
  }

  /** Many rows at once: waiting after each takes longer than writing it. */
  async writeRows(rows: Iterable<readonly XlsxCell[]>): Promise<void> {
    for (const cells of rows) {
      if (!this.sheet) throw new Error("Open a sheet before writing rows.");
      if (this.row >= (this.options.maxRows ?? MAX_SHEET_ROWS)) await this.openSheet(this.sheet);
      this.row += 1;
      this.buffer += this.rowXml(cells, this.sheet.places);
      if (this.buffer.length >= FLUSH_CHARACTERS) await this.flush();
    }
  }

  /** Completes the workbook; nothing may be written afterwards. */
  async close(): Promise<void> {
    await this.closeSheet();
    await this.zip.addFile("xl/styles.xml", XML_HEAD + this.styles.toXml());
    await this.zip.addFile("xl/workbook.xml", XML_HEAD + workbook(this.names));
    await this.zip.addFile("xl/_rels/workbook.xml.rels", XML_HEAD + relationships(this.names.length));
    await this.zip.addFile("docProps/core.xml", XML_HEAD + coreProperties(this.properties));
    await this.zip.addFile("_rels/.rels", XML_HEAD + ROOT_RELATIONSHIPS);
    await this.zip.addFile("[Content_Types].xml", XML_HEAD + contentTypes(this.names.length));
    await this.zip.finish();
  }

  private async closeSheet(): Promise<void> {
    if (!this.sheet) return;
    this.buffer += `</sheetData>${hyperlinks(this.links)}</worksheet>`;
    await this.flush();
    await this.zip.closeEntry();
    if (this.links.length > 0) {
      const name = `xl/worksheets/_rels/sheet${this.names.length}.xml.rels`;
      await this.zip.addFile(name, XML_HEAD + linkRelationships(this.links.map(({ target }) => target)));
    }
    this.sheet = null;
  }

  private async flush(): Promise<void> {
    const text = this.buffer;
    this.buffer = "";
    await this.zip.write(text);
  }

  private rowXml(cells: readonly XlsxCell[], places: ColumnPlace[]): string {
    let xml = `<row r="${this.row}">`;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] ?? null;
      const place = places[index] ?? columnPlace(index, 0);
      if (typeof cell === "object" && cell?.link) this.keepLink(index, cell.link);
      xml +=
        typeof cell === "object" && cell !== null
          ? cellXml(cell.value, columnPlace(index, this.styles.indexOf(cell.style)), this.row)
          : cellXml(cell, place, this.row);
    }
    return `${xml}</row>`;
  }

  private keepLink(column: number, target: string): void {
    if (this.links.length >= MAX_LINKS || target.length > MAX_LINK_CHARACTERS) return;
    this.links.push({ cell: `${columnLetters(column)}${this.row}`, target });
  }
}

/** The parts of a cell that are the same all the way down its column. */
type ColumnPlace = { before: string; after: string; isStyled: boolean };

function columnPlace(index: number, style: number): ColumnPlace {
  const after = style ? `" s="${style}"` : '"';
  return { before: `<c r="${columnLetters(index)}`, after, isStyled: style !== 0 };
}

function cellXml(
  value: string | number | boolean | null,
  { before, after, isStyled }: ColumnPlace,
  row: number,
): string {
  if (value === null || value === "") return isStyled ? `${before}${row}${after}/>` : "";
  if (typeof value === "number")
    return Number.isFinite(value) ? `${before}${row}${after}><v>${value}</v></c>` : "";
  if (typeof value === "boolean") return `${before}${row}${after} t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = value.length > MAX_CELL_CHARACTERS ? value.slice(0, MAX_CELL_CHARACTERS) : value;
  return `${before}${row}${after} t="inlineStr"><is>${cellText(text)}</is></c>`;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function hyperlinks(links: readonly { cell: string }[]): string {
  if (links.length === 0) return "";
  const each = links.map(({ cell }, index) => `<hyperlink ref="${cell}" r:id="rId${index + 1}"/>`);
  return `<hyperlinks>${each.join("")}</hyperlinks>`;
}

function sheetHead(columns: readonly XlsxColumn[]): string {
  const widths = columns
    .map(
      (column, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${column.width}" customWidth="1"/>`,
    )
    .join("");
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${widths ? `<cols>${widths}</cols>` : ""}<sheetData>`;
}
