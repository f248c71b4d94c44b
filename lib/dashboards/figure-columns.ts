import { requirePermission } from "@/lib/access";
import { suggestSpec } from "@/lib/charts/suggest-spec";
import type { RequestContext } from "@/lib/context";
import { runQuery } from "@/lib/queries";
import { resolveRange } from "@/lib/time/ranges";
import { type FigureColumns, FigureColumnsInput } from "./schemas";

/**
 * What an editor needs to draw a query: its real columns, and a first figure that fits its rows. Runs the
 * query (or takes the kept answer) and throws what `runQuery` throws.
 */
export async function figureColumns(ctx: RequestContext, input: FigureColumnsInput): Promise<FigureColumns> {
  requirePermission(ctx, "query:run");
  const { queryId, parameters, range } = FigureColumnsInput.parse(input);
  const result = await runQuery(ctx, {
    queryId,
    values: parameters,
    range: resolveRange(range, ctx.now(), ctx.workspace.zone, ctx.workspace.weekStartsOn),
    purpose: "EDITOR",
  });
  return { columns: result.columns, suggestion: suggestSpec(result) };
}
