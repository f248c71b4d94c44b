import { z } from "zod";
import { fileResponse } from "@/lib/http/file-response";
import { api } from "@/lib/http/api";
import { renderReport } from "@/lib/reports";
import { ReportFormat, ReportIdInput } from "@/lib/reports/schemas";

const FileQuery = z.object({
  format: ReportFormat.default("PDF"),
  version: z.coerce.number().int().min(1).optional(),
});

/** The report as a file, rendered now: the draft, or one of its versions. */
export const GET = api({
  params: ReportIdInput,
  query: FileQuery,
  handler: async ({ ctx, params, query }) => fileResponse(await renderReport(ctx, { ...params, ...query })),
});
