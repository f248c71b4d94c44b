import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import type { PublicLinkDto } from "./schemas";
import { LINK_FIELDS, type PublicLinkRow, serializeLink } from "./serialize";

/** Throws NotFoundError for a foreign or unknown id. */
export async function findLink(tx: Tx, ctx: RequestContext, linkId: string): Promise<PublicLinkRow> {
  const row = await tx.publicLink.findFirst({
    where: { id: linkId, workspaceId: ctx.workspace.id },
    select: LINK_FIELDS,
  });
  if (!row) throw new NotFoundError("link");
  return row;
}

/** A condition for links that open their dashboard now. */
export const activeLinks = (ctx: RequestContext) =>
  ({
    revokedAt: null,
    OR: [{ expiresAt: null }, { expiresAt: { gt: ctx.now() } }],
  }) satisfies Prisma.PublicLinkWhereInput;

/** With the names of those who made them, of this workspace only. */
export async function toLinkDtos(
  tx: Tx,
  ctx: RequestContext,
  rows: readonly PublicLinkRow[],
): Promise<PublicLinkDto[]> {
  const users = await tx.user.findMany({
    where: {
      id: { in: rows.flatMap(({ createdById }) => createdById ?? []) },
      memberships: { some: { workspaceId: ctx.workspace.id } },
    },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map((row) => serializeLink(row, names, ctx.now()));
}
