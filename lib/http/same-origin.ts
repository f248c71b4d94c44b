import { ForbiddenError } from "@/lib/errors";

/**
 * Session cookies travel with forms of the same site too; a changing request must come from our own pages. Browsers
 * send the origin with every such request and let no other site set it or the host. Throws ForbiddenError.
 */
export function requireSameOrigin(request: Request): void {
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  const origin = hostOf(request.headers.get("origin"));
  if (!host || !origin || origin !== host)
    throw new ForbiddenError("This request came from another site. Open Broadsheet and try again there.");
}

/** null for what has no host: no origin, the "null" of a sandboxed page, and nonsense. */
function hostOf(origin: string | null): string | null {
  return origin && URL.canParse(origin) ? new URL(origin).host : null;
}
