import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

export const SUMMARY_FIELDS = {
  id: true,
  publicId: true,
  reportId: true,
  scheduleId: true,
  trigger: true,
  state: true,
  stateReason: true,
  progress: true,
  scheduledFor: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  rows: true,
  report: { select: { name: true } },
  schedule: { select: { name: true } },
} satisfies Prisma.ReportExecutionSelect;

export const EXECUTION_FIELDS = {
  ...SUMMARY_FIELDS,
  versionNumber: true,
  triggeredById: true,
  asOf: true,
  request: true,
  manifest: true,
  runId: true,
  updatedAt: true,
  files: {
    select: { id: true, format: true, fileName: true, bytes: true, sha256: true, expiresAt: true },
    orderBy: { createdAt: "asc" },
  },
} satisfies Prisma.ReportExecutionSelect;

export type SummaryRow = Prisma.ReportExecutionGetPayload<{ select: typeof SUMMARY_FIELDS }>;
export type ExecutionRow = Prisma.ReportExecutionGetPayload<{ select: typeof EXECUTION_FIELDS }>;

/** Throws NotFoundError for a missing or foreign run alike. */
export async function findExecution(tx: Tx, ctx: RequestContext, executionId: string): Promise<ExecutionRow> {
  const execution = await tx.reportExecution.findFirst({
    where: { id: executionId, workspaceId: ctx.workspace.id },
    select: EXECUTION_FIELDS,
  });
  if (!execution) throw new NotFoundError("run");
  return execution;
}

/** {@link findExecution}, holding the row until the transaction ends. */
export async function lockExecution(tx: Tx, ctx: RequestContext, executionId: string): Promise<ExecutionRow> {
  await tx.$queryRaw`
    SELECT 1 FROM report_executions WHERE workspace_id = ${ctx.workspace.id}::uuid AND id = ${executionId}::uuid FOR UPDATE`;
  return findExecution(tx, ctx, executionId);
}
