import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction, withUniqueName } from "@/lib/db";
import { checkRecipients } from "@/lib/distribution";
import { checkSchedule, editableColumns, firstRun } from "./check-schedule";
import { findSchedule, lockSchedule, type ScheduleRow } from "./find-schedule";
import { isActiveMember } from "./owner";
import { type ScheduleDto, UpdateScheduleInput } from "./schemas";
import { scheduleDto } from "./serialize";

/**
 * Replaces everything people edit. Runs that were claimed before keep what they were asked for. A schedule whose
 * owner has left gets the person who saves it as its owner.
 */
export async function updateSchedule(
  ctx: RequestContext,
  input: z.input<typeof UpdateScheduleInput>,
): Promise<ScheduleDto> {
  requirePermission(ctx, "schedule:update");
  const parsed = UpdateScheduleInput.parse(input);

  // The schedule before the rest: a foreign one must read as not found, whatever else is wrong.
  await withTransaction(ctx, (tx) => findSchedule(tx, ctx, parsed.scheduleId));
  await checkSchedule(ctx, parsed);
  return withUniqueName("schedule", parsed.name, () =>
    withTransaction(ctx, async (tx) => {
      const before = await lockSchedule(tx, ctx, parsed.scheduleId);
      await checkRecipients(ctx, tx, parsed.recipients);
      const columns = editableColumns(parsed);
      const keepsTime = before.nextRunAt !== null && timingOf(before) === timingOf(columns);
      const nextRunAt = before.state === "ACTIVE" && !keepsTime ? firstRun(ctx, parsed) : before.nextRunAt;
      await tx.reportSchedule.update({
        where: { id: before.id, workspaceId: ctx.workspace.id },
        data: { ...columns, nextRunAt, ...(await ownership(tx, ctx, before)) },
      });
      const after = await findSchedule(tx, ctx, before.id);
      await emitAudit(tx, ctx, { action: "schedule.update", entityId: after.id, before, after });
      return scheduleDto(tx, ctx, after);
    }),
  );
}

type Timed = Pick<ScheduleRow, "cron" | "zone" | "startsAt" | "endsAt">;

/** Unchanged timing keeps its next run, even one that is due this very minute. */
function timingOf({ cron, zone, startsAt, endsAt }: Timed): string {
  return JSON.stringify([cron, zone, startsAt, endsAt]);
}

async function ownership(tx: Tx, ctx: RequestContext, before: ScheduleRow) {
  if (ctx.actor.kind !== "user" || (await isActiveMember(tx, ctx, before.ownerId))) return {};
  return { ownerId: ctx.actor.userId, ...(before.state === "ACTIVE" ? { stateReason: null } : {}) };
}
