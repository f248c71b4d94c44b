import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

export const SCHEDULE_FIELDS = {
  id: true,
  name: true,
  reportId: true,
  pinnedVersion: true,
  cron: true,
  zone: true,
  startsAt: true,
  endsAt: true,
  formats: true,
  parameters: true,
  recipients: true,
  subject: true,
  message: true,
  state: true,
  stateReason: true,
  nextRunAt: true,
  lastRunAt: true,
  consecutiveFailures: true,
  maxFailures: true,
  ownerId: true,
  report: {
    select: { name: true, versions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 } },
  },
  executions: {
    where: { trigger: { not: "TEST" } },
    select: { id: true, state: true },
    orderBy: [{ createdAt: "desc" }, { scheduledFor: { sort: "desc", nulls: "last" } }],
    take: 1,
  },
} satisfies Prisma.ReportScheduleSelect;

export type ScheduleRow = Prisma.ReportScheduleGetPayload<{ select: typeof SCHEDULE_FIELDS }>;

export const liveSchedules = (ctx: RequestContext) => ({ workspaceId: ctx.workspace.id, deletedAt: null });

/** Throws NotFoundError for a missing, deleted or foreign schedule alike. */
export async function findSchedule(tx: Tx, ctx: RequestContext, scheduleId: string): Promise<ScheduleRow> {
  const schedule = await tx.reportSchedule.findFirst({
    where: { ...liveSchedules(ctx), id: scheduleId },
    select: SCHEDULE_FIELDS,
  });
  if (!schedule) throw new NotFoundError("schedule");
  return schedule;
}

/** {@link findSchedule}, holding the row: a claim of the same schedule waits, or was finished before. */
export async function lockSchedule(tx: Tx, ctx: RequestContext, scheduleId: string): Promise<ScheduleRow> {
  await tx.$queryRaw`
    SELECT 1 FROM report_schedules WHERE workspace_id = ${ctx.workspace.id}::uuid AND id = ${scheduleId}::uuid FOR UPDATE`;
  return findSchedule(tx, ctx, scheduleId);
}
