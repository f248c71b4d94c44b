import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction, withUniqueName } from "@/lib/db";
import { findList } from "./find-list";
import { checkMembers, writeMembers } from "./members";
import { type ListDto, UpdateListInput } from "./schemas";
import { serializeList } from "./serialize";

/** Replaces name, description and members. Schedules that use the list send to the new members from their next run. */
export async function updateList(
  ctx: RequestContext,
  input: z.input<typeof UpdateListInput>,
): Promise<ListDto> {
  requirePermission(ctx, "list:update");
  const { listId, name, description, members } = UpdateListInput.parse(input);

  return withUniqueName("list", name, () =>
    withTransaction(ctx, async (tx) => {
      const before = await findList(tx, ctx, listId);
      await checkMembers(tx, ctx, members);
      await tx.distributionList.update({
        where: { id: before.id, workspaceId: ctx.workspace.id },
        data: { name, description },
      });
      await writeMembers(tx, ctx, before.id, members);
      const after = await findList(tx, ctx, before.id);
      await emitAudit(tx, ctx, { action: "list.update", entityId: after.id, before, after });
      return serializeList(after);
    }),
  );
}
