import { ReportDocument } from "./schemas";

/** Compares a draft with a stored version; both are parsed, so that keys stand in the same order. */
export function isSameDocument(draft: ReportDocument, stored: unknown): boolean {
  return JSON.stringify(draft) === JSON.stringify(ReportDocument.parse(stored));
}
