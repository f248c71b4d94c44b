import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { findList, schedulesByList } from "./find-list";
import { type ListDetail, ListIdInput, type ListSummary } from "./schemas";
import { serializeList, serializeListSummary } from "./serialize";

/** One list with its members, and the schedules that send to it. */
export async function getList(ctx: RequestContext, input: z.input<typeof ListIdInput>): Promise<ListDetail> {
  requirePermission(ctx, "list:read");
  const { listId } = ListIdInput.parse(input);
  return withTransaction(ctx, async (tx) => {
    const list = serializeList(await findList(tx, ctx, listId));
    return { ...list, usedBy: (await schedulesByList(tx, ctx)).get(list.id) ?? [] };
  });
}

/** Every list of the workspace by name, with how many people are on it and how many schedules send to it. */
export async function listLists(ctx: RequestContext): Promise<ListSummary[]> {
  requirePermission(ctx, "list:read");
  return withTransaction(ctx, async (tx) => {
    const lists = await tx.distributionList.findMany({
      where: { workspaceId: ctx.workspace.id, deletedAt: null },
      select: {
        id: true,
        name: true,
        description: true,
        updatedAt: true,
        _count: { select: { members: { where: { state: "ACTIVE" } } } },
      },
      orderBy: { name: "asc" },
    });
    const users = await schedulesByList(tx, ctx);
    return lists.map((list) =>
      serializeListSummary(list, {
        memberCount: list._count.members,
        scheduleCount: users.get(list.id)?.length ?? 0,
      }),
    );
  });
}
