import { seal, unseal } from "@/lib/crypto";
import { AppError } from "@/lib/errors";

const purpose = (dataSourceId: string): string => `data-source:${dataSourceId}`;

/** Bound to the source's id: a sealed text copied to another source does not open. */
export function sealPassword(dataSourceId: string, password: string): string {
  return seal(JSON.stringify({ password }), purpose(dataSourceId));
}

/** Throws AppError source_unreachable when the stored password cannot be opened. */
export function unsealPassword(source: { id: string; name: string; encryptedCredentials: string }): string {
  try {
    const opened = JSON.parse(unseal(source.encryptedCredentials, purpose(source.id))) as {
      password: string;
    };
    return opened.password;
  } catch {
    throw new AppError(
      "source_unreachable",
      `The stored password of the data source “${source.name}” cannot be opened with the present encryption key. Enter the password again.`,
      { step: "sign in" },
    );
  }
}
