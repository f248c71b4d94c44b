import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { countRecipients } from "@/lib/distribution";
import { Recipients } from "@/lib/distribution/schemas";
import { ReportFormat } from "@/lib/reports/schemas";
import { describeTiming } from "./describe-timing";
import type { ScheduleRow } from "./find-schedule";
import { ScheduleParameters, type ScheduleDto, ScheduleState, type ScheduleSummary } from "./schemas";

/** Rows to summaries, with what other tables know: owners' names and how many people receive it. */
export async function summarise(
  tx: Tx,
  ctx: RequestContext,
  rows: ScheduleRow[],
): Promise<ScheduleSummary[]> {
  const ownerIds = rows.flatMap((row) => (row.ownerId ? [row.ownerId] : []));
  const members = await tx.membership.findMany({
    where: { workspaceId: ctx.workspace.id, userId: { in: ownerIds } },
    select: { userId: true, user: { select: { name: true } } },
  });
  const owners = new Map(members.map(({ userId, user }) => [userId, user.name]));
  const counts = await countRecipients(
    ctx,
    tx,
    rows.map((row) => Recipients.parse(row.recipients)),
  );
  return rows.map((row, index) => ({
    id: row.id,
    name: row.name,
    reportId: row.reportId,
    reportName: row.report.name,
    state: ScheduleState.parse(row.state),
    stateReason: row.stateReason,
    timing: describeTiming(row.cron ?? "", row.zone),
    nextRunAt: row.nextRunAt?.toISOString() ?? null,
    lastRunAt: row.lastRunAt?.toISOString() ?? null,
    lastExecution: row.executions[0] ?? null,
    recipientCount: counts[index] ?? 0,
    ownerName: row.ownerId ? (owners.get(row.ownerId) ?? null) : null,
  }));
}

export async function scheduleDto(tx: Tx, ctx: RequestContext, row: ScheduleRow): Promise<ScheduleDto> {
  const [summary] = await summarise(tx, ctx, [row]);
  if (!summary) throw new Error(`No summary of the schedule ${row.id}.`);
  return {
    ...summary,
    pinnedVersion: row.pinnedVersion,
    latestVersion: row.report.versions[0]?.number ?? null,
    cron: row.cron ?? "",
    zone: row.zone,
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    formats: ReportFormat.array().parse(row.formats),
    range: ScheduleParameters.parse(row.parameters).range,
    recipients: Recipients.parse(row.recipients),
    subject: row.subject,
    message: row.message,
  };
}
