import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { env } from "@/lib/env";

const VERSION = "v1";

function keyFor(purpose: string): Buffer {
  return createHash("sha256").update(`${purpose}\0${env().encryptionKey}`).digest();
}

/** Encrypts a text with AES-256-GCM: `v1.<iv>.<tag>.<ciphertext>`, base64url. `purpose` binds it to its use. */
export function seal(plain: string, purpose: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), iv);
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [
    VERSION,
    iv.toString("base64url"),
    cipher.getAuthTag().toString("base64url"),
    body.toString("base64url"),
  ].join(".");
}

/** Reverses {@link seal}. Throws without the content when the text was altered or the key is another. */
export function unseal(sealed: string, purpose: string): string {
  const [version, iv, tag, body] = sealed.split(".");
  if (version !== VERSION || !iv || !tag || body === undefined) throw new Error("Not a sealed value.");
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), Buffer.from(iv, "base64url"));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  try {
    return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString(
      "utf8",
    );
  } catch {
    throw new Error(
      "A stored secret cannot be read with the present ENCRYPTION_KEY. Put the former key back, or enter the secret again.",
    );
  }
}

/** HMAC-SHA256 in base64url; `purpose` keeps a signature for one thing from passing for another. */
export function sign(message: string, purpose: string): string {
  return createHmac("sha256", keyFor(`sign:${purpose}`))
    .update(message)
    .digest("base64url");
}

export function verify(message: string, signature: string, purpose: string): boolean {
  const expected = Buffer.from(sign(message, purpose));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
