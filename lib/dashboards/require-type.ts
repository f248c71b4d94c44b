import { may } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { ForbiddenError } from "@/lib/errors";
import type { DashboardType } from "./schemas";

/** Throws ForbiddenError when somebody else than an admin would make a system dashboard. */
export function requireType(ctx: RequestContext, type: DashboardType | undefined): void {
  if (type === "SYSTEM" && !may(ctx, "dashboard:manage"))
    throw new ForbiddenError("Only admins make system dashboards. Choose another type.");
}
