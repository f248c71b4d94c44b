import type { RequestContext } from "@/lib/context";
import { assertNever, ForbiddenError } from "@/lib/errors";
import { type Permission, roleMay } from "./permissions";

/** The first line of every verb. The product's own jobs may do everything inside their workspace. */
export function requirePermission(ctx: RequestContext, permission: Permission): void {
  if (!may(ctx, permission))
    throw new ForbiddenError(
      `Your role (${ctx.actor.kind === "user" ? ctx.actor.role.toLowerCase() : ctx.actor.kind}) does not allow this: ${permission.replace(":", " ").replace("_", " ")}. An admin of ${ctx.workspace.name} can change your role.`,
    );
}

export function may(ctx: RequestContext, permission: Permission): boolean {
  const { actor } = ctx;
  switch (actor.kind) {
    case "system":
      return true;
    case "user":
      return roleMay(actor.role, permission);
    case "link":
      return roleMay("LINK", permission);
    default:
      return assertNever(actor);
  }
}
