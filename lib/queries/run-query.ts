import { requirePermission } from "@/lib/access";
import type { ResultSet } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { executeDefinition } from "@/lib/queries/execute-definition";
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
  input: { queryId: string; values: ParameterValues; range?: DateRange; purpose: QueryPurpose },
): Promise<ResultSet> {
  requireRun(ctx, input.purpose);
  const { definition, dataSourceId } = await findRunnable(ctx, QueryIdInput.parse(input).queryId);
  return executeDefinition(ctx, { ...input, definition, dataSourceId });
}

export function requireRun(ctx: RequestContext, purpose: QueryPurpose): void {
  requirePermission(ctx, purpose === "EDITOR" ? "query:run" : "query:read");
}
