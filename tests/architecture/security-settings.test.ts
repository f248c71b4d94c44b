/** Settings that would leave a door open are refused at the start, with the way to close it. */
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { readEnv } from "@/lib/env";

const LONG = "a-key-of-more-than-thirty-two-characters";
const settings = {
  BROADSHEET_MODE: "production",
  APP_URL: "https://reports.harbor.example",
  APP_DATABASE_URL: "postgresql://localhost/x",
  ENCRYPTION_KEY: LONG,
  NEXTAUTH_SECRET: `${LONG}-too`,
};

describe("in production", () => {
  it("long secrets are taken", () => {
    expect(readEnv(settings)).toMatchObject({ mode: "production" });
  });

  it.each([
    [{ ENCRYPTION_KEY: "short" }, /ENCRYPTION_KEY.*32/],
    [{ NEXTAUTH_SECRET: "short" }, /NEXTAUTH_SECRET.*32/],
    [{ INNGEST_DEV: "1" }, /INNGEST_DEV/],
  ])("%j is refused, and not repeated", (change, sentence) => {
    const start = () => readEnv({ ...settings, ...change });
    expect(start).toThrow(sentence);
    expect(start).not.toThrow(/short/);
  });

  it("both may be what they are for trying things out", () => {
    const demo = { ...settings, BROADSHEET_MODE: "demo", ENCRYPTION_KEY: "short", INNGEST_DEV: "1" };
    expect(readEnv(demo)).toMatchObject({ encryptionKey: "short" });
  });
});

it("a folder of fonts that is not there is said at the start", () => {
  expect(() => readEnv({ ...settings, FONTS_DIR: "/nowhere/fonts" })).toThrow(
    /FONTS_DIR: "\/nowhere\/fonts" is not a folder/,
  );
  expect(readEnv({ ...settings, FONTS_DIR: "" })).not.toHaveProperty("fontsFolder", expect.anything());
  expect(readEnv({ ...settings, FONTS_DIR: "lib" }).fontsFolder).toBe(path.resolve("lib"));
});

describe("the session's cookie", () => {
  it.each([
    ["https://reports.harbor.example", true],
    ["http://localhost:3000", false],
  ])("of %s is for HTTPS alone: %s", async (appUrl, isSecure) => {
    vi.resetModules();
    for (const [name, value] of Object.entries({ ...settings, APP_URL: appUrl })) vi.stubEnv(name, value);
    const { authOptions } = await import("@/lib/auth/options");
    expect(authOptions().useSecureCookies).toBe(isSecure);
    vi.unstubAllEnvs();
  });
});
