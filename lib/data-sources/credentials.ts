import { seal, unseal } from "@/lib/crypto";
import { AppError } from "@/lib/errors";

export const credentialsPurpose = (dataSourceId: string): string => `data-source:${dataSourceId}`;

/** Bound to the source's id: a sealed text copied to another source does not open. */
export function sealPassword(dataSourceId: string, password: string): string {
  return seal(JSON.stringify({ password }), credentialsPurpose(dataSourceId));
}

/** Throws AppError source_unreachable when the stored password cannot be opened. */
export function unsealPassword(source: { id: string; name: string; encryptedCredentials: string }): string {
  try {
    const opened = JSON.parse(unseal(source.encryptedCredentials, credentialsPurpose(source.id))) as {
      password: string;
    };
    return opened.password;
  } catch {
    throw new AppError(
      "source_unreachable",
      `The stored password of the data source “${source.name}” cannot be opened with any of the encryption keys. Enter the password again, or have the operator put the former key back.`,
      { step: "sign in" },
    );
  }
}
