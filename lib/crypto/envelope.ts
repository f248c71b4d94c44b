/**
 * Sealed texts. Each has a random data key of its own, which is wrapped by a key derived from the installation's:
 * `v2.<keyId>.<wrapped>.<iv>.<tag>.<ciphertext>`, base64url, AES-256-GCM throughout (NIST SP 800-38D), the deriving
 * by HKDF (RFC 5869). Changing the installation's key wraps the small data keys anew and leaves the texts alone.
 * The former `v1.<iv>.<tag>.<ciphertext>`, sealed with a derived key directly, still opens.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

/** The key that seals, and those that only open what they sealed. */
export type Keyring = { present: string; former: readonly string[] };

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** `purpose` binds a text to its use: opened for another purpose it does not open. */
export function sealWith(ring: Keyring, plain: string, purpose: string): string {
  const dataKey = randomBytes(KEY_BYTES);
  const body = encrypt(dataKey, Buffer.from(plain, "utf8"), purpose);
  return ["v2", ...wrap(ring.present, dataKey, purpose), ...[body.iv, body.tag, body.text].map(toText)].join(
    ".",
  );
}

/** Throws an error without the content when the text was altered, is for another purpose, or its key is unknown. */
export function unsealWith(ring: Keyring, sealed: string, purpose: string): string {
  const [version, ...parts] = sealed.split(".");
  try {
    if (version === "v1" && parts.length === 3) return openFormer(ring, parts, purpose);
    if (version !== "v2" || parts.length !== 5) throw new Error("not a sealed text");
    const [, , iv, tag, text] = parts;
    const dataKey = unwrap(ring, parts, purpose);
    return decrypt(dataKey, { iv: bytes(iv), tag: bytes(tag), text: bytes(text) }, purpose).toString("utf8");
  } catch {
    throw new Error(
      "A stored secret cannot be read with the present ENCRYPTION_KEY. Put the former key back, or enter the secret again.",
    );
  }
}

/**
 * The text under the present key; null when it is already. The whole text is opened on the way, so that one that is
 * broken is found. Throws as {@link unsealWith}.
 */
export function rewrapWith(ring: Keyring, sealed: string, purpose: string): string | null {
  const plain = unsealWith(ring, sealed, purpose);
  const [version, ...parts] = sealed.split(".");
  if (version !== "v2") return sealWith(ring, plain, purpose);
  if (parts[0] === keyId(ring.present)) return null;
  return ["v2", ...wrap(ring.present, unwrap(ring, parts, purpose), purpose), ...parts.slice(2)].join(".");
}

/** Says which key it is and nothing about it. */
export function keyId(key: string): string {
  return toText(derive(key, "key id").subarray(0, 6));
}

function wrap(key: string, dataKey: Buffer, purpose: string): [id: string, wrapped: string] {
  const id = keyId(key);
  const { iv, tag, text } = encrypt(derive(key, `wrap ${purpose}`), dataKey, id);
  return [id, toText(Buffer.concat([iv, tag, text]))];
}

function unwrap(ring: Keyring, [id = "", wrapped = ""]: readonly string[], purpose: string): Buffer {
  const key = [ring.present, ...ring.former].find((candidate) => keyId(candidate) === id);
  if (key === undefined) throw new Error("unknown key");
  const all = bytes(wrapped);
  const iv = all.subarray(0, IV_BYTES);
  const tag = all.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  return decrypt(derive(key, `wrap ${purpose}`), { iv, tag, text: all.subarray(IV_BYTES + TAG_BYTES) }, id);
}

/** v1 does not say which key sealed it. */
function openFormer(ring: Keyring, [iv, tag, text]: readonly string[], purpose: string): string {
  const parts = { iv: bytes(iv), tag: bytes(tag), text: bytes(text) };
  for (const key of [ring.present, ...ring.former])
    try {
      return decrypt(purposeKey(key, purpose), parts, null).toString("utf8");
    } catch {
      // The next one.
    }
  throw new Error("no key opens it");
}

/** The key of signatures, and of `v1` texts. */
export function purposeKey(key: string, purpose: string): Buffer {
  return createHash("sha256").update(`${purpose}\0${key}`).digest();
}

type Encrypted = { iv: Buffer; tag: Buffer; text: Buffer };

function encrypt(key: Buffer, plain: Buffer, bound: string): Encrypted {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bound, "utf8"));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), text };
}

function decrypt(key: Buffer, { iv, tag, text }: Encrypted, bound: string | null): Buffer {
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
  if (bound !== null) decipher.setAAD(Buffer.from(bound, "utf8"));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}

function derive(key: string, use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", `broadsheet ${use}`, KEY_BYTES));
}

const toText = (data: Buffer): string => data.toString("base64url");
const bytes = (text = ""): Buffer => Buffer.from(text, "base64url");
