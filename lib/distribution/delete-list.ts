import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { ConflictError } from "@/lib/errors";
import { findList, schedulesByList } from "./find-list";
import { ListIdInput } from "./schemas";

/** Deletes a list that no schedule sends to. Throws ConflictError naming the schedules that do. */
export async function deleteList(
  ctx: RequestContext,
  input: z.input<typeof ListIdInput>,
): Promise<{ id: string }> {
  requirePermission(ctx, "list:delete");
  const { listId } = ListIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const before = await findList(tx, ctx, listId);
    const users = (await schedulesByList(tx, ctx)).get(before.id) ?? [];
    const names = users.map(({ name }) => name);
    if (users.length > 0)
      throw new ConflictError(
        `"${before.name}" receives ${names.map((name) => `"${name}"`).join(", ")}. Take it out of ${users.length === 1 ? "that schedule" : "those schedules"} first.`,
        { schedules: names },
      );
    await tx.distributionList.update({
      where: { id: before.id, workspaceId: ctx.workspace.id },
      data: { deletedAt: ctx.now() },
    });
    await emitAudit(tx, ctx, { action: "list.delete", entityId: before.id, before });
    return { id: before.id };
  });
}
