import type { z } from "zod";
import { may } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { readQuerySource } from "@/lib/data-sources";
import { withTransaction } from "@/lib/db";
import { aimQuestion } from "@/lib/queries/ask-figure";
import { compileExecution } from "@/lib/queries/compile-execution";
import type { FigureFilter } from "@/lib/queries/filters/figure-filter";
import { requireRun } from "@/lib/queries/run-query";
import { FigureInput, type QueryPurpose } from "@/lib/queries/schemas";
import { findSeenQueries } from "@/lib/queries/seen-queries";

export type FigureExplanation = {
  /** null where the person may not see it. */
  query: { id: string; name: string } | null;
  /** The statement as the source is asked, for those who may write queries themselves. */
  statement: string | null;
  /** What was bound, by how it is written: `clinic`, `from`. Attributes of the reader are not told, nor is anything of a query they do not see. */
  values: { name: string; text: string }[];
};

/** What a figure is asked of its source, without asking. Throws as `prepareFigure`, what the source says aside. */
export async function explainFigure(
  ctx: RequestContext,
  input: z.input<typeof FigureInput>,
  {
    purpose,
    filters = [],
    vouchedBy,
  }: { purpose: QueryPurpose; filters?: readonly FigureFilter[]; vouchedBy?: string | null },
): Promise<FigureExplanation> {
  requireRun(ctx, purpose);
  const { queryId, parameters: values, range } = FigureInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    const asked = await aimQuestion(tx, ctx, { queryId, values, range, filters, vouchedBy });
    const source = await readQuerySource(tx, ctx, asked.dataSourceId);
    const compiled = await compileExecution(tx, ctx, source, asked);
    const isSeen = (await findSeenQueries(tx, ctx, [queryId])).has(queryId);
    const query = isSeen
      ? await tx.query.findFirst({
          where: { workspaceId: ctx.workspace.id, id: queryId },
          select: { id: true, name: true },
        })
      : null;
    const told = Object.entries(compiled.valuesByName).filter(([name]) => !name.startsWith("me."));
    return {
      query,
      statement: query && may(ctx, "query:run") ? compiled.text : null,
      values: (query ? told : []).map(([name, value]) => ({
        name,
        text: [value ?? "no value"].flat().join(", ") || "an empty text",
      })),
    };
  });
}
