import type { ServerSettings } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";

const SAFETY = { disable: 0, require: 1, verify: 2 } as const satisfies Record<ServerSettings["tls"], number>;

/**
 * A stored password is sent only where it was entered for, and no less safely: otherwise whoever may edit a source could have it
 * sent to a server of their own and read it there. Throws InvalidInputError beside the password field.
 */
export function requirePasswordForMove(stored: ServerSettings, wanted: ServerSettings): void {
  const isSame = stored.host === wanted.host && stored.port === wanted.port && stored.user === wanted.user;
  // Whose certificates are believed decides who is taken for the server.
  const isBelieved = stored.tls !== "verify" || stored.caCertificate === wanted.caCertificate;
  if (isSame && isBelieved && SAFETY[wanted.tls] >= SAFETY[stored.tls]) return;
  const message =
    "Enter the password again: the stored one is kept for the former host, port, user, TLS and authority.";
  throw new InvalidInputError(message, { fields: { password: message } });
}
