import { api } from "@/lib/http/api";
import { previewQuery } from "@/lib/queries";
import { TryQueryInput } from "@/lib/queries/schemas";

/** Runs a text that is not saved. A reader who leaves cancels it. */
export const POST = api({ body: TryQueryInput, handler: ({ ctx, body }) => previewQuery(ctx, body) });
