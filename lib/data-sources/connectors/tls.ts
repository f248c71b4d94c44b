import type { ServerSettings } from "@/lib/data-sources/schemas";

/** undefined without TLS. An authority that was entered takes the place of the public ones. */
export function tlsOptions({
  tls,
  caCertificate,
}: ServerSettings): { ca?: string; rejectUnauthorized: boolean } | undefined {
  if (tls === "disable") return undefined;
  const ca = tls === "verify" && caCertificate ? { ca: caCertificate } : {};
  return { ...ca, rejectUnauthorized: tls === "verify" };
}
