import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { mailNotices, type PendingNotice, recordNotice } from "@/lib/notifications";
import { type ClaimResult, claimDueSchedules, type MissedBySchedule } from "@/lib/schedules";
import { runText } from "./run-text";

/** A sweep that is a few minutes late is not worth a notice; the skipped run is on record all the same. */
const WORTH_TELLING_MS = 10 * 60_000;

/** The cron tick: requests what is due at `now`, and tells people what a downtime made them miss. */
export async function sweepDueSchedules(now: Date): Promise<ClaimResult> {
  const pending: { ctx: RequestContext; notice: PendingNotice }[] = [];
  const result = await claimDueSchedules(now, {
    onMissed: async (tx, ctx, missed) => {
      const notice = await recordMissed(tx, ctx, missed);
      if (notice) pending.push({ ctx, notice });
    },
  });
  for (const { ctx, notice } of pending) await mailNotices(ctx, [notice]);
  return result;
}

/** In the transaction of the claim: what was missed and the notice of it are recorded together. */
async function recordMissed(
  tx: Tx,
  ctx: RequestContext,
  missed: MissedBySchedule,
): Promise<PendingNotice | null> {
  const [oldest] = missed.times;
  const newest = missed.times[missed.times.length - 1];
  if (!oldest || !newest || ctx.now().getTime() - oldest.getTime() < WORTH_TELLING_MS) return null;
  const count = missed.hasOlder ? `More than ${missed.times.length}` : String(missed.times.length);
  const times = missed.times.length === 1 ? "run was" : "runs were";
  return recordNotice(tx, ctx, {
    kind: "MISSED_RUN",
    key: `missed:${missed.scheduleId}:${newest.toISOString()}`,
    title: `${missed.name} missed ${missed.times.length === 1 ? "a run" : "runs"}`,
    body: `${count} ${times} missed because Broadsheet was not running, the last ${runText(ctx, newest, missed.zone)}. The run that was due after that is made now; the missed ones are not made up for.`,
    path: `schedules/${missed.scheduleId}`,
    ownerId: missed.ownerId,
  });
}
