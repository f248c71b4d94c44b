import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type Prisma, withTransaction } from "@/lib/db";
import { DELIVERY_FIELDS } from "./find-delivery";
import { type DeliveryLogEntry, type DeliveryLogList, ListDeliveriesInput } from "./schemas";
import { serializeDelivery } from "./serialize";

/** The delivery log: who was sent what, newest first. */
export async function listDeliveries(
  ctx: RequestContext,
  input: z.input<typeof ListDeliveriesInput> = {},
): Promise<DeliveryLogList> {
  requirePermission(ctx, "delivery:read");
  const { executionId, scheduleId, states, recipient, limit, after } = ListDeliveriesInput.parse(input);
  const where: Prisma.DeliveryLogWhereInput = {
    workspaceId: ctx.workspace.id,
    ...(executionId ? { executionId } : {}),
    ...(scheduleId ? { scheduleId } : {}),
    ...(states.length > 0 ? { state: { in: states } } : {}),
    ...(recipient ? { recipient: { contains: recipient, mode: "insensitive" } } : {}),
  };

  return withTransaction(ctx, async (tx) => {
    const rows = await tx.deliveryLog.findMany({
      where,
      select: {
        ...DELIVERY_FIELDS,
        execution: {
          select: {
            publicId: true,
            report: { select: { name: true } },
            schedule: { select: { name: true } },
          },
        },
      },
      orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    });
    const deliveries = rows.slice(0, limit).map(
      (row): DeliveryLogEntry => ({
        ...serializeDelivery(row),
        executionId: row.executionId,
        executionPublicId: row.execution.publicId,
        reportName: row.execution.report.name,
        scheduleName: row.execution.schedule?.name ?? null,
      }),
    );
    return { deliveries, hasMore: rows.length > limit };
  });
}
