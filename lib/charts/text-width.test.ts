import { createRequire } from "node:module";
import * as fontkit from "fontkit";
import { describe, expect, it } from "vitest";
import { ASCII_WIDTHS, estimateTextWidth, SIGN_WIDTHS, truncateText } from "@/lib/charts/text-width";

const fontFile = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
);
const font = fontkit.openSync(fontFile) as fontkit.Font;
const advance = (code: number) =>
  Math.round((font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm) * 1000);

describe("widths", () => {
  it("are those of the font file", () => {
    expect(ASCII_WIDTHS).toEqual(ASCII_WIDTHS.map((_, index) => advance(0x20 + index)));
    for (const [sign, width] of Object.entries(SIGN_WIDTHS))
      expect([sign, width]).toEqual([sign, advance(sign.codePointAt(0) ?? 0)]);
  });
  it("give an accented letter the width of its letter", () => {
    expect(estimateTextWidth("é", 10)).toBe(estimateTextWidth("e", 10));
  });
  it("give wide scripts the whole em", () => {
    expect(estimateTextWidth("日本", 10)).toBe(20);
  });
});

describe("truncateText", () => {
  it("leaves what fits", () => {
    expect(truncateText("Riverside", 200, 11, estimateTextWidth)).toBe("Riverside");
  });
  it("ends what does not in an ellipsis, within the width", () => {
    const text = truncateText("Department of Orthopaedics and Traumatology", 100, 11, estimateTextWidth);
    expect(text).toMatch(/^Department of.*…$/);
    expect(estimateTextWidth(text, 11)).toBeLessThanOrEqual(100);
  });
  it("does not cut a surrogate pair in two", () => {
    expect(truncateText("😀😀😀😀", 25, 10, (text, size) => [...text].length * size)).toBe("😀…");
  });
});
