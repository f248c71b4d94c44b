import { createHmac } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { purposeKey } from "./envelope";
import { hashPassword, publicId, seal, sign, unseal, verify, verifyPassword } from "./index";

beforeAll(() => {
  Object.assign(process.env, {
    ENCRYPTION_KEY: "a key",
    ENCRYPTION_KEY_PREVIOUS: "a former key, one before it",
    NEXTAUTH_SECRET: "another",
    APP_DATABASE_URL: "postgresql://localhost/x",
  });
});

describe("seal", () => {
  it("returns what was sealed, and differs every time", () => {
    const sealed = seal("s3cret", "data-source:1");
    expect(unseal(sealed, "data-source:1")).toBe("s3cret");
    expect(seal("s3cret", "data-source:1")).not.toBe(sealed);
    expect(sealed).not.toContain("s3cret");
  });
  it("refuses another purpose and an altered text, without the content", () => {
    const sealed = seal("s3cret", "data-source:1");
    const altered = sealed.slice(0, -2) + (sealed.endsWith("A") ? "BB" : "AA");
    for (const open of [() => unseal(sealed, "data-source:2"), () => unseal(altered, "data-source:1")])
      expect(open).toThrow(/cannot be read/);
  });
});

describe("sign", () => {
  it("verifies the same message and purpose only", () => {
    const signature = sign("file-1", "file-link");
    expect(verify("file-1", signature, "file-link")).toBe(true);
    expect(verify("file-2", signature, "file-link")).toBe(false);
    expect(verify("file-1", signature, "other")).toBe(false);
    expect(verify("file-1", "", "file-link")).toBe(false);
  });
  it("verifies what a former key signed, and not what a stranger's did", () => {
    const signedWith = (key: string) =>
      createHmac("sha256", purposeKey(key, "sign:file-link")).update("file-1").digest("base64url");
    expect(verify("file-1", signedWith("a key"), "file-link")).toBe(true);
    expect(verify("file-1", signedWith("one before it"), "file-link")).toBe(true);
    expect(verify("file-1", signedWith("a stranger's"), "file-link")).toBe(false);
  });
});

describe("passwords", () => {
  it("match themselves only, also with accents typed another way", async () => {
    const stored = await hashPassword("caf\u00e9");
    expect(await verifyPassword("cafe\u0301", stored)).toBe(true);
    expect(await verifyPassword("cafe", stored)).toBe(false);
    expect(await verifyPassword("anything", null)).toBe(false);
  });
});

describe("publicId", () => {
  it("is short, prefixed and unlike the one before", () => {
    expect(publicId("dash")).toMatch(/^dash_[0-9a-hjkmnp-tv-z]{10}$/);
    expect(publicId("dash")).not.toBe(publicId("dash"));
  });
});
