import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { createQuery } from "@/lib/queries/create-query";
import { getQuery } from "@/lib/queries/read-queries";
import { CopyQueryInput, type QueryDto } from "@/lib/queries/schemas";

/** Copies a query or a template of the workspace into one's own, private until shared. Errors as `createQuery`. */
export async function copyQuery(
  ctx: RequestContext,
  input: z.input<typeof CopyQueryInput>,
): Promise<QueryDto> {
  requirePermission(ctx, "query:create");
  const { queryId, name } = CopyQueryInput.parse(input);
  const { description, category, tags, dataSourceId, definition } = await getQuery(ctx, { queryId });
  return createQuery(ctx, {
    name,
    description,
    category,
    tags,
    dataSourceId,
    definition,
    visibility: "PRIVATE",
  });
}
