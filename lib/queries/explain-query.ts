import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { atWrittenPosition, compileForSource } from "@/lib/queries/compile-execution";
import { type QueryPlan, TryQueryInput } from "@/lib/queries/schemas";
import { resolveRange } from "@/lib/time/ranges";

/**
 * The steps the source would take for a definition that is being written. Nothing is run, so nothing is
 * recorded. Errors as `tryQuery`.
 */
export async function explainQuery(
  ctx: RequestContext,
  input: z.input<typeof TryQueryInput>,
): Promise<QueryPlan> {
  requirePermission(ctx, "query:run");
  const { dataSourceId, definition, values, range } = TryQueryInput.parse(input);
  const period = resolveRange(range, ctx.now(), ctx.workspace.zone, ctx.workspace.weekStartsOn);
  const asked = { dataSourceId, definition, values, range: period };
  const { source, compiled } = await compileForSource(ctx, asked);
  const statement = { text: compiled.text, values: compiled.values, zone: ctx.workspace.zone };
  try {
    return { lines: await source.explain(statement, ctx.signal) };
  } catch (error) {
    throw atWrittenPosition(error, compiled);
  }
}
