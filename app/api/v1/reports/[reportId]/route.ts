import { api } from "@/lib/http/api";
import { getReport } from "@/lib/reports";
import { ReportIdInput } from "@/lib/reports/schemas";

export const GET = api({ params: ReportIdInput, handler: ({ ctx, params }) => getReport(ctx, params) });
