import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { ResultSet } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import { executeDefinition } from "@/lib/queries/execute-definition";
import { TryQueryInput } from "@/lib/queries/schemas";
import { resolveRange } from "@/lib/time/ranges";

/** Runs a definition that is being written, always against the source itself. Errors as `runQuery`. */
export async function tryQuery(
  ctx: RequestContext,
  input: z.input<typeof TryQueryInput>,
): Promise<ResultSet> {
  requirePermission(ctx, "query:run");
  const { range, ...execution } = TryQueryInput.parse(input);
  return executeDefinition(ctx, {
    ...execution,
    queryId: null,
    range: resolveRange(range, ctx.now(), ctx.workspace.zone, ctx.workspace.weekStartsOn),
    purpose: "EDITOR",
    isFresh: true,
  });
}
