import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { ForbiddenError, InvalidInputError } from "@/lib/errors";
import type { QueryVisibility } from "@/lib/queries/schemas";

type Sharing = {
  ownerId?: string | null;
  visibility: QueryVisibility;
  departmentId: string | null;
  jobRoles: string[];
};

/**
 * Checks with whom a query is shared. Throws InvalidInputError beside the field for a department that is missing or of
 * another workspace and for no job role, ForbiddenError when somebody else than its owner would make it private.
 */
export async function requireSharing(
  tx: Tx,
  ctx: RequestContext,
  wanted: Sharing,
  before?: Sharing,
): Promise<void> {
  if (wanted.visibility === "DEPARTMENT") await requireDepartment(tx, ctx, wanted.departmentId);
  if (wanted.visibility === "ROLE" && wanted.jobRoles.length === 0)
    throw fieldError("jobRoles", "Name at least one job role that may see the query.");
  const isOwner = ctx.actor.kind === "user" && before?.ownerId === ctx.actor.userId;
  if (before && wanted.visibility === "PRIVATE" && before.visibility !== "PRIVATE" && !isOwner)
    throw new ForbiddenError("Only its owner can make a query private: it would vanish for you, too.");
}

async function requireDepartment(tx: Tx, ctx: RequestContext, departmentId: string | null): Promise<void> {
  const found = departmentId
    ? await tx.department.count({ where: { id: departmentId, workspaceId: ctx.workspace.id } })
    : 0;
  if (found === 0) throw fieldError("departmentId", "Choose the department that may see the query.");
}

const fieldError = (field: string, message: string): InvalidInputError =>
  new InvalidInputError(message, { fields: { [field]: message } });
