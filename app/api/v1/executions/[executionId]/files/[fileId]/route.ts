import { downloadFile } from "@/lib/executions";
import { FileIdInput } from "@/lib/executions/schemas";
import { api } from "@/lib/http/api";
import { fileResponse } from "@/lib/http/file-response";

/** A file as it was made and sent, until it expires. */
export const GET = api({
  params: FileIdInput,
  handler: async ({ ctx, params }) => fileResponse(await downloadFile(ctx, params)),
});
