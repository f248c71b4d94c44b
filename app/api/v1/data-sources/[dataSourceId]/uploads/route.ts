import { z } from "zod";
import { listFileLoads, receiveUpload } from "@/lib/data-sources";
import { FileSourceInput } from "@/lib/data-sources/files/schemas";
import { api } from "@/lib/http/api";

export const GET = api({
  params: FileSourceInput,
  handler: ({ ctx, params }) => listFileLoads(ctx, params),
});

const UploadQuery = z.object({ fileName: z.string() });

/** The body is the file itself, stored while it arrives. */
export const POST = api({
  params: FileSourceInput,
  query: UploadQuery,
  handler: ({ ctx, params, query, stream }) => receiveUpload(ctx, { ...params, ...query }, stream),
});
