import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { type Keyring, purposeKey, sealWith, unsealWith } from "./envelope";

function ring(): Keyring {
  const { encryptionKey, formerEncryptionKeys } = env();
  return { present: encryptionKey, former: formerEncryptionKeys };
}

/** Encrypts a text under the present key; see `./envelope`. `purpose` binds it to its use. */
export const seal = (plain: string, purpose: string): string => sealWith(ring(), plain, purpose);

/** Reverses {@link seal}. Throws without the content when the text was altered or its key is not known. */
export const unseal = (sealed: string, purpose: string): string => unsealWith(ring(), sealed, purpose);

/** HMAC-SHA256 in base64url; `purpose` keeps a signature for one thing from passing for another. */
export function sign(message: string, purpose: string): string {
  return signWith(ring().present, message, purpose);
}

/** Links that were signed with a former key work as long as that key is named. */
export function verify(message: string, signature: string, purpose: string): boolean {
  const { present, former } = ring();
  const given = Buffer.from(signature);
  return [present, ...former].some((key) => {
    const expected = Buffer.from(signWith(key, message, purpose));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
}

function signWith(key: string, message: string, purpose: string): string {
  return createHmac("sha256", purposeKey(key, `sign:${purpose}`))
    .update(message)
    .digest("base64url");
}
