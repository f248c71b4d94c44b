import type { RequestContext } from "@/lib/context";
import { nextRuns } from "@/lib/schedules";
import type { NextRuns, ScheduleDto } from "@/lib/schedules/schemas";

/** The next ten runs of a schedule; null while it does not run. */
export async function comingRuns(ctx: RequestContext, schedule: ScheduleDto): Promise<NextRuns | null> {
  if (schedule.state !== "ACTIVE") return null;
  const { cron, zone, startsAt, endsAt } = schedule;
  return nextRuns(ctx, { cron, zone, startsAt: startsAt ?? undefined, endsAt: endsAt ?? undefined });
}
