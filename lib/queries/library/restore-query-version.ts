import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { findQuery } from "@/lib/queries/find-query";
import { getQuery } from "@/lib/queries/read-queries";
import { QueryDefinition, type QueryDto, RestoreVersionInput } from "@/lib/queries/schemas";
import { updateQuery } from "@/lib/queries/update-query";

/** Makes an earlier definition the present one, as a new version: nothing is lost. Throws NotFoundError. */
export async function restoreQueryVersion(
  ctx: RequestContext,
  input: z.input<typeof RestoreVersionInput>,
): Promise<QueryDto> {
  requirePermission(ctx, "query:update");
  const { queryId, number } = RestoreVersionInput.parse(input);
  const version = await withTransaction(ctx, async (tx) => {
    await findQuery(tx, ctx, queryId);
    return tx.queryVersion.findFirst({
      where: { workspaceId: ctx.workspace.id, queryId, number },
      select: { definition: true },
    });
  });
  if (!version) throw new NotFoundError("version");
  const definition = QueryDefinition.parse(version.definition);
  const present = await getQuery(ctx, { queryId });
  return updateQuery(ctx, { ...present, queryId, definition, changeNote: `Back to version ${number}` });
}
