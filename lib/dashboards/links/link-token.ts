import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, which nobody guesses. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

const TOKEN = /^[\w-]{43}$/;

/** What is stored of a token; null for a text that is none. */
export const tokenHash = (token: string): string | null =>
  TOKEN.test(token) ? createHash("sha256").update(token).digest("hex") : null;
