/** Proof that the password of a link was given, kept by the browser: no session, and good for this link alone. */
import { sign, verify } from "@/lib/crypto";

const PURPOSE = "public-link-pass";
export const PASS_HOURS = 12;

/** `<expiry in seconds, base 36>.<signature>` */
export function makePass(linkId: string, now: Date): string {
  const expiry = Math.floor(now.getTime() / 1000 + PASS_HOURS * 3600).toString(36);
  return `${expiry}.${sign(`${linkId}.${expiry}`, PURPOSE)}`;
}

export function isPass(pass: string | undefined, linkId: string, now: Date): boolean {
  const [expiry = "", signature = "", ...rest] = (pass ?? "").split(".");
  if (rest.length > 0 || !verify(`${linkId}.${expiry}`, signature, PURPOSE)) return false;
  return Number.parseInt(expiry, 36) * 1000 > now.getTime();
}
