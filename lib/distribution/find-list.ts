import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { Recipients } from "./schemas";

const LIST_FIELDS = {
  id: true,
  name: true,
  description: true,
  updatedAt: true,
  members: { select: { email: true, name: true, state: true }, orderBy: { email: "asc" } },
} satisfies Prisma.DistributionListSelect;

/** Throws NotFoundError for a missing, deleted or foreign list alike. */
export async function findList(tx: Tx, ctx: RequestContext, listId: string) {
  const list = await tx.distributionList.findFirst({
    where: { id: listId, workspaceId: ctx.workspace.id, deletedAt: null },
    select: LIST_FIELDS,
  });
  if (!list) throw new NotFoundError("list");
  return list;
}

/** Which live schedules send to which list: list id → schedules, by name. */
export async function schedulesByList(
  tx: Tx,
  ctx: RequestContext,
): Promise<Map<string, { id: string; name: string }[]>> {
  const schedules = await tx.reportSchedule.findMany({
    where: { workspaceId: ctx.workspace.id, deletedAt: null },
    select: { id: true, name: true, recipients: true },
    orderBy: { name: "asc" },
  });
  const users = new Map<string, { id: string; name: string }[]>();
  for (const { id, name, recipients: stored } of schedules) {
    const recipients = Recipients.parse(stored);
    const listIds = new Set(recipients.flatMap((entry) => (entry.type === "list" ? [entry.listId] : [])));
    for (const listId of listIds) users.set(listId, [...(users.get(listId) ?? []), { id, name }]);
  }
  return users;
}
