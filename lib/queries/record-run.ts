import { createHash } from "node:crypto";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { QueryPurpose } from "@/lib/queries/schemas";
import type { Answer } from "@/lib/queries/result-cache";

export type RunFacts = {
  dataSourceId: string;
  queryId: string | null;
  purpose: QueryPurpose;
  parameters: Record<string, string | null>;
  durationMs: number;
};

/** One row of the history for each time somebody asked. */
export async function recordRun(
  ctx: RequestContext,
  facts: RunFacts,
  outcome: { answer: Answer; fromCache: boolean } | { error: unknown },
): Promise<void> {
  const result =
    "error" in outcome
      ? failure(outcome.error)
      : {
          state: "COMPLETED",
          rows: outcome.answer.rows.length,
          fromCache: outcome.fromCache,
          checksum: checksum(outcome.answer),
        };
  await withTransaction(ctx, (tx) =>
    tx.queryRun.create({
      data: {
        ...facts,
        ...result,
        workspaceId: ctx.workspace.id,
        actorUserId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
        createdAt: ctx.now(),
      },
    }),
  );
}

function failure(error: unknown): { state: string; error: string } {
  const isCancelled = error instanceof AppError && error.code === "cancelled";
  const message = error instanceof AppError ? error.message : "Something went wrong on our side.";
  return { state: isCancelled ? "CANCELLED" : "FAILED", error: message };
}

/** Equal for equal rows: shows whether an answer changed since last time. */
function checksum({ columns, rows }: Answer): string {
  const hash = createHash("sha256").update(JSON.stringify(columns));
  for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest("hex");
}
