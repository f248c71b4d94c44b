import type { ReportFormat } from "@/lib/reports/schemas";

export const FORMAT_WORDS = {
  PDF: { name: "PDF", use: "To read and print" },
  XLSX: { name: "Workbook", use: "Excel, a sheet per table" },
  CSV: { name: "CSV", use: "Plain figures for other programs" },
  HTML: { name: "Web page", use: "One file for any browser" },
} as const satisfies Record<ReportFormat, { name: string; use: string }>;

/** "PDF and workbook" */
export function formatNames(formats: readonly ReportFormat[]): string {
  const names = formats.map((format) => FORMAT_WORDS[format].name);
  // Only the first stands at the beginning; abbreviations keep their capitals.
  const words = names.map((name, index) =>
    index === 0 || name === name.toUpperCase() ? name : name.toLowerCase(),
  );
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(words);
}
