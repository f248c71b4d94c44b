import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { RequestContext } from "@/lib/context";

/** A new workspace with one administrator, who is the actor. `slug` is a benchmark's own: all share one database. */
export async function createAdmin(owner: pg.Client, slug: string): Promise<RequestContext> {
  const [workspaceId, userId] = [randomUUID(), randomUUID()];
  await owner.query(
    "INSERT INTO workspaces (id, slug, name, zone, locale) VALUES ($1, $2, 'Bench', 'UTC', 'en-GB')",
    [workspaceId, slug],
  );
  const email = `${slug}@example.com`;
  await owner.query("INSERT INTO users (id, email, name) VALUES ($1, $2, 'Bench')", [userId, email]);
  await owner.query(
    "INSERT INTO memberships (id, workspace_id, user_id, role) VALUES ($1, $2, $3, 'ADMIN')",
    [randomUUID(), workspaceId, userId],
  );
  return {
    workspace: { id: workspaceId, slug, name: "Bench", zone: "UTC", locale: "en-GB", weekStartsOn: 1 },
    actor: { kind: "user", userId, name: "Bench", email, role: "ADMIN" },
    now: () => new Date(),
    requestId: "bench",
  };
}
