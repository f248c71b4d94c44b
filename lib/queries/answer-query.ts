import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { preparePreview } from "@/lib/queries/prepare-preview";
import { runQuery } from "@/lib/queries/run-query";
import { AnswerQueryInput, type QueryPreview } from "@/lib/queries/schemas";
import { resolveRange } from "@/lib/time/ranges";

/** A saved query with its answer, a kept one where there is one: for everybody who may see it. Errors as `runQuery`. */
export async function answerQuery(
  ctx: RequestContext,
  input: z.input<typeof AnswerQueryInput>,
): Promise<QueryPreview> {
  const { queryId, values, range } = AnswerQueryInput.parse(input);
  const result = await runQuery(ctx, {
    queryId,
    values,
    range: resolveRange(range, ctx.now(), ctx.workspace.zone, ctx.workspace.weekStartsOn),
    purpose: "LIBRARY",
  });
  return preparePreview(ctx, result);
}
