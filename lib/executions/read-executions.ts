import type { z } from "zod";
import { may, requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { DELIVERY_FIELDS, type DeliveryCounts, serializeDelivery } from "@/lib/deliveries";
import type { DeliveryDto } from "@/lib/deliveries/schemas";
import { findExecution, SUMMARY_FIELDS } from "./find-execution";
import { type ExecutionDto, ExecutionIdInput, type ExecutionList, ListExecutionsInput } from "./schemas";
import { serializeExecution, serializeSummary } from "./serialize";

/** Deliveries shown with a run; the delivery log has all of them. */
const SHOWN_DELIVERIES = 1_000;

/** One run with its files. Who received it is shown to people who may read deliveries. */
export async function getExecution(
  ctx: RequestContext,
  input: z.input<typeof ExecutionIdInput>,
): Promise<ExecutionDto> {
  requirePermission(ctx, "execution:read");
  const { executionId } = ExecutionIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const execution = await findExecution(tx, ctx, executionId);
    const counts = (await countDeliveries(tx, ctx, [execution.id])).get(execution.id) ?? {};
    if (may(ctx, "delivery:read"))
      return serializeExecution(execution, counts, await deliveriesOf(tx, ctx, execution.id));
    const dto = serializeExecution(execution, counts, []);
    return { ...dto, request: { ...dto.request, recipients: [] } };
  });
}

/** Runs of the workspace, of a report or of a schedule, the newest first. */
export async function listExecutions(
  ctx: RequestContext,
  input: z.input<typeof ListExecutionsInput> = {},
): Promise<ExecutionList> {
  requirePermission(ctx, "execution:read");
  const { reportId, scheduleId, states, limit, after } = ListExecutionsInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const rows = await tx.reportExecution.findMany({
      where: {
        workspaceId: ctx.workspace.id,
        ...(reportId ? { reportId } : {}),
        ...(scheduleId ? { scheduleId } : {}),
        ...(states.length > 0 ? { state: { in: states } } : {}),
      },
      select: SUMMARY_FIELDS,
      orderBy: [{ createdAt: "desc" }, { scheduledFor: { sort: "desc", nulls: "last" } }, { id: "desc" }],
      take: limit + 1,
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    });
    const shown = rows.slice(0, limit);
    const counts = await countDeliveries(
      tx,
      ctx,
      shown.map(({ id }) => id),
    );
    return {
      executions: shown.map((row) => serializeSummary(row, counts.get(row.id) ?? {})),
      hasMore: rows.length > limit,
    };
  });
}

async function deliveriesOf(tx: Tx, ctx: RequestContext, executionId: string): Promise<DeliveryDto[]> {
  const rows = await tx.deliveryLog.findMany({
    where: { workspaceId: ctx.workspace.id, executionId },
    select: DELIVERY_FIELDS,
    orderBy: { recipient: "asc" },
    take: SHOWN_DELIVERIES,
  });
  return rows.map(serializeDelivery);
}

async function countDeliveries(
  tx: Tx,
  ctx: RequestContext,
  executionIds: string[],
): Promise<Map<string, DeliveryCounts>> {
  const groups = await tx.deliveryLog.groupBy({
    by: ["executionId", "state"],
    where: { workspaceId: ctx.workspace.id, executionId: { in: executionIds } },
    _count: true,
  });
  const counts = new Map<string, DeliveryCounts>();
  for (const { executionId, state, _count } of groups)
    counts.set(executionId, { ...counts.get(executionId), [state]: _count });
  return counts;
}
