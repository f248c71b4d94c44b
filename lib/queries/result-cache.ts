import { createHash } from "node:crypto";
import type { ResultSet } from "@/lib/charts/types";
import type { RequestContext } from "@/lib/context";
import type { QuerySource } from "@/lib/data-sources";
import { withTransaction } from "@/lib/db";
import { log } from "@/lib/log";

/** What a source answered, before units are put on the columns. */
export type Answer = Pick<ResultSet, "columns" | "rows" | "truncated" | "durationMs" | "asOf">;

/** Larger answers are not kept: reading them back would cost as much as asking again. */
export const CACHE_LIMIT_BYTES = 2_000_000;

/** The question as a whole: two equal keys have the same answer. */
export function cacheKey(
  source: QuerySource,
  statement: { text: string; values: (string | null)[]; zone: string },
): string {
  const { id, answerFingerprint, cacheSeconds } = source;
  const question = [id, answerFingerprint, cacheSeconds, statement.zone, statement.text, statement.values];
  return createHash("sha256").update(JSON.stringify(question)).digest("hex");
}

/** The stored answer when it has not expired; counts the hit. */
export async function readCache(ctx: RequestContext, key: string): Promise<Answer | null> {
  const now = ctx.now();
  const [hit] = await withTransaction(ctx, (tx) =>
    tx.analyticsCache.updateManyAndReturn({
      where: { workspaceId: ctx.workspace.id, key, expiresAt: { gt: now } },
      data: { hits: { increment: 1 }, lastHitAt: now },
      select: { data: true },
    }),
  );
  return hit ? (hit.data as unknown as Answer) : null;
}

/** Keeps an answer for the source's cache time. A cache that cannot be written costs time, never the answer. */
export async function writeCache(
  ctx: RequestContext,
  source: QuerySource,
  key: string,
  answer: Answer,
): Promise<void> {
  const bytes = Buffer.byteLength(JSON.stringify(answer));
  if (bytes > CACHE_LIMIT_BYTES) return;
  const expiresAt = new Date(Date.parse(answer.asOf) + source.cacheSeconds * 1000);
  const entry = { data: answer, bytes, expiresAt, hits: 0, lastHitAt: null };
  try {
    await withTransaction(ctx, (tx) =>
      tx.analyticsCache.upsert({
        where: { workspaceId_key: { workspaceId: ctx.workspace.id, key } },
        create: { ...entry, workspaceId: ctx.workspace.id, dataSourceId: source.id, key },
        update: entry,
      }),
    );
  } catch (error) {
    log.warn("a result could not be cached", { dataSourceId: source.id }, error);
  }
}
