/** A finished file, ready to be stored, attached or downloaded. */
export type RenderedFile = {
  bytes: Buffer;
  contentType: string;
  /** Without the dot: "pdf", "xlsx", "csv", "zip", "html". */
  extension: string;
};

export type DocumentFormat = "PDF" | "XLSX" | "CSV" | "HTML";
