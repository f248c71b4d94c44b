import { randomUUID } from "node:crypto";
import type pg from "pg";
import { DEMO_PASSWORD } from "@/lib/auth/demo-accounts";
import type { RequestContext } from "@/lib/context";
import { hashPassword } from "@/lib/crypto";
import { DEMO_PEOPLE, DEMO_WORKSPACES } from "./people";
import type { DemoWorkspace } from "./types";

export type DemoContexts = {
  /** A context of the workspace's member with the role. */
  contextOf(workspace: DemoWorkspace, email: string, now: Date): RequestContext;
};

/** The demo people, workspaces, departments and memberships. They are marked, so that production refuses them. */
export async function createPeople(client: pg.ClientBase): Promise<DemoContexts> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const userIds = new Map<string, string>();
  const workspaceIds = new Map<string, string>();
  for (const person of DEMO_PEOPLE) {
    const id = randomUUID();
    userIds.set(person.email, id);
    await client.query(
      "INSERT INTO users (id, email, name, password_hash, is_demo) VALUES ($1, $2, $3, $4, true)",
      [id, person.email, person.name, passwordHash],
    );
  }
  for (const workspace of DEMO_WORKSPACES)
    workspaceIds.set(workspace.slug, await createWorkspace(client, workspace, userIds));
  return {
    contextOf: (workspace, email, now) => contextOf({ userIds, workspaceIds }, workspace, email, now),
  };
}

async function createWorkspace(
  client: pg.ClientBase,
  workspace: DemoWorkspace,
  userIds: Map<string, string>,
): Promise<string> {
  const id = randomUUID();
  await client.query(
    "INSERT INTO workspaces (id, slug, name, zone, locale, is_demo) VALUES ($1, $2, $3, $4, $5, true)",
    [id, workspace.slug, workspace.name, workspace.zone, workspace.locale],
  );
  const departmentIds = new Map<string, string>();
  for (const name of workspace.departments) {
    const departmentId = randomUUID();
    departmentIds.set(name, departmentId);
    await client.query("INSERT INTO departments (id, workspace_id, name) VALUES ($1, $2, $3)", [
      departmentId,
      id,
      name,
    ]);
  }
  for (const member of workspace.members)
    await client.query(
      "INSERT INTO memberships (id, workspace_id, user_id, role, job_role, department_id) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        randomUUID(),
        id,
        userIds.get(member.email),
        member.role,
        member.jobRole,
        departmentIds.get(member.department),
      ],
    );
  return id;
}

function contextOf(
  ids: { userIds: Map<string, string>; workspaceIds: Map<string, string> },
  workspace: DemoWorkspace,
  email: string,
  now: Date,
): RequestContext {
  const member = workspace.members.find((entry) => entry.email === email);
  const person = DEMO_PEOPLE.find((entry) => entry.email === email);
  const userId = ids.userIds.get(email);
  const workspaceId = ids.workspaceIds.get(workspace.slug);
  if (!member || !person || !userId || !workspaceId) throw new Error(`${email} is not in ${workspace.slug}.`);
  const { slug, name, zone, locale } = workspace;
  return {
    // Monday, as the column defaults to.
    workspace: { id: workspaceId, slug, name, zone, locale, weekStartsOn: 1 },
    actor: { kind: "user", userId, name: person.name, email, role: member.role },
    now: () => now,
    requestId: "seed",
  };
}
