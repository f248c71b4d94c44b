import { getExport } from "@/lib/exports";
import { ExportIdInput } from "@/lib/exports/schemas";
import { api } from "@/lib/http/api";

export const GET = api({ params: ExportIdInput, handler: ({ ctx, params }) => getExport(ctx, params) });
