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

/** Which live schedules send to which list: list id → names of schedules. */
export async function schedulesByList(tx: Tx, ctx: RequestContext): Promise<Map<string, string[]>> {
  const schedules = await tx.reportSchedule.findMany({
    where: { workspaceId: ctx.workspace.id, deletedAt: null },
    select: { name: true, recipients: true },
    orderBy: { name: "asc" },
  });
  const users = new Map<string, string[]>();
  for (const schedule of schedules) {
    const recipients = Recipients.parse(schedule.recipients);
    const listIds = new Set(recipients.flatMap((entry) => (entry.type === "list" ? [entry.listId] : [])));
    for (const listId of listIds) users.set(listId, [...(users.get(listId) ?? []), schedule.name]);
  }
  return users;
}
