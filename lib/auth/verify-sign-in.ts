import { verifyPassword } from "@/lib/crypto";
import { withoutWorkspace } from "@/lib/db";
import { env } from "@/lib/env";
import { RateLimitedError } from "@/lib/errors";
import { beginAttempt, endAttempt, SIGN_IN_LIMITS } from "./attempt-limit";

/** Nobody types more; longer ones only cost memory. */
const MAX_PASSWORD = 1024;

export type SignedInUser = { id: string; email: string; name: string; sessionVersion: number };

/**
 * Checks an e-mail and password. null for an unknown person, a wrong password, a deactivated person and a
 * demo person in production: one answer, after the same time. Throws RateLimitedError after too many failures.
 */
export async function verifySignIn(
  input: { email: string; password: string; address: string },
  now: Date,
): Promise<SignedInUser | null> {
  const email = input.email.trim().toLowerCase();
  const attempt = await beginAttempt({ subject: email, address: input.address }, SIGN_IN_LIMITS, now);
  if (attempt === null) throw new RateLimitedError("Too many attempts. Wait 15 minutes, then try again.");
  const user = await withoutWorkspace((tx) =>
    tx.user.findUnique({
      where: { email },
      select: {
        id: true,
        email: true,
        name: true,
        passwordHash: true,
        sessionVersion: true,
        deactivatedAt: true,
        isDemo: true,
      },
    }),
  );
  const matches =
    input.password.length <= MAX_PASSWORD &&
    (await verifyPassword(input.password, user?.passwordHash ?? null));
  const allowed =
    user !== null && user.deactivatedAt === null && !(user.isDemo && env().mode === "production");
  if (!matches || !allowed) return null;
  await endAttempt(attempt);
  await withoutWorkspace((tx) => tx.user.update({ where: { id: user.id }, data: { lastSignInAt: now } }));
  return { id: user.id, email: user.email, name: user.name, sessionVersion: user.sessionVersion };
}
