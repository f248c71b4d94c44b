import { createCipheriv, randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyId, type Keyring, purposeKey, rewrapWith, sealWith, unsealWith } from "./envelope";

const OLD: Keyring = { present: "the old key", former: [] };
const BOTH: Keyring = { present: "the new key", former: ["an older key", "the old key"] };
const NEW: Keyring = { present: "the new key", former: [] };
const PURPOSE = "data-source:1";

/** As texts were sealed before each had a data key of its own. */
function sealV1(key: string, plain: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", purposeKey(key, PURPOSE), iv);
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return ["v1", ...[iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))].join(".");
}

describe("a sealed text", () => {
  it("opens to what was sealed, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.string({ minLength: 1 }),
        fc.string(),
        (plain, key, purpose) => {
          const ring = { present: key, former: [] };
          expect(unsealWith(ring, sealWith(ring, plain, purpose), purpose)).toBe(
            Buffer.from(plain).toString(),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it("names its key, and shares neither data key nor anything else with another", () => {
    const [one, two] = [sealWith(OLD, "s3cret", PURPOSE), sealWith(OLD, "s3cret", PURPOSE)].map((text) =>
      text.split("."),
    );
    expect(one?.slice(0, 2)).toEqual(["v2", keyId(OLD.present)]);
    expect(one).toHaveLength(6);
    for (const index of [2, 3, 4, 5]) expect(one?.[index]).not.toBe(two?.[index]);
    expect(keyId("the old key")).toMatch(/^[\w-]{8}$/);
    expect(keyId("the old key")).not.toBe(keyId("the new key"));
  });

  it("does not open when any character of it was changed", () => {
    const sealed = sealWith(OLD, "s3cret", PURPOSE);
    for (let index = 0; index < sealed.length; index += 1) {
      const other = sealed[index] === "A" ? "B" : "A";
      const altered = sealed.slice(0, index) + other + sealed.slice(index + 1);
      // The last character of a part may carry bits that are no data.
      if (sameBytes(altered, sealed)) continue;
      expect(() => unsealWith(OLD, altered, PURPOSE), `at ${index}`).toThrow(/cannot be read/);
    }
  });

  it("does not open with parts of another, shortened tags, or as the other version", () => {
    const one = sealWith(OLD, "s3cret", PURPOSE).split(".");
    const two = sealWith(OLD, "another", PURPOSE).split(".");
    const mixed = [
      [...one.slice(0, 3), ...two.slice(3)],
      [...one.slice(0, 4), one[4]?.slice(0, 6) ?? "", one[5] ?? ""],
      ["v1", ...one.slice(3)],
      ["v3", ...one.slice(1)],
      one.slice(0, 5),
      [...one, "AAAA"],
      [],
    ];
    for (const parts of mixed)
      expect(() => unsealWith(OLD, parts.join("."), PURPOSE)).toThrow(/cannot be read/);
  });

  it("opens for its purpose and with its key alone, and says nothing of the content", () => {
    const sealed = sealWith(OLD, "s3cret", PURPOSE);
    for (const open of [
      () => unsealWith(OLD, sealed, "data-source:2"),
      () => unsealWith(NEW, sealed, PURPOSE),
    ]) {
      expect(open).toThrow(/cannot be read/);
      expect(open).not.toThrow(/s3cret/);
    }
  });

  it("of the former version opens with any known key", () => {
    expect(unsealWith(OLD, sealV1("the old key", "s3cret"), PURPOSE)).toBe("s3cret");
    expect(unsealWith(BOTH, sealV1("the old key", "s3cret"), PURPOSE)).toBe("s3cret");
    expect(() => unsealWith(NEW, sealV1("the old key", "s3cret"), PURPOSE)).toThrow(/cannot be read/);
  });
});

describe("changing the key", () => {
  it("wraps the data key anew and leaves the text as it is", () => {
    const sealed = sealWith(OLD, "s3cret", PURPOSE);
    expect(unsealWith(BOTH, sealed, PURPOSE)).toBe("s3cret");
    const rewrapped = rewrapWith(BOTH, sealed, PURPOSE) ?? "";
    expect(rewrapped.split(".").slice(3)).toEqual(sealed.split(".").slice(3));
    expect(rewrapped.split(".")[1]).toBe(keyId("the new key"));
    expect(unsealWith(NEW, rewrapped, PURPOSE)).toBe("s3cret");
    expect(() => unsealWith(OLD, rewrapped, PURPOSE)).toThrow(/cannot be read/);
  });

  it("has nothing to do the second time", () => {
    const rewrapped = rewrapWith(BOTH, sealWith(OLD, "s3cret", PURPOSE), PURPOSE) ?? "";
    expect(rewrapWith(BOTH, rewrapped, PURPOSE)).toBeNull();
    expect(rewrapWith(NEW, rewrapped, PURPOSE)).toBeNull();
  });

  it("brings former texts to the present version", () => {
    const rewrapped = rewrapWith(BOTH, sealV1("the old key", "s3cret"), PURPOSE) ?? "";
    expect(rewrapped).toMatch(/^v2\./);
    expect(unsealWith(NEW, rewrapped, PURPOSE)).toBe("s3cret");
  });

  it("finds texts that are broken, also those under the present key", () => {
    const sealed = sealWith(NEW, "s3cret", PURPOSE);
    const broken = [...sealed.split(".").slice(0, 5), "AAAAAAAA"].join(".");
    expect(() => rewrapWith(NEW, broken, PURPOSE)).toThrow(/cannot be read/);
    expect(() => rewrapWith(NEW, sealWith(OLD, "s3cret", PURPOSE), PURPOSE)).toThrow(/cannot be read/);
  });
});

function sameBytes(one: string, other: string): boolean {
  const read = (text: string) =>
    text.split(".").map((part) => Buffer.from(part, "base64url").toString("hex"));
  return one.slice(0, 11) === other.slice(0, 11) && read(one).join() === read(other).join();
}
