import { Resvg } from "@resvg/resvg-js";
import { interFontFiles } from "@/lib/render/fonts/inter";
import { outlineStandIns } from "@/lib/render/png/stand-in-text";

export type PngOptions = {
  /** Device pixels per SVG pixel; 2 for mail. */
  scale: number;
  /** Any CSS colour; transparent when left out. */
  background?: string;
};

/**
 * Rasterises an SVG. Only Inter's own files and its stand-ins are used, never the machine's fonts, so that the
 * picture is the same on every machine. Throws on markup that is no SVG.
 */
export function renderPng(svg: string, { scale, background }: PngOptions): Buffer {
  const drawing = new Resvg(outlineStandIns(svg), {
    fitTo: { mode: "zoom", value: scale },
    background,
    font: { fontFiles: interFontFiles(), loadSystemFonts: false, defaultFontFamily: "Inter" },
  });
  return drawing.render().asPng();
}
