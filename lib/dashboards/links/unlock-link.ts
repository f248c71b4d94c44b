import { beginAttempt, endAttempt, LINK_LIMITS } from "@/lib/auth/attempt-limit";
import { verifyPassword } from "@/lib/crypto";
import { RateLimitedError } from "@/lib/errors";
import { makePass } from "./link-pass";
import { openLink, type Visit } from "./open-link";

const MAX_PASSWORD = 1024;

/**
 * Checks the password of a link. null for a wrong one and for a link that asks for none, after the same time; else what
 * the browser shows from now on. Throws AppError `link_invalid`, RateLimitedError after too many failures.
 */
export async function unlockPublicLink(
  input: { token: string; password: string; address: string },
  visit: Visit,
): Promise<string | null> {
  const { linkId, passwordHash } = await openLink({ kind: "PAGE", text: input.token }, visit);
  const attempt = await beginAttempt(
    { subject: `link:${linkId}`, address: input.address },
    LINK_LIMITS,
    visit.now(),
  );
  if (attempt === null) throw new RateLimitedError("Too many attempts. Wait 15 minutes, then try again.");
  const matches =
    input.password.length <= MAX_PASSWORD && (await verifyPassword(input.password, passwordHash));
  if (!matches) return null;
  await endAttempt(attempt);
  return makePass(linkId, visit.now());
}
