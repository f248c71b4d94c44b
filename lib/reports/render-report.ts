import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { renderDocument } from "@/lib/render";
import { fileName } from "@/lib/format/file-name";
import { prepareReport } from "./prepare-report";
import type { PrepareReportInput, ReportFormat } from "./schemas";

export type RenderedReport = { bytes: Buffer; contentType: string; fileName: string };

/** Prepares and renders a report now, for the person who asks. Broken blocks are shown in it as such. */
export async function renderReport(
  ctx: RequestContext,
  input: z.input<typeof PrepareReportInput> & { format: ReportFormat },
): Promise<RenderedReport> {
  const { format, ...which } = input;
  const { document } = await prepareReport(ctx, which);
  const { bytes, contentType, extension } = await renderDocument(document, format);
  return { bytes, contentType, fileName: fileName(document.title, document.subtitle, extension) };
}
