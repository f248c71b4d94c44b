import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { withTransaction, withUniqueName } from "@/lib/db";
import { findList } from "./find-list";
import { checkMembers, writeMembers } from "./members";
import { CreateListInput, type ListDto } from "./schemas";
import { serializeList } from "./serialize";

export async function createList(
  ctx: RequestContext,
  input: z.input<typeof CreateListInput>,
): Promise<ListDto> {
  requirePermission(ctx, "list:create");
  const { name, description, members } = CreateListInput.parse(input);

  return withUniqueName("list", name, () =>
    withTransaction(ctx, async (tx) => {
      await checkMembers(tx, ctx, members);
      const { id } = await tx.distributionList.create({
        data: { workspaceId: ctx.workspace.id, name, description },
        select: { id: true },
      });
      await writeMembers(tx, ctx, id, members);
      const list = await findList(tx, ctx, id);
      await emitAudit(tx, ctx, { action: "list.create", entityId: id, after: list });
      return serializeList(list);
    }),
  );
}
