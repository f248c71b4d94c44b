import { Readable } from "node:stream";
import { downloadExport } from "@/lib/exports";
import { ExportIdInput } from "@/lib/exports/schemas";
import { api } from "@/lib/http/api";
import { streamResponse } from "@/lib/http/file-response";

/** The file of an export, until it expires. */
export const GET = api({
  params: ExportIdInput,
  handler: async ({ ctx, params }) => {
    const { body, ...file } = await downloadExport(ctx, params);
    return streamResponse({ ...file, body: Readable.toWeb(body) as ReadableStream });
  },
});
