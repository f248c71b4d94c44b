import type { ConnectionOptions } from "node:tls";
import type { ServerSettings } from "@/lib/data-sources/schemas";

/** undefined without TLS. An authority that was entered takes the place of the public ones. */
export function tlsOptions({
  tls,
  caCertificate,
}: ServerSettings): Pick<ConnectionOptions, "ca" | "rejectUnauthorized"> | undefined {
  if (tls === "disable") return undefined;
  return {
    rejectUnauthorized: tls === "verify",
    ...(tls === "verify" && caCertificate ? { ca: caCertificate } : {}),
  };
}
