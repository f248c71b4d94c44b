import { getCsrfToken, signIn as nextAuthSignIn } from "next-auth/react";
import { safeCallbackPath } from "./callback-path";

export type Credentials = { email: string; password: string };
export type SignInOutcome = { ok: true; path: string } | { ok: false; code: string };

/**
 * Signs in through NextAuth, which adds its CSRF token. Answers where to go, on this site only, or the code
 * of what went wrong for `signInMessage`.
 */
export async function signIn(
  credentials: Credentials,
  callbackUrl: string | undefined,
): Promise<SignInOutcome> {
  try {
    // Without an answer here NextAuth would leave the page for its error page, and with it what was typed.
    if (!(await getCsrfToken())) return { ok: false, code: "unreachable" };
    const answer = await nextAuthSignIn("credentials", { ...credentials, redirect: false });
    if (!answer?.ok || answer.error) return { ok: false, code: answer?.error ?? "internal" };
    return { ok: true, path: safeCallbackPath(callbackUrl, window.location.origin) };
  } catch {
    return { ok: false, code: "unreachable" };
  }
}
