import { z } from "zod";
import { inspectUpload } from "@/lib/data-sources";
import { FileLoadIdInput, ReadOptions } from "@/lib/data-sources/files/schemas";
import { api } from "@/lib/http/api";

/** `?options=` is ReadOptions as JSON; what it leaves out is detected. */
const InspectionQuery = z.object({
  options: z
    .string()
    .default("{}")
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "The options are not JSON." });
        return z.NEVER;
      }
    })
    .pipe(ReadOptions),
});

export const GET = api({
  params: FileLoadIdInput,
  query: InspectionQuery,
  handler: ({ ctx, params, query }) => inspectUpload(ctx, { ...params, ...query }),
});
