/**
 * How wide a text is, without a browser: the advance widths of Inter Regular, so that a chart is laid out
 * alike on the screen, on paper and in a picture. Kerning is left out; it stays under one per cent.
 */

/** Width of `text` in pixels at `fontSize` pixels. */
export type MeasureText = (text: string, fontSize: number) => number;

/** Thousandths of an em for U+0020 to U+007E. A test compares them with the font file. */
export const ASCII_WIDTHS = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646,
  593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269,
  571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471,
  456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528,
  327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
];

/** Thousandths of an em for the other signs figures are printed with. */
export const SIGN_WIDTHS: Record<string, number> = {
  "\u00a0": 281,
  "\u2009": 182,
  "\u202f": 182,
  "–": 500,
  "—": 1000,
  "’": 261,
  "…": 864,
  "−": 662,
  "€": 667,
  "£": 611,
  "¥": 550,
  "·": 288,
  "×": 662,
  "±": 662,
  "°": 456,
  ß: 616,
};

/** A letter the table lacks: an average lower-case letter. Wide scripts (Chinese, Japanese, Korean) fill the em. */
const OTHER_WIDTH = 600;
const WIDE_WIDTH = 1000;
const FIRST_WIDE_CODE = 0x1100;
const LAST_NARROW_PUNCTUATION = 0x2fff;

function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  const known = ASCII_WIDTHS[code - 0x20] ?? SIGN_WIDTHS[char];
  if (known !== undefined) return known;
  // An accent does not widen its letter.
  const base = char.normalize("NFD").charCodeAt(0);
  const baseWidth = ASCII_WIDTHS[base - 0x20];
  if (baseWidth !== undefined) return baseWidth;
  const wide = code > LAST_NARROW_PUNCTUATION || (code >= FIRST_WIDE_CODE && code < 0x1200);
  return wide ? WIDE_WIDTH : OTHER_WIDTH;
}

export const estimateTextWidth: MeasureText = (text, fontSize) => {
  let thousandths = 0;
  for (const char of text) thousandths += charWidth(char);
  return (thousandths * fontSize) / 1000;
};

/** The longest beginning of `text` that fits `maxWidth` together with an ellipsis; `text` itself when it fits. */
export function truncateText(text: string, maxWidth: number, fontSize: number, measure: MeasureText): string {
  if (measure(text, fontSize) <= maxWidth) return text;
  const chars = [...text];
  let fits = 0;
  let width = measure("…", fontSize);
  for (const char of chars) {
    width += measure(char, fontSize);
    if (width > maxWidth) break;
    fits += 1;
  }
  return `${chars.slice(0, fits).join("").trimEnd()}…`;
}
