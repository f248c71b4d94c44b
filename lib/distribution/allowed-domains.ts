/** Which domains a workspace sends to. An empty list allows every domain. Pure. */

/** Null when the address may receive, else why not: names the address and the allowed domains. */
export function domainRefusal(email: string, allowedDomains: readonly string[]): string | null {
  if (allowedDomains.length === 0) return null;
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  if (allowedDomains.some((allowed) => normalise(allowed) === domain)) return null;
  return `${email} is outside the domains this workspace sends to (${allowedDomains.map(normalise).join(", ")}).`;
}

/** Admins write "example.com" and "@example.com" alike. */
function normalise(domain: string): string {
  return domain.trim().replace(/^@/, "").toLowerCase();
}
