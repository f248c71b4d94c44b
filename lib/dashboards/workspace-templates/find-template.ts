import { may } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { ForbiddenError, NotFoundError } from "@/lib/errors";

export const templateFields = {
  id: true,
  name: true,
  description: true,
  document: true,
  authorId: true,
} as const satisfies Prisma.DashboardTemplateSelect;

export type TemplateRow = Prisma.DashboardTemplateGetPayload<{ select: typeof templateFields }>;

/** Throws NotFoundError for missing and foreign templates alike. */
export async function findTemplate(tx: Tx, ctx: RequestContext, templateId: string): Promise<TemplateRow> {
  const row = await tx.dashboardTemplate.findFirst({
    where: { id: templateId, workspaceId: ctx.workspace.id },
    select: templateFields,
  });
  if (!row) throw new NotFoundError("template");
  return row;
}

/** Its author and admins rename and delete it. */
export const mayManage = (ctx: RequestContext, { authorId }: Pick<TemplateRow, "authorId">): boolean =>
  may(ctx, "dashboard:manage") || (ctx.actor.kind === "user" && ctx.actor.userId === authorId);

/** Throws ForbiddenError for everybody but its author and admins. */
export function requireAuthor(ctx: RequestContext, row: Pick<TemplateRow, "authorId">): void {
  if (!mayManage(ctx, row))
    throw new ForbiddenError(
      "Only the author of this template or an admin can rename and delete it. You may use it, and save the dashboard you make as a template of your own.",
    );
}
