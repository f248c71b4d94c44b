import type { RequestContext } from "@/lib/context";
import { NotFoundError, UnauthenticatedError } from "@/lib/errors";
import { newRequestId } from "@/lib/http/request-id";
import { currentUser } from "./current-user";

/** The context of the signed-in person in a workspace, by its slug. A workspace they are not in reads as missing. */
export async function requestContext(
  slug: string,
  options: { requestId?: string; signal?: AbortSignal } = {},
): Promise<RequestContext> {
  const user = await currentUser();
  if (!user) throw new UnauthenticatedError("Your session has ended. Sign in again.");
  const membership = user.memberships.find((entry) => entry.workspace.slug === slug);
  if (!membership) throw new NotFoundError("workspace");
  return {
    workspace: membership.workspace,
    actor: { kind: "user", userId: user.id, name: user.name, email: user.email, role: membership.role },
    now: () => new Date(),
    requestId: options.requestId ?? newRequestId(),
    signal: options.signal,
  };
}
