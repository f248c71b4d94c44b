import { unseal } from "@/lib/crypto";

export const SIGNING_KEY_PURPOSE = "public-link-signing-key";

export const openSigningKey = (sealed: string): string => unseal(sealed, SIGNING_KEY_PURPOSE);
