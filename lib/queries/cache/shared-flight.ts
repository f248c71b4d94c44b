/**
 * Between processes: who asks a source holds a lease on the question, and the others wait for the kept answer.
 * Leases are told by the database's clock, which is the same for everybody.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";

/** How long an asker that ended without a word is waited for. */
const LEASE_SECONDS = 5;
const RENEW_MS = 1_500;
const FIRST_LOOK_MS = 20;
const LAST_LOOK_MS = 250;

/**
 * Takes the lease on a question when nobody holds it; `owner` is the run that asks. The transaction then ends without
 * waiting for the disk: a lease is worth nothing after a crash, and the run's end, which is written later, waits.
 */
export async function claimFlight(tx: Tx, ctx: RequestContext, key: string, owner: string): Promise<boolean> {
  const claimed = await tx.$queryRaw<unknown[]>`
    INSERT INTO query_flights AS f (workspace_id, key, owner, lease_until)
    VALUES (${ctx.workspace.id}::uuid, ${key}, ${owner}, clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}))
    ON CONFLICT (workspace_id, key) DO UPDATE SET owner = EXCLUDED.owner, lease_until = EXCLUDED.lease_until
      WHERE f.lease_until < clock_timestamp()
    RETURNING set_config('synchronous_commit', 'off', true)`;
  return claimed.length > 0;
}

export async function releaseFlight(tx: Tx, ctx: RequestContext, key: string, owner: string): Promise<void> {
  await tx.queryFlight.deleteMany({ where: { workspaceId: ctx.workspace.id, key, owner } });
}

/** Renews the lease until the returned function is called. */
export function keepLease(ctx: RequestContext, key: string, owner: string): () => void {
  const renew = () =>
    withTransaction(
      ctx,
      (tx) => tx.$executeRaw`
        UPDATE query_flights SET lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
        WHERE workspace_id = ${ctx.workspace.id}::uuid AND key = ${key} AND owner = ${owner}`,
    ).catch((error: unknown) => log.warn("The lease on a question could not be renewed.", {}, error));
  const timer = setInterval(() => void renew(), RENEW_MS).unref();
  return () => clearInterval(timer);
}

/** `landed`: look for the kept answer; `gone`: there will be none; `lost`: the asker ended without a word. */
export type FlightEnd = "landed" | "gone" | "lost";

/**
 * Waits until another process has the answer, or will not have it. Throws `cancelled` when the signal aborts, and
 * with the words of the person who cancelled the run that was waited for.
 */
export async function awaitFlight(ctx: RequestContext, key: string, signal: AbortSignal): Promise<FlightEnd> {
  let owner: string | null = null;
  for (let pauseMs = FIRST_LOOK_MS; ; pauseMs = Math.min(pauseMs * 2, LAST_LOOK_MS)) {
    const seen = await withTransaction(ctx, (tx) => look(tx, ctx, key));
    if (seen.is_kept) return "landed";
    if (seen.owner !== null && !seen.is_live) return "lost";
    if (seen.owner === null) {
      if (owner !== null) await throwIfCancelled(ctx, owner);
      return "gone";
    }
    owner = seen.owner;
    await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) throw new AppError("cancelled", "The query was cancelled.");
  }
}

type Seen = { is_kept: boolean; owner: string | null; is_live: boolean | null };

async function look(tx: Tx, ctx: RequestContext, key: string): Promise<Seen> {
  const workspaceId = ctx.workspace.id;
  const [seen] = await tx.$queryRaw<Seen[]>`
    SELECT EXISTS (SELECT 1 FROM analytics_cache
        WHERE workspace_id = ${workspaceId}::uuid AND key = ${key} AND expires_at > ${ctx.now()}) AS is_kept,
      f.owner, f.lease_until > clock_timestamp() AS is_live
    FROM (SELECT 1) one LEFT JOIN query_flights f ON f.workspace_id = ${workspaceId}::uuid AND f.key = ${key}`;
  return seen ?? { is_kept: false, owner: null, is_live: null };
}

async function throwIfCancelled(ctx: RequestContext, runId: string): Promise<void> {
  const run = await withTransaction(ctx, (tx) =>
    tx.queryRun.findFirst({
      where: {
        id: runId,
        workspaceId: ctx.workspace.id,
        state: "CANCELLED",
        cancelRequestedAt: { not: null },
      },
      select: { error: true },
    }),
  );
  if (run) throw new AppError("cancelled", run.error ?? "This run was cancelled.");
}
