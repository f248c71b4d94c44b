import { sign, verify } from "@/lib/crypto";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const PURPOSE = "file-link";

export type FileLink = { workspaceId: string; fileId: string; expiresAt: Date };

/**
 * A link that opens one file without signing in, until it expires. Made of nothing but its parts and their
 * signature: the same file gives the same link, so a repeated mail is the same mail.
 */
export function fileLinkUrl(link: FileLink): string {
  return `${env().appUrl}/files/${fileLinkToken(link)}`;
}

/** `<workspace>.<file>.<expiry in seconds, base 36>.<signature>` */
export function fileLinkToken({ workspaceId, fileId, expiresAt }: FileLink): string {
  const payload = `${workspaceId}.${fileId}.${Math.floor(expiresAt.getTime() / 1000).toString(36)}`;
  return `${payload}.${sign(payload, PURPOSE)}`;
}

/** Throws AppError `link_invalid` for a token that was altered, cut off or has expired at `now`. */
export function readFileLink(token: string, now: Date): FileLink {
  const [workspaceId = "", fileId = "", expiry = "", signature = "", ...rest] = token.split(".");
  const payload = `${workspaceId}.${fileId}.${expiry}`;
  if (rest.length > 0 || !verify(payload, signature, PURPOSE))
    throw new AppError(
      "link_invalid",
      "This link is not complete or was changed. Open it exactly as it stands in the mail, or ask the sender for the report.",
    );
  const expiresAt = new Date(Number.parseInt(expiry, 36) * 1000);
  if (expiresAt <= now)
    throw new AppError(
      "link_invalid",
      `This link expired on ${expiresAt.toISOString().slice(0, 10)}. Ask the sender for the report again.`,
    );
  return { workspaceId, fileId, expiresAt };
}
