import { createHash } from "node:crypto";
import type { RequestContext } from "@/lib/context";
import type { QuerySource } from "@/lib/data-sources";
import { type Tx, withTransaction } from "@/lib/db";
import { type Copies, createCopies } from "@/lib/queries/cache/answer-copies";
import type { Answer, SerializedAnswer } from "@/lib/queries/cache/serialize-answer";
import { boundCache } from "@/lib/queries/cache/trim-cache";
import { newRunId } from "@/lib/queries/runs/run-id";
import { log } from "@/lib/log";

/** Larger answers are not kept: reading them back would cost as much as asking again. */
export const CACHE_LIMIT_BYTES = 2_000_000;
/** As JSON; in memory an answer takes about three times as much. */
const COPIES_LIMIT_BYTES = 32_000_000;

export type KeptAnswer = { entryId: string; answer: Answer; checksum: string };

type Value = Omit<KeptAnswer, "entryId">;
// On globalThis, because the bundler may load this module more than once in one process.
const holder = globalThis as typeof globalThis & { broadsheetAnswers?: Copies<Value> };

function copies(): Copies<Value> {
  holder.broadsheetAnswers ??= createCopies(COPIES_LIMIT_BYTES);
  return holder.broadsheetAnswers;
}
const copyKey = (ctx: RequestContext, key: string) => `${ctx.workspace.id}:${key}`;

/** The question as a whole: two equal keys have the same answer. */
export function cacheKey(
  source: QuerySource,
  statement: { text: string; values: (string | null)[]; zone: string },
  keepSeconds: number,
): string {
  const { id, answerFingerprint } = source;
  const question = [id, answerFingerprint, keepSeconds, statement.zone, statement.text, statement.values];
  return createHash("sha256").update(JSON.stringify(question)).digest("hex");
}

/**
 * The stored answer when it has not expired and is not from before. The row decides; its content is carried over only when this process
 * has no copy of it. Each time an answer is written its row gets another id.
 */
export async function readCache(
  tx: Tx,
  ctx: RequestContext,
  key: string,
  notBefore: Date,
): Promise<KeptAnswer | null> {
  const known = copies().idOf(copyKey(ctx, key)) ?? null;
  const [row] = await tx.$queryRaw<{ id: string; bytes: number; data: string | null }[]>`
    SELECT id, bytes, CASE WHEN id = ${known}::uuid THEN NULL ELSE data::text END AS data
    FROM analytics_cache
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND key = ${key} AND expires_at > ${ctx.now()}
      AND created_at >= ${notBefore}`;
  if (!row) return null;
  const copy = row.data === null ? copies().get(copyKey(ctx, key), row.id) : undefined;
  if (copy) return { entryId: row.id, ...copy };
  // The copy may have been put aside while the row was read.
  const data = row.data ?? (await readData(tx, ctx, row.id));
  if (data === null) return null;
  const value = toValue(data);
  copies().put(copyKey(ctx, key), { id: row.id, value, bytes: row.bytes });
  return { entryId: row.id, ...value };
}

async function readData(tx: Tx, ctx: RequestContext, id: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ data: string }[]>`
    SELECT data::text AS data FROM analytics_cache WHERE workspace_id = ${ctx.workspace.id}::uuid AND id = ${id}::uuid`;
  return row?.data ?? null;
}

function toValue(json: string): Value {
  const { checksum, ...answer } = JSON.parse(json) as Answer & { checksum: string };
  // Many readers share it.
  Object.freeze(answer.rows);
  return { answer, checksum };
}

/** Keeps an answer. A cache that cannot be written costs time, never the answer. */
export async function writeCache(
  ctx: RequestContext,
  entry: { key: string; dataSourceId: string; queryId: string | null; keepSeconds: number },
  answer: Answer,
  { json, bytes }: SerializedAnswer,
): Promise<void> {
  if (json === null) return;
  const expiresAt = new Date(Date.parse(answer.asOf) + entry.keepSeconds * 1000);
  try {
    await withTransaction(
      ctx,
      (tx) => tx.$executeRaw`
        INSERT INTO analytics_cache (id, workspace_id, data_source_id, query_id, key, data, bytes, duration_ms,
          expires_at, created_at)
        VALUES (${newRunId(ctx.now())}::uuid, ${ctx.workspace.id}::uuid, ${entry.dataSourceId}::uuid, ${entry.queryId}::uuid,
          ${entry.key}, ${json}::jsonb, ${bytes}, ${answer.durationMs}, ${expiresAt}, ${new Date(answer.asOf)})
        ON CONFLICT (workspace_id, key) DO UPDATE SET id = EXCLUDED.id, query_id = EXCLUDED.query_id,
          data = EXCLUDED.data, bytes = EXCLUDED.bytes, duration_ms = EXCLUDED.duration_ms,
          expires_at = EXCLUDED.expires_at, created_at = EXCLUDED.created_at, hits = 0, last_hit_at = NULL`,
    );
    await boundCache(ctx.workspace.id, bytes);
  } catch (error) {
    log.warn("A result could not be kept.", { dataSourceId: entry.dataSourceId }, error);
  }
}
