/** Every test makes its own world: a workspace with people, all with unique names. */
import { randomUUID } from "node:crypto";
import type { RequestContext, Role } from "@/lib/context";
import { withOwner } from "./database";

let counter = 0;

export type TestWorkspace = {
  id: string;
  slug: string;
  /** A context of a person with the role; made on first use. */
  as(role: Role): RequestContext;
  system(): RequestContext;
  clock: { set(iso: string): void; now(): Date };
};

/** A workspace with one person per role. The clock stands still until it is set. */
export async function createWorkspace(
  options: { zone?: string; locale?: string } = {},
): Promise<TestWorkspace> {
  counter += 1;
  const id = randomUUID();
  const slug = `ws-${counter}-${id.slice(0, 8)}`;
  const zone = options.zone ?? "Europe/Berlin";
  const locale = options.locale ?? "en-GB";
  const people = new Map<Role, { userId: string; email: string }>();
  await withOwner(async (client) => {
    await client.query("INSERT INTO workspaces (id, slug, name, zone, locale) VALUES ($1, $2, $2, $3, $4)", [
      id,
      slug,
      zone,
      locale,
    ]);
    for (const role of ["OWNER", "ADMIN", "EDITOR", "VIEWER"] as const) {
      const userId = randomUUID();
      const email = `${role.toLowerCase()}@${slug}.example`;
      await client.query("INSERT INTO users (id, email, name) VALUES ($1, $2, $3)", [
        userId,
        email,
        `${role} of ${slug}`,
      ]);
      await client.query(
        "INSERT INTO memberships (id, workspace_id, user_id, role) VALUES ($1, $2, $3, $4)",
        [randomUUID(), id, userId, role],
      );
      people.set(role, { userId, email });
    }
  });
  let now = new Date("2026-11-20T08:00:00Z");
  const clock = { set: (iso: string) => void (now = new Date(iso)), now: () => now };
  const base = {
    workspace: { id, slug, name: slug, zone, locale, weekStartsOn: 1 },
    now: () => now,
    requestId: `test-${slug}`,
  };
  return {
    id,
    slug,
    clock,
    system: () => ({ ...base, actor: { kind: "system", name: "test" } }),
    as(role) {
      const person = people.get(role);
      if (!person) throw new Error(`no ${role}`);
      return {
        ...base,
        actor: { kind: "user", userId: person.userId, name: `${role} of ${slug}`, email: person.email, role },
      };
    },
  };
}
