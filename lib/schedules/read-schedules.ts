import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { checkTiming } from "./check-timing";
import { describeTiming } from "./describe-timing";
import { findSchedule, liveSchedules, SCHEDULE_FIELDS } from "./find-schedule";
import { describeNextRuns } from "./next-runs";
import {
  type NextRuns,
  NextRunsInput,
  type ScheduleDto,
  ScheduleIdInput,
  type ScheduleSummary,
} from "./schemas";
import { scheduleDto, summarise } from "./serialize";

export async function getSchedule(
  ctx: RequestContext,
  input: z.input<typeof ScheduleIdInput>,
): Promise<ScheduleDto> {
  requirePermission(ctx, "schedule:read");
  const { scheduleId } = ScheduleIdInput.parse(input);
  return withTransaction(ctx, async (tx) => scheduleDto(tx, ctx, await findSchedule(tx, ctx, scheduleId)));
}

/** Every schedule of the workspace: what runs next first, what does not run last. */
export async function listSchedules(ctx: RequestContext): Promise<ScheduleSummary[]> {
  requirePermission(ctx, "schedule:read");
  return withTransaction(ctx, async (tx) => {
    const rows = await tx.reportSchedule.findMany({
      where: liveSchedules(ctx),
      select: SCHEDULE_FIELDS,
      orderBy: [{ nextRunAt: { sort: "asc", nulls: "last" } }, { name: "asc" }],
    });
    return summarise(tx, ctx, rows);
  });
}

/** The timing in words and its next runs from now, for a form. Throws InvalidInputError that says what is wrong. */
export async function nextRuns(ctx: RequestContext, input: z.input<typeof NextRunsInput>): Promise<NextRuns> {
  requirePermission(ctx, "schedule:read");
  const { cron, zone, count, startsAt, endsAt } = NextRunsInput.parse(input);
  checkTiming({ cron, zone }, ctx.now());
  return {
    description: describeTiming(cron, zone),
    runs: describeNextRuns({
      cron,
      zone,
      count,
      startsAt: startsAt ? new Date(startsAt) : null,
      endsAt: endsAt ? new Date(endsAt) : null,
      after: ctx.now(),
      locale: ctx.workspace.locale,
    }),
  };
}
