import { randomInt } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32: no i, l, o, u.

/** A short id that people cite, e.g. `dash_x7k2m9qa4t`: 50 random bits. */
export function publicId(prefix: string): string {
  let id = "";
  for (let index = 0; index < 10; index += 1) id += ALPHABET[randomInt(ALPHABET.length)];
  return `${prefix}_${id}`;
}
