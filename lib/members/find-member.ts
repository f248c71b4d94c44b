import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { type MemberDto, MemberRole } from "./schemas";

export const MEMBER_FIELDS = {
  id: true,
  userId: true,
  role: true,
  jobRole: true,
  deactivatedAt: true,
  user: { select: { name: true, email: true, lastSignInAt: true } },
  department: { select: { name: true } },
} satisfies Prisma.MembershipSelect;

type MemberRow = Prisma.MembershipGetPayload<{ select: typeof MEMBER_FIELDS }>;

export async function findMember(tx: Tx, ctx: RequestContext, memberId: string): Promise<MemberRow> {
  const member = await tx.membership.findFirst({
    where: { workspaceId: ctx.workspace.id, id: memberId },
    select: MEMBER_FIELDS,
  });
  if (!member) throw new NotFoundError("member");
  return member;
}

export function serializeMember(row: MemberRow, ctx: RequestContext): MemberDto {
  return {
    id: row.id,
    userId: row.userId,
    name: row.user.name,
    email: row.user.email,
    role: MemberRole.parse(row.role),
    jobRole: row.jobRole,
    departmentName: row.department?.name ?? null,
    lastSignInAt: row.user.lastSignInAt?.toISOString() ?? null,
    deactivatedAt: row.deactivatedAt?.toISOString() ?? null,
    isSelf: ctx.actor.kind === "user" && ctx.actor.userId === row.userId,
  };
}
