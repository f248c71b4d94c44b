import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

export type PdfContent = {
  /** The words of each page, as a reader would copy them, with single spaces. */
  pages: string[];
  /** How many pictures are on each page. */
  pictures: number[];
  /** Where a click leads, in the order of the pages. */
  links: string[];
  /** Names of the fonts that stand in the file. */
  fonts: string[];
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
  const pictures: number[] = [];
  const links: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    pages.push(
      content.items
        .map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : ""))
        .join("")
        .replace(/\s+/g, " "),
    );
    for (const annotation of await page.getAnnotations())
      if (typeof annotation.url === "string") links.push(annotation.url);
    const { width, height } = page.getViewport({ scale: 1 });
    const { fnArray } = await page.getOperatorList();
    pictures.push(fnArray.filter((operation) => operation === OPS.paintImageXObject).length);
    sizes.push([Math.round(width), Math.round(height)]);
  }
  const { info } = await document.getMetadata();
  await loading.destroy();
  const fonts = Array.from(
    bytes.toString("latin1").matchAll(/\/BaseFont \/([^\s/]+)/g),
    ([, name]) => name ?? "",
  );
  return { fonts: [...new Set(fonts)], pages, sizes, pictures, links, info: info as PdfContent["info"] };
}
