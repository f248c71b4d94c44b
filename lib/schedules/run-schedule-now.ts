import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import type { Recipients } from "@/lib/distribution/schemas";
import { ForbiddenError } from "@/lib/errors";
import { findSchedule } from "./find-schedule";
import { enqueueExecution, executionColumns, freezeReport, freezeRequest } from "./request-execution";
import { RunScheduleInput } from "./schemas";

/**
 * Runs a schedule at once, whatever its state; its timing goes on unchanged. With `test` the mail goes to the
 * person who asks and to nobody else.
 */
export async function runScheduleNow(
  ctx: RequestContext,
  input: z.input<typeof RunScheduleInput>,
): Promise<{ executionId: string; publicId: string }> {
  requirePermission(ctx, "schedule:run");
  const { scheduleId, test } = RunScheduleInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const schedule = await findSchedule(tx, ctx, scheduleId);
    const report = await freezeReport(tx, ctx, schedule);
    const request = freezeRequest(ctx, schedule, report, ctx.now(), test ? [asker(ctx)] : undefined);
    const execution = await tx.reportExecution.create({
      data: {
        ...executionColumns(ctx, schedule, report),
        trigger: test ? "TEST" : "MANUAL",
        triggeredById: ctx.actor.kind === "user" ? ctx.actor.userId : null,
        request,
      },
      select: { id: true, publicId: true },
    });
    await enqueueExecution(tx, ctx, execution.id);
    await emitAudit(tx, ctx, {
      action: test ? "schedule.test" : "schedule.run",
      entityId: schedule.id,
      after: { executionId: execution.id },
    });
    return { executionId: execution.id, publicId: execution.publicId };
  });
}

function asker(ctx: RequestContext): Recipients[number] {
  if (ctx.actor.kind !== "user")
    throw new ForbiddenError("A test goes to the person who asks for it. Sign in to run one.");
  return { type: "address", email: ctx.actor.email.toLowerCase(), kind: "TO" };
}
