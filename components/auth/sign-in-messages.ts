const MESSAGES: Record<string, string> = {
  CredentialsSignin: "The e-mail or the password is not right. Check both and try again.",
  rate_limited: "Too many attempts. Wait 15 minutes, then try again.",
  SessionRequired: "Sign in to see this page.",
  unreachable: "Broadsheet could not be reached. Check the connection and try again.",
};

const UNKNOWN = "Signing in did not work. Try again; if it happens again, tell an admin.";

/** The sentence for NextAuth's error code; undefined while there is none. */
export function signInMessage(code: string | undefined): string | undefined {
  if (!code) return undefined;
  return MESSAGES[code] ?? UNKNOWN;
}
