import { requirePermission } from "@/lib/access";
import type { ResultSet } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { answerPrepared, prepareExecution } from "@/lib/queries/execute-definition";
import { findRunnable } from "@/lib/queries/runs/find-runnable";
import { type ParameterValues, QueryIdInput, type QueryPurpose } from "@/lib/queries/schemas";
import type { DateRange } from "@/lib/time/ranges";

/**
 * Runs a saved query. `range` fills date parameters named `from` and `to`. Everybody who may read queries may
 * see them answered on dashboards and in reports; trying things out needs the permission to run.
 * Throws NotFoundError, InvalidInputError, and AppError source_unreachable, query_failed, query_timeout, cancelled.
 */
export async function runQuery(
  ctx: RequestContext,
  input: {
    queryId: string;
    values: ParameterValues;
    range?: DateRange;
    purpose: QueryPurpose;
    /** The member by whose sight of the query a dashboard shows it to its readers; never comes from them. */
    vouchedBy?: string | null;
  },
): Promise<ResultSet> {
  requireRun(ctx, input.purpose);
  const { queryId } = QueryIdInput.parse(input);
  const prepared = await withTransaction(ctx, async (tx) =>
    prepareExecution(tx, ctx, { ...input, ...(await findRunnable(tx, ctx, queryId, input.vouchedBy)) }),
  );
  return answerPrepared(ctx, prepared);
}

export function requireRun(ctx: RequestContext, purpose: QueryPurpose): void {
  requirePermission(ctx, purpose === "EDITOR" ? "query:run" : "query:read");
}
