const HOME = "/";

/**
 * Where to go after signing in: the path of `wanted` if it lies on this site, else the start page. A sign-in
 * link must not be able to send anybody elsewhere.
 */
export function safeCallbackPath(wanted: string | undefined, origin: string): string {
  if (!wanted) return HOME;
  // Control characters are dropped by URL parsers, so "/\t/evil.example" would become a foreign host.
  if (/[\u0000-\u001f\\]/.test(wanted)) return HOME;
  const url = parse(wanted, origin);
  if (!url || url.origin !== origin || url.pathname.startsWith("//")) return HOME;
  // Back to the sign-in page would be a circle.
  if (url.pathname === "/sign-in" || url.pathname.startsWith("/api/")) return HOME;
  return url.pathname + url.search + url.hash;
}

function parse(wanted: string, origin: string): URL | null {
  try {
    return new URL(wanted, origin);
  } catch {
    return null;
  }
}
