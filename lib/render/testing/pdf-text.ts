import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export type PdfContent = {
  /** The words of each page, as a reader would copy them, with single spaces. */
  pages: string[];
  info: { Title?: string; Author?: string; Language?: string };
  /** Width and height of each page in points. */
  sizes: [number, number][];
};

/** Reads a PDF back with another library than the one that wrote it. */
export async function readPdf(bytes: Buffer): Promise<PdfContent> {
  const loading = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await loading.promise;
  const pages: string[] = [];
  const sizes: [number, number][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    pages.push(
      content.items
        .map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : ""))
        .join("")
        .replace(/\s+/g, " "),
    );
    const { width, height } = page.getViewport({ scale: 1 });
    sizes.push([Math.round(width), Math.round(height)]);
  }
  const { info } = await document.getMetadata();
  await loading.destroy();
  return { pages, sizes, info: info as PdfContent["info"] };
}
