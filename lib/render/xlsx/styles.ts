import { escapeXml } from "@/lib/render/xlsx/xml";

export type CellStyle = {
  /** Excel number format code; absent is General. */
  format?: string;
  bold?: boolean;
  /** Head of a table: bold on the sunken paper colour. */
  head?: boolean;
  muted?: boolean;
  align?: "left" | "right";
  wrap?: boolean;
  /** Colour under the cell, "#rrggbb". */
  fill?: string;
  /** Colour of its text; such a text is bold, so that it stands out in black and white too. */
  ink?: string;
  /** Underlined, in the colour of links. */
  link?: boolean;
};

const FONTS = `<font><sz val="11"/><color rgb="FF1B1A17"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><color rgb="FF1B1A17"/><name val="Calibri"/><family val="2"/></font><font><sz val="11"/><color rgb="FF5D594F"/><name val="Calibri"/><family val="2"/></font><font><u/><sz val="11"/><color rgb="FF0F4C5C"/><name val="Calibri"/><family val="2"/></font>`;
const FONT_COUNT = 4;
const LINK_FONT = 3;
const FILLS = `<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF3F0E8"/><bgColor indexed="64"/></patternFill></fill>`;
const FILL_COUNT = 3;
const BORDERS = `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FFCFC8B8"/></bottom><diagonal/></border></borders>`;
/** Ids below this are Excel's own formats. */
const FIRST_CUSTOM_FORMAT = 164;

/** Gives each distinct style its index while rows are written; the part itself is written last. */
export class StyleTable {
  private readonly indexes = new Map<string, number>();
  private readonly styles: CellStyle[] = [];
  private readonly formats: string[] = [];
  private readonly fills: string[] = [];
  private readonly inks: string[] = [];

  constructor() {
    this.indexOf({});
  }

  indexOf(style: CellStyle): number {
    const key = `${style.format ?? ""}|${style.bold ?? ""}|${style.head ?? ""}|${style.muted ?? ""}|${style.align ?? ""}|${style.wrap ?? ""}|${style.fill ?? ""}|${style.ink ?? ""}|${style.link ?? ""}`;
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    this.indexes.set(key, this.styles.length);
    this.styles.push(style);
    if (style.format && !this.formats.includes(style.format)) this.formats.push(style.format);
    if (style.fill && !this.fills.includes(style.fill)) this.fills.push(style.fill);
    if (style.ink && !this.inks.includes(style.ink)) this.inks.push(style.ink);
    return this.styles.length - 1;
  }

  /** The content of `xl/styles.xml`. */
  toXml(): string {
    const formats = this.formats
      .map(
        (code, index) =>
          `<numFmt numFmtId="${FIRST_CUSTOM_FORMAT + index}" formatCode="${escapeXml(code)}"/>`,
      )
      .join("");
    const fonts = `<fonts count="${FONT_COUNT + this.inks.length}">${FONTS}${this.inks.map(inkXml).join("")}</fonts>`;
    const fills = `<fills count="${FILL_COUNT + this.fills.length}">${FILLS}${this.fills.map(fillXml).join("")}</fills>`;
    const cells = this.styles.map((style) => this.cellFormat(style)).join("");
    return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${
      this.formats.length ? `<numFmts count="${this.formats.length}">${formats}</numFmts>` : ""
    }${fonts}${fills}${BORDERS}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${this.styles.length}">${cells}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }

  private cellFormat(style: CellStyle): string {
    const format = style.format ? FIRST_CUSTOM_FORMAT + this.formats.indexOf(style.format) : 0;
    const font = this.fontOf(style);
    const fill = style.fill ? FILL_COUNT + this.fills.indexOf(style.fill) : style.head ? 2 : 0;
    const border = style.head ? 1 : 0;
    const alignment =
      style.align || style.wrap
        ? `<alignment${style.align ? ` horizontal="${style.align}"` : ""} vertical="top"${style.wrap ? ' wrapText="1"' : ""}/>`
        : "";
    return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${alignment ? ` applyAlignment="1">${alignment}</xf>` : "/>"}`;
  }

  private fontOf(style: CellStyle): number {
    if (style.link) return LINK_FONT;
    if (style.ink) return FONT_COUNT + this.inks.indexOf(style.ink);
    return style.bold || style.head ? 1 : style.muted ? 2 : 0;
  }
}

/** Excel writes colours as alpha, red, green, blue. */
const argb = (color: string) => `FF${color.replace("#", "").toUpperCase()}`;

function inkXml(color: string): string {
  return `<font><b/><sz val="11"/><color rgb="${argb(color)}"/><name val="Calibri"/><family val="2"/></font>`;
}

function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(color)}"/><bgColor indexed="64"/></patternFill></fill>`;
}
