import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { ResultSet } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { executeDefinition } from "@/lib/queries/execute-definition";
import { findRunnable } from "@/lib/queries/runs/find-runnable";
import { TryQueryInput } from "@/lib/queries/schemas";
import { resolveRange } from "@/lib/time/ranges";

/**
 * Runs a definition that is being written, always against the source itself. One that stands as it was saved is a run
 * of its query. Errors as `runQuery`.
 */
export async function tryQuery(
  ctx: RequestContext,
  input: z.input<typeof TryQueryInput>,
): Promise<ResultSet> {
  requirePermission(ctx, "query:run");
  const { range, ...asked } = TryQueryInput.parse(input);
  return executeDefinition(ctx, {
    ...asked,
    queryId: (await isSaved(ctx, asked)) ? asked.queryId : null,
    range: resolveRange(range, ctx.now(), ctx.workspace.zone, ctx.workspace.weekStartsOn),
    purpose: "EDITOR",
    isFresh: true,
  });
}

type Asked = Pick<z.output<typeof TryQueryInput>, "queryId" | "dataSourceId" | "definition">;

async function isSaved(ctx: RequestContext, asked: Asked): Promise<boolean> {
  const { queryId, dataSourceId, definition } = asked;
  if (queryId === null) return false;
  const saved = await withTransaction(ctx, (tx) => findRunnable(tx, ctx, queryId));
  return saved.dataSourceId === dataSourceId && isDeepStrictEqual(saved.definition, definition);
}
