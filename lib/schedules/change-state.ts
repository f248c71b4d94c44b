import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { type Prisma, type Tx, withTransaction } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { findSchedule, lockSchedule, type ScheduleRow } from "./find-schedule";
import { nextRun } from "./next-run";
import { type ScheduleDto, ScheduleIdInput } from "./schemas";
import { scheduleDto } from "./serialize";

type Input = z.input<typeof ScheduleIdInput>;

/** Stops it until it is resumed. Runs that have begun go on. Pausing twice is pausing once. */
export async function pauseSchedule(ctx: RequestContext, input: Input): Promise<ScheduleDto> {
  requirePermission(ctx, "schedule:update");
  const { scheduleId } = ScheduleIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const before = await lockSchedule(tx, ctx, scheduleId);
    if (before.state === "PAUSED") return scheduleDto(tx, ctx, before);
    if (before.state !== "ACTIVE")
      throw new ConflictError(
        `"${before.name}" does not run at the moment: ${before.stateReason ?? before.state.toLowerCase()}`,
      );
    return change(tx, ctx, before, "schedule.pause", { state: "PAUSED", nextRunAt: null, stateReason: null });
  });
}

/** Runs it again, from now on: what was missed meanwhile is not made up for. Failures are counted anew. */
export async function resumeSchedule(ctx: RequestContext, input: Input): Promise<ScheduleDto> {
  requirePermission(ctx, "schedule:update");
  const { scheduleId } = ScheduleIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const before = await lockSchedule(tx, ctx, scheduleId);
    if (before.state === "ACTIVE") return scheduleDto(tx, ctx, before);
    const { cron, zone, startsAt, endsAt } = before;
    const nextRunAt = nextRun({ cron: cron ?? "", zone, startsAt, endsAt, after: ctx.now() });
    if (nextRunAt === null)
      throw new ConflictError(`"${before.name}" has reached its end. Choose a later end, then resume it.`);
    return change(tx, ctx, before, "schedule.resume", {
      state: "ACTIVE",
      nextRunAt,
      stateReason: null,
      consecutiveFailures: 0,
    });
  });
}

/** What it sent stays on record; its name is free again. */
export async function deleteSchedule(ctx: RequestContext, input: Input): Promise<{ id: string }> {
  requirePermission(ctx, "schedule:delete");
  const { scheduleId } = ScheduleIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const before = await lockSchedule(tx, ctx, scheduleId);
    await tx.reportSchedule.update({
      where: { id: before.id, workspaceId: ctx.workspace.id },
      data: { deletedAt: ctx.now(), nextRunAt: null },
    });
    await emitAudit(tx, ctx, { action: "schedule.delete", entityId: before.id, before });
    return { id: before.id };
  });
}

async function change(
  tx: Tx,
  ctx: RequestContext,
  before: ScheduleRow,
  action: string,
  data: Prisma.ReportScheduleUpdateInput,
): Promise<ScheduleDto> {
  await tx.reportSchedule.update({ where: { id: before.id, workspaceId: ctx.workspace.id }, data });
  const after = await findSchedule(tx, ctx, before.id);
  await emitAudit(tx, ctx, { action, entityId: after.id, before, after });
  return scheduleDto(tx, ctx, after);
}
