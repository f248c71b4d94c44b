import type { ServerSettings } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";

const SAFETY = { disable: 0, require: 1, verify: 2 } as const satisfies Record<ServerSettings["tls"], number>;

/**
 * A stored password is sent only where it was entered for, and no less safely: otherwise whoever may edit a source could have it
 * sent to a server of their own and read it there. Throws InvalidInputError beside the password field.
 */
export function requirePasswordForMove(stored: ServerSettings, wanted: ServerSettings): void {
  const isSame = stored.host === wanted.host && stored.port === wanted.port && stored.user === wanted.user;
  if (isSame && SAFETY[wanted.tls] >= SAFETY[stored.tls]) return;
  const message = "Enter the password again: the stored one is kept for the former host, port, user and TLS.";
  throw new InvalidInputError(message, { fields: { password: message } });
}
