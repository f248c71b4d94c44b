import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "@/lib/crypto";
import { withOwner } from "../../tests/support/database";
import { verifySignIn } from "./verify-sign-in";

const now = new Date("2026-11-20T08:00:00Z");
const address = "192.0.2.1";

async function createUser(fields: { deactivated?: boolean } = {}): Promise<string> {
  const email = `${randomUUID()}@people.example`;
  const hash = await hashPassword("correct horse");
  await withOwner((client) =>
    client.query(
      "INSERT INTO users (id, email, name, password_hash, deactivated_at) VALUES ($1, $2, 'A person', $3, $4)",
      [randomUUID(), email, hash, fields.deactivated ? now : null],
    ),
  );
  return email;
}

describe("verifySignIn", () => {
  let email: string;
  beforeAll(async () => {
    email = await createUser();
  });

  it("accepts the right password, whatever the case of the address", async () => {
    const user = await verifySignIn(
      { email: ` ${email.toUpperCase()} `, password: "correct horse", address },
      now,
    );
    expect(user).toMatchObject({ email, sessionVersion: 1 });
  });

  it("answers alike for an unknown person, a wrong password and a deactivated person", async () => {
    const gone = await createUser({ deactivated: true });
    expect(await verifySignIn({ email, password: "wrong", address }, now)).toBeNull();
    expect(
      await verifySignIn({ email: "nobody@people.example", password: "wrong", address }, now),
    ).toBeNull();
    expect(await verifySignIn({ email: gone, password: "correct horse", address }, now)).toBeNull();
  });

  it("limits failures per address of a person, also with the right password, for 15 minutes", async () => {
    const target = await createUser();
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect(await verifySignIn({ email: target, password: "guess", address }, now)).toBeNull();
    await expect(
      verifySignIn({ email: target, password: "correct horse", address }, now),
    ).rejects.toMatchObject({ code: "rate_limited" });
    const later = new Date(now.getTime() + 16 * 60_000);
    expect(await verifySignIn({ email: target, password: "correct horse", address }, later)).toMatchObject({
      email: target,
    });
  });
});
