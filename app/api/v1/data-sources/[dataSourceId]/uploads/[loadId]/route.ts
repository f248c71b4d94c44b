import { getFileLoad } from "@/lib/data-sources";
import { FileLoadIdInput } from "@/lib/data-sources/files/schemas";
import { api } from "@/lib/http/api";

export const GET = api({
  params: FileLoadIdInput,
  handler: ({ ctx, params }) => getFileLoad(ctx, params),
});
