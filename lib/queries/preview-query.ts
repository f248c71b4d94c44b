import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { readQuerySource } from "@/lib/data-sources";
import { withTransaction } from "@/lib/db";
import { attributesOfNobody } from "@/lib/queries/parameters/read-person";
import { readerAttributes } from "@/lib/queries/parameters/reader-attributes";
import { preparePreview } from "@/lib/queries/prepare-preview";
import { type QueryPreview, TryQueryInput } from "@/lib/queries/schemas";
import { tryQuery } from "@/lib/queries/try-query";

/** Runs a text that is being written and prepares what its author looks at. Errors as `tryQuery`. */
export async function previewQuery(
  ctx: RequestContext,
  input: z.input<typeof TryQueryInput>,
): Promise<QueryPreview> {
  const result = await tryQuery(ctx, input);
  return { ...preparePreview(ctx, result), attributesOfNobody: await findAttributesOfNobody(ctx, input) };
}

async function findAttributesOfNobody(
  ctx: RequestContext,
  input: z.input<typeof TryQueryInput>,
): Promise<string[]> {
  const { dataSourceId, definition } = TryQueryInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    const { dialect } = await readQuerySource(tx, ctx, dataSourceId);
    return attributesOfNobody(tx, ctx, readerAttributes(definition, dialect));
  });
}
