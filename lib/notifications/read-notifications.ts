import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { ForbiddenError } from "@/lib/errors";
import {
  ListNotificationsInput,
  MarkNotificationsReadInput,
  NotificationKind,
  type NotificationList,
} from "./schemas";

/** The person's own notifications, the newest first. They need no permission: they are addressed to them. */
export async function listNotifications(
  ctx: RequestContext,
  input: z.input<typeof ListNotificationsInput> = {},
): Promise<NotificationList> {
  const userId = personOf(ctx);
  const { limit } = ListNotificationsInput.parse(input);
  const where = { workspaceId: ctx.workspace.id, userId };

  return withTransaction(ctx, async (tx) => {
    const rows = await tx.notification.findMany({
      where,
      select: { id: true, kind: true, title: true, body: true, href: true, readAt: true, createdAt: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit,
    });
    const unread = await tx.notification.count({ where: { ...where, readAt: null } });
    const notifications = rows.map((row) => ({
      ...row,
      kind: NotificationKind.parse(row.kind),
      readAt: row.readAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
    }));
    return { notifications, unread };
  });
}

/** Marks the person's own notifications as read; other people's ids change nothing. */
export async function markNotificationsRead(
  ctx: RequestContext,
  input: z.input<typeof MarkNotificationsReadInput> = {},
): Promise<{ unread: number }> {
  const userId = personOf(ctx);
  const { ids } = MarkNotificationsReadInput.parse(input);
  const where = { workspaceId: ctx.workspace.id, userId, readAt: null };

  return withTransaction(ctx, async (tx) => {
    await tx.notification.updateMany({
      where: { ...where, ...(ids ? { id: { in: ids } } : {}) },
      data: { readAt: ctx.now() },
    });
    return { unread: await tx.notification.count({ where }) };
  });
}

function personOf(ctx: RequestContext): string {
  if (ctx.actor.kind !== "user")
    throw new ForbiddenError("Notifications belong to people. Sign in to read yours.");
  return ctx.actor.userId;
}
