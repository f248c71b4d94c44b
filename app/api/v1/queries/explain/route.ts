import { api } from "@/lib/http/api";
import { explainQuery } from "@/lib/queries";
import { TryQueryInput } from "@/lib/queries/schemas";

/** The plan of a text that is not saved. A reader who leaves cancels it. */
export const POST = api({ body: TryQueryInput, handler: ({ ctx, body }) => explainQuery(ctx, body) });
