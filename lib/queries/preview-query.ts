import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { preparePreview } from "@/lib/queries/prepare-preview";
import type { QueryPreview, TryQueryInput } from "@/lib/queries/schemas";
import { tryQuery } from "@/lib/queries/try-query";

/** Runs a text that is being written and prepares what its author looks at. Errors as `tryQuery`. */
export async function previewQuery(
  ctx: RequestContext,
  input: z.input<typeof TryQueryInput>,
): Promise<QueryPreview> {
  return preparePreview(ctx, await tryQuery(ctx, input));
}
