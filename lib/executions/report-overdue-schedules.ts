import { systemContext } from "@/lib/auth/system-context";
import { withTransaction } from "@/lib/db";
import { mailNotices, recordNotice } from "@/lib/notifications";
import { overdueSchedules } from "@/lib/schedules";
import { runText } from "./run-text";

/** The sweep comes each minute; after so long it is not coming, or this schedule cannot be claimed. */
const OVERDUE_AFTER_MS = 10 * 60_000;

/** Tells, once for each missed time, about schedules that should have run and have no record of it. */
export async function reportOverdueSchedules(now: Date): Promise<number> {
  const overdue = await overdueSchedules(new Date(now.getTime() - OVERDUE_AFTER_MS));
  for (const { workspaceId, scheduleId } of overdue) {
    const ctx = await systemContext(workspaceId, "watchdog", { now: () => now });
    const notice = await withTransaction(ctx, async (tx) => {
      const schedule = await tx.reportSchedule.findFirst({
        where: { id: scheduleId, workspaceId, deletedAt: null, state: "ACTIVE", nextRunAt: { not: null } },
        select: { name: true, zone: true, ownerId: true, nextRunAt: true },
      });
      if (!schedule?.nextRunAt) return null;
      return recordNotice(tx, ctx, {
        kind: "MISSED_RUN",
        key: `overdue:${scheduleId}:${schedule.nextRunAt.toISOString()}`,
        title: `${schedule.name} has not run`,
        body: `It should have run ${runText(ctx, schedule.nextRunAt, schedule.zone)} and has not been started. Check that a worker is running (the health page shows it); it is started as soon as one is.`,
        path: `schedules/${scheduleId}`,
        ownerId: schedule.ownerId,
      });
    });
    await mailNotices(ctx, [notice]);
  }
  return overdue.length;
}
