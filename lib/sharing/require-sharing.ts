import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { ForbiddenError, InvalidInputError } from "@/lib/errors";
import type { Visibility } from "./schemas";

type Sharing = {
  ownerId?: string | null;
  visibility: Visibility;
  departmentId: string | null;
  jobRoles: readonly string[];
};

/**
 * Checks with whom a thing is to be shared. Throws InvalidInputError beside the field for a department that is missing
 * or of another workspace and for no job role, ForbiddenError when somebody else than its owner would make it private.
 */
export async function requireSharing(
  tx: Tx,
  ctx: RequestContext,
  /** "query", "dashboard" */
  noun: string,
  wanted: Sharing,
  before?: Sharing,
): Promise<void> {
  if (wanted.visibility === "DEPARTMENT") await requireDepartment(tx, ctx, noun, wanted.departmentId);
  if (wanted.visibility === "ROLE" && wanted.jobRoles.length === 0)
    throw fieldError("jobRoles", `Name at least one job role that may see the ${noun}.`);
  const isOwner = ctx.actor.kind === "user" && before?.ownerId === ctx.actor.userId;
  if (before && wanted.visibility === "PRIVATE" && before.visibility !== "PRIVATE" && !isOwner)
    throw new ForbiddenError(`Only its owner can make a ${noun} private: it would vanish for you, too.`);
}

async function requireDepartment(
  tx: Tx,
  ctx: RequestContext,
  noun: string,
  departmentId: string | null,
): Promise<void> {
  const found = departmentId
    ? await tx.department.count({ where: { id: departmentId, workspaceId: ctx.workspace.id } })
    : 0;
  if (found === 0) throw fieldError("departmentId", `Choose the department that may see the ${noun}.`);
}

const fieldError = (field: string, message: string): InvalidInputError =>
  new InvalidInputError(message, { fields: { [field]: message } });
