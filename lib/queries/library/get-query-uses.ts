import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { findQuery } from "@/lib/queries/find-query";
import { findQueryUses } from "@/lib/queries/query-uses";
import { QueryIdInput, type QueryUseDto } from "@/lib/queries/schemas";

/** Where a query is shown: what a change of it changes too. Throws NotFoundError. */
export async function getQueryUses(
  ctx: RequestContext,
  input: z.input<typeof QueryIdInput>,
): Promise<QueryUseDto[]> {
  requirePermission(ctx, "query:read");
  const { queryId } = QueryIdInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    await findQuery(tx, ctx, queryId);
    return findQueryUses(tx, ctx, queryId);
  });
}
