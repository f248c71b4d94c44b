import type { RequestContext } from "@/lib/context";
import { publicId } from "@/lib/crypto";
import type { Prisma, Tx } from "@/lib/db";
import { Recipients } from "@/lib/distribution/schemas";
import { ExecutionRequest } from "@/lib/executions/schemas";
import { enqueue } from "@/lib/jobs";
import { ReportDocument } from "@/lib/reports/schemas";
import { lastDayOf, type RangeChoice, resolveRange } from "@/lib/time/ranges";
import type { ScheduleRow } from "./find-schedule";
import { ScheduleParameters } from "./schemas";

export type FrozenReport = { versionNumber: number | null; range: RangeChoice };

/** The version to send and the range to show, as they are at this moment. */
export async function freezeReport(
  tx: Tx,
  ctx: RequestContext,
  schedule: ScheduleRow,
): Promise<FrozenReport> {
  const version = await tx.reportVersion.findFirst({
    where: {
      workspaceId: ctx.workspace.id,
      reportId: schedule.reportId,
      ...(schedule.pinnedVersion === null ? {} : { number: schedule.pinnedVersion }),
    },
    select: { number: true, document: true },
    orderBy: { number: "desc" },
  });
  const own = ReportDocument.parse(version?.document ?? { blocks: [] }).range;
  return {
    versionNumber: version?.number ?? null,
    range: ScheduleParameters.parse(schedule.parameters).range ?? own,
  };
}

/**
 * What a run is asked for, frozen: later edits of the schedule do not change it, and repeated later it shows the
 * same days, those that the range meant at `at` in the schedule's zone.
 */
export function freezeRequest(
  ctx: RequestContext,
  schedule: ScheduleRow,
  report: FrozenReport,
  at: Date,
  recipients: Recipients = Recipients.parse(schedule.recipients),
): ExecutionRequest {
  const days = resolveRange(report.range, at, schedule.zone, ctx.workspace.weekStartsOn);
  return ExecutionRequest.parse({
    scheduleName: schedule.name,
    formats: schedule.formats,
    range: { kind: "absolute", from: days.from, to: lastDayOf(days) },
    recipients,
    subject: schedule.subject,
    message: schedule.message,
  });
}

/** The columns every execution of a schedule has in common. */
export function executionColumns(ctx: RequestContext, schedule: ScheduleRow, report: FrozenReport) {
  return {
    publicId: publicId("exec"),
    workspaceId: ctx.workspace.id,
    reportId: schedule.reportId,
    scheduleId: schedule.id,
    versionNumber: report.versionNumber,
    createdAt: ctx.now(),
  } satisfies Partial<Prisma.ReportExecutionCreateManyInput>;
}

/** In the transaction that makes the execution: the job exists exactly when the execution does. */
export function enqueueExecution(tx: Tx, ctx: RequestContext, executionId: string): Promise<void> {
  const data = { workspaceId: ctx.workspace.id, executionId };
  return enqueue(tx, [{ id: `execution:${executionId}`, name: "report/execution.requested", data }]);
}
