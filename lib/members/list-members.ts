import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { MEMBER_FIELDS, serializeMember } from "./find-member";
import type { MemberDto } from "./schemas";

/** Everybody in the workspace, the active ones first, by name. */
export async function listMembers(ctx: RequestContext): Promise<MemberDto[]> {
  requirePermission(ctx, "member:read");
  return withTransaction(ctx, async (tx) => {
    const rows = await tx.membership.findMany({
      where: { workspaceId: ctx.workspace.id },
      select: MEMBER_FIELDS,
      orderBy: [{ deactivatedAt: { sort: "asc", nulls: "first" } }, { user: { name: "asc" } }],
    });
    return rows.map((row) => serializeMember(row, ctx));
  });
}
