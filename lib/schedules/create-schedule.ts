import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction, withUniqueName } from "@/lib/db";
import { checkRecipients } from "@/lib/distribution";
import { checkSchedule, editableColumns, firstRun } from "./check-schedule";
import { findSchedule } from "./find-schedule";
import { CreateScheduleInput, type ScheduleDto } from "./schemas";
import { scheduleDto } from "./serialize";

/** A new schedule, active from now on, owned by the person who makes it. */
export async function createSchedule(
  ctx: RequestContext,
  input: z.input<typeof CreateScheduleInput>,
): Promise<ScheduleDto> {
  requirePermission(ctx, "schedule:create");
  const parsed = CreateScheduleInput.parse(input);
  await checkSchedule(ctx, parsed);
  const nextRunAt = firstRun(ctx, parsed);

  return withUniqueName("schedule", parsed.name, () =>
    withTransaction(ctx, async (tx) => {
      await checkRecipients(ctx, tx, parsed.recipients);
      const ownerId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
      const { id } = await tx.reportSchedule.create({
        data: { ...editableColumns(parsed), workspaceId: ctx.workspace.id, kind: "CRON", nextRunAt, ownerId },
        select: { id: true },
      });
      const schedule = await findSchedule(tx, ctx, id);
      await emitAudit(tx, ctx, { action: "schedule.create", entityId: id, after: schedule });
      return scheduleDto(tx, ctx, schedule);
    }),
  );
}
