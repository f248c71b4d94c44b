import { systemContext } from "@/lib/auth/system-context";
import type { RequestContext } from "@/lib/context";
import { type Tx, withoutWorkspace, withTransaction } from "@/lib/db";
import { log } from "@/lib/log";
import { findSchedule, type ScheduleRow } from "./find-schedule";
import { runsBetween } from "./missed-runs";
import { nextRun } from "./next-run";
import { isActiveMember, OWNER_GONE } from "./owner";
import { enqueueExecution, executionColumns, freezeReport, freezeRequest } from "./request-execution";

const BATCH = 100;
/** Missed times recorded one by one after a downtime; beyond that the oldest stands for those before it. */
const RECORDED_MISSES = 50;

/** Times of one schedule that a downtime made it miss, recorded as skipped; oldest first. */
export type MissedBySchedule = {
  scheduleId: string;
  name: string;
  zone: string;
  ownerId: string | null;
  times: Date[];
  hasOlder: boolean;
};

type ClaimOptions = {
  /** Called in the transaction of a claim that found missed times. */
  onMissed?: (tx: Tx, ctx: RequestContext, missed: MissedBySchedule) => Promise<void>;
};

export type ClaimResult = {
  /** Runs requested. */
  claimed: number;
  /** Missed times recorded as skipped. */
  skipped: number;
  /** Schedules that could not be claimed; they stay due, and the watchdog tells. */
  failed: number;
};

/**
 * The sweep of the cron tick: requests one run for every schedule that is due at `now`, each in a transaction of
 * its own workspace. Any number of sweeps may run at once.
 */
export async function claimDueSchedules(now: Date, options: ClaimOptions = {}): Promise<ClaimResult> {
  const total: ClaimResult = { claimed: 0, skipped: 0, failed: 0 };
  for (;;) {
    const due = await withoutWorkspace(
      (tx) =>
        tx.$queryRaw<{ workspace_id: string; id: string }[]>`
          SELECT workspace_id, id FROM due_schedules(${now}::timestamptz, ${BATCH}::int)`,
    );
    const before = total.claimed;
    for (const { workspace_id: workspaceId, id } of due) {
      try {
        const ctx = await systemContext(workspaceId, "schedules", { now: () => now });
        const { claimed, skipped } = await withTransaction(ctx, (tx) => claimSchedule(tx, ctx, id, options));
        total.claimed += claimed;
        total.skipped += skipped;
      } catch (error) {
        total.failed += 1;
        log.error(
          "A due schedule could not be claimed; it stays due.",
          { workspaceId, scheduleId: id },
          error,
        );
      }
    }
    if (due.length < BATCH || total.claimed === before) return total;
  }
}

/** Requests the latest missed run, records the older ones as skipped and moves the next run on: all or nothing. */
async function claimSchedule(
  tx: Tx,
  ctx: RequestContext,
  id: string,
  { onMissed }: ClaimOptions,
): Promise<{ claimed: number; skipped: number }> {
  const now = ctx.now();
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM report_schedules
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND id = ${id}::uuid
      AND state = 'ACTIVE' AND deleted_at IS NULL AND next_run_at <= ${now}::timestamptz
    FOR UPDATE SKIP LOCKED`;
  if (held.length === 0) return { claimed: 0, skipped: 0 };
  const schedule = await findSchedule(tx, ctx, id);
  const { times, hasOlder } = dueTimes(schedule, now);
  const scheduledFor = times[times.length - 1] ?? now;
  const created = await recordRuns(tx, ctx, schedule, times, hasOlder);
  await moveOn(tx, ctx, schedule);
  if (times.length > 1) {
    const { name, zone, ownerId } = schedule;
    await onMissed?.(tx, ctx, { scheduleId: id, name, zone, ownerId, times: times.slice(0, -1), hasOlder });
  }
  const execution = await tx.reportExecution.findUnique({
    where: { scheduleId_scheduledFor: { scheduleId: schedule.id, scheduledFor } },
    select: { id: true, state: true },
  });
  if (execution?.state !== "PENDING") return { claimed: 0, skipped: created };
  await enqueueExecution(tx, ctx, execution.id);
  return { claimed: 1, skipped: Math.max(0, created - 1) };
}

/** Every time from the promised one up to now. A promise that the cron no longer makes is kept all the same. */
function dueTimes(schedule: ScheduleRow, now: Date): { times: Date[]; hasOlder: boolean } {
  const { cron, zone, startsAt, endsAt } = schedule;
  const from = schedule.nextRunAt ?? now;
  const found = runsBetween({
    cron: cron ?? "",
    zone,
    startsAt,
    endsAt,
    from,
    until: now,
    limit: RECORDED_MISSES + 1,
  });
  return found.times.length > 0 ? found : { times: [from], hasOlder: false };
}

/** A time that is recorded already keeps its record. Returns how many were new. */
async function recordRuns(
  tx: Tx,
  ctx: RequestContext,
  schedule: ScheduleRow,
  times: Date[],
  hasOlder: boolean,
): Promise<number> {
  const report = await freezeReport(tx, ctx, schedule);
  const latest = times.length - 1;
  const { count } = await tx.reportExecution.createMany({
    data: times.map((time, index) => ({
      ...executionColumns(ctx, schedule, report),
      trigger: "SCHEDULE",
      scheduledFor: time,
      request: freezeRequest(ctx, schedule, report, time),
      ...(index === latest ? {} : skipped(ctx, hasOlder && index === 0)),
    })),
    skipDuplicates: true,
  });
  return count;
}

function skipped(ctx: RequestContext, hasOlder: boolean) {
  const older = hasOlder ? " Earlier missed runs are not listed." : "";
  return {
    state: "SKIPPED",
    stateReason: `Broadsheet was not running at this time. Only the latest missed run was made.${older}`,
    finishedAt: ctx.now(),
  };
}

async function moveOn(tx: Tx, ctx: RequestContext, schedule: ScheduleRow): Promise<void> {
  const { cron, zone, startsAt, endsAt } = schedule;
  const nextRunAt = nextRun({ cron: cron ?? "", zone, startsAt, endsAt, after: ctx.now() });
  const ownerIsActive = await isActiveMember(tx, ctx, schedule.ownerId);
  await tx.reportSchedule.update({
    where: { id: schedule.id, workspaceId: ctx.workspace.id },
    data: {
      nextRunAt,
      lastRunAt: ctx.now(),
      ...(nextRunAt === null
        ? { state: "DISABLED", stateReason: "It has reached its end. Choose a later end, then resume it." }
        : { stateReason: ownerIsActive ? null : OWNER_GONE }),
    },
  });
}
