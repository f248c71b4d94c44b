/** The signed part of an embedded dashboard's address: which filters are held at which values, and until when. Pure. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { ParameterValues } from "@/lib/queries/schemas";

export const EmbedClaims = z.object({
  /** Seconds since 1970; left out, as long as the link itself. */
  exp: z.int().positive().optional(),
  /** By the name of the filter. */
  values: ParameterValues.default({}),
});
export type EmbedClaims = z.output<typeof EmbedClaims>;

/** `<token>.<claims as JSON in base64url>.<HMAC-SHA256 of what stands before, in base64url>` */
export function signEmbed(token: string, key: string, claims: EmbedClaims): string {
  const signed = `${token}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
  return `${signed}.${signatureOf(signed, key)}`;
}

export type EmbedAddress = { token: string; claims: string; signature: string };

/** null for an address of another shape. Nothing of it is to be believed before {@link readClaims}. */
export function splitEmbed(address: string): EmbedAddress | null {
  const [token = "", claims = "", signature = "", ...rest] = address.split(".");
  return token && claims && signature && rest.length === 0 ? { token, claims, signature } : null;
}

/** What was signed; null when it was changed, is past its time at `now`, or says nothing that is understood. */
export function readClaims(
  { token, claims, signature }: EmbedAddress,
  key: string,
  now: Date,
): EmbedClaims | null {
  const expected = Buffer.from(signatureOf(`${token}.${claims}`, key));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  const parsed = EmbedClaims.safeParse(parseJson(Buffer.from(claims, "base64url").toString("utf8")));
  if (!parsed.success) return null;
  const { exp } = parsed.data;
  return exp !== undefined && exp * 1000 <= now.getTime() ? null : parsed.data;
}

const signatureOf = (text: string, key: string): string =>
  createHmac("sha256", key).update(text).digest("base64url");

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
