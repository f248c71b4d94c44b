/** Who is signed in, and who no longer is, whatever their cookie says. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { loadUser } from "@/lib/auth/current-user";
import { verifySignIn } from "@/lib/auth/verify-sign-in";
import { hashPassword } from "@/lib/crypto";
import { changeMemberRole, deactivateMember, listMembers } from "@/lib/members";
import { withOwner } from "../support/database";
import { createWorkspace, type TestWorkspace } from "../support/factories";

const now = new Date("2026-11-20T08:00:00Z");
const PASSWORD = "correct horse";
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});

async function createUser({ isDemo = false }: { isDemo?: boolean } = {}) {
  const id = randomUUID();
  const email = `${id}@people.example`;
  await withOwner((client) =>
    client.query("INSERT INTO users (id, email, name, password_hash, is_demo) VALUES ($1, $2, 'A', $3, $4)", [
      id,
      email,
      passwordHash,
      isDemo,
    ]),
  );
  return { id, email };
}

const userIdOf = (workspace: TestWorkspace, role: "EDITOR" | "VIEWER") => {
  const { actor } = workspace.as(role);
  if (actor.kind !== "user") throw new Error("No person.");
  return actor.userId;
};
const rolesOf = async (userId: string, version = 1) =>
  (await loadUser(userId, version))?.memberships.map(({ role }) => role);

async function memberIdOf(workspace: TestWorkspace, role: "EDITOR" | "VIEWER"): Promise<string> {
  const found = (await listMembers(workspace.as("OWNER"))).find((member) => member.role === role);
  if (!found) throw new Error(`No ${role}.`);
  return found.id;
}

describe("a session", () => {
  it("ends when the person is deactivated, and when their sessions are revoked", async () => {
    const { id } = await createUser();
    expect(await loadUser(id, 1)).toMatchObject({ id });
    expect(await loadUser(id, 0)).toBeNull();
    expect(await loadUser(id, 2)).toBeNull();
    expect(await loadUser(randomUUID(), 1)).toBeNull();
    await withOwner((client) => client.query("UPDATE users SET deactivated_at = now() WHERE id = $1", [id]));
    expect(await loadUser(id, 1)).toBeNull();
  });

  it("loses a workspace with the membership, at once and in every browser", async () => {
    const workspace = await createWorkspace();
    const userId = userIdOf(workspace, "EDITOR");
    expect(await rolesOf(userId)).toEqual(["EDITOR"]);
    await deactivateMember(workspace.as("OWNER"), { memberId: await memberIdOf(workspace, "EDITOR") });
    expect(await rolesOf(userId)).toBeUndefined();
    expect(await rolesOf(userId, 2)).toEqual([]);
  });

  it("has the role of now, not of the time of signing in", async () => {
    const workspace = await createWorkspace();
    const memberId = await memberIdOf(workspace, "EDITOR");
    await changeMemberRole(workspace.as("OWNER"), { memberId, role: "VIEWER" });
    expect(await rolesOf(userIdOf(workspace, "EDITOR"))).toEqual(["VIEWER"]);
  });

  it("holds no password hash", async () => {
    const { id } = await createUser();
    expect(JSON.stringify(await loadUser(id, 1))).not.toMatch(/scrypt|password/i);
  });
});

describe("two owners who take one another's role away at the same moment", () => {
  it("leave one", async () => {
    for (let time = 0; time < 5; time += 1) {
      const workspace = await createWorkspace();
      const owner = workspace.as("OWNER");
      const promoted = await memberIdOf(workspace, "EDITOR");
      await changeMemberRole(owner, { memberId: promoted, role: "OWNER" });
      const ids = (await listMembers(owner)).filter(({ role }) => role === "OWNER").map(({ id }) => id);
      expect(ids).toHaveLength(2);
      await Promise.allSettled(ids.map((memberId) => changeMemberRole(owner, { memberId, role: "ADMIN" })));
      expect((await listMembers(owner)).filter(({ role }) => role === "OWNER")).toHaveLength(1);
    }
  });
});

describe("signing in", () => {
  it("lets no more guesses through at once than one after another", async () => {
    const { email } = await createUser();
    const guesses = Array.from({ length: 14 }, () =>
      verifySignIn({ email, password: "guess", address: "203.0.113.7" }, now).catch(
        (error: { code: string }) => error.code,
      ),
    );
    const outcomes = await Promise.all(guesses);
    expect(outcomes.filter((outcome) => outcome === null).length).toBeLessThanOrEqual(10);
    expect(outcomes.filter((outcome) => outcome === "rate_limited").length).toBeGreaterThanOrEqual(4);
  });

  it("does not count an attempt that was refused unread, nor one with the right password", async () => {
    const { email } = await createUser();
    const attempt = { email, password: PASSWORD, address: "203.0.113.8" };
    for (let time = 0; time < 12; time += 1)
      expect(await verifySignIn(attempt, now)).toMatchObject({ email });
  });

  it("refuses a password that nobody types", async () => {
    const { email } = await createUser();
    const password = "x".repeat(2_000_000);
    expect(await verifySignIn({ email, password, address: "203.0.113.9" }, now)).toBeNull();
  });

  it("keeps neither address in the clear", async () => {
    const { email } = await createUser();
    await verifySignIn({ email, password: "guess", address: "203.0.113.10" }, now);
    const rows = await withOwner((client) => client.query("SELECT * FROM sign_in_attempts"));
    expect(rows.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows.rows)).not.toMatch(/people\.example|203\.0\.113/);
  });
});

describe("the people of the demo, in production", () => {
  it("neither sign in nor stay signed in, and are not offered", async () => {
    const { id, email } = await createUser({ isDemo: true });
    const attempt = { email, password: PASSWORD, address: "203.0.113.11" };
    expect(await verifySignIn(attempt, now)).toMatchObject({ email });
    expect(await loadUser(id, 1)).toMatchObject({ id });
    vi.resetModules();
    vi.stubEnv("BROADSHEET_MODE", "production");
    for (const name of ["ENCRYPTION_KEY", "NEXTAUTH_SECRET"]) vi.stubEnv(name, "x".repeat(32));
    const production = {
      ...(await import("@/lib/auth/current-user")),
      ...(await import("@/lib/auth/verify-sign-in")),
      ...(await import("@/lib/auth/demo-accounts")),
    };
    expect(await production.verifySignIn(attempt, now)).toBeNull();
    expect(await production.loadUser(id, 1)).toBeNull();
    expect(await production.demoAccountsForSignIn()).toEqual([]);
  });
});
