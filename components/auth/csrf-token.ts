/** The names under which NextAuth keeps its CSRF token: over HTTPS, and without. */
export const CSRF_COOKIES = ["__Host-next-auth.csrf-token", "next-auth.csrf-token"] as const;

/** NextAuth stores `token|hash` and wants the token back from a form that is sent without JavaScript. */
export function csrfTokenOf(cookie: string | undefined): string | undefined {
  const token = cookie?.split("|")[0];
  return token && /^[0-9a-f]{64}$/.test(token) ? token : undefined;
}
