import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { dependsOnReader } from "@/lib/queries/parameters/resolve";

/** What the workspace itself says of a person: nothing else may stand under these names. */
const OWN: ReadonlySet<string> = new Set(["email", "name", "role", "job_role", "department"]);

/** Of the attributes those that are said of nobody in the workspace, e.g. because they are misspelt. */
export async function attributesOfNobody(
  tx: Tx,
  ctx: RequestContext,
  attributes: readonly string[],
): Promise<string[]> {
  const others = attributes.filter((attribute) => !OWN.has(attribute));
  if (others.length === 0) return [];
  const found = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT name FROM memberships, jsonb_object_keys(attributes) AS name
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND deactivated_at IS NULL`;
  const known = new Set(found.map(({ name }) => name));
  return others.filter((attribute) => !known.has(attribute));
}

/**
 * What `{{me.…}}` stands for: the attributes of the person who reads, by name without `me.`. What is not known of
 * the person is absent. Throws InvalidInputError when nobody in particular reads.
 */
export async function readPerson(tx: Tx, ctx: RequestContext): Promise<Record<string, string>> {
  const { actor } = ctx;
  if (actor.kind !== "user") throw dependsOnReader();
  const membership = await tx.membership.findFirst({
    where: { workspaceId: ctx.workspace.id, userId: actor.userId, deactivatedAt: null },
    select: {
      role: true,
      jobRole: true,
      attributes: true,
      department: { select: { name: true } },
      user: { select: { email: true, name: true } },
    },
  });
  if (!membership) return {};
  const { role, jobRole, department, user, attributes } = membership;
  return {
    ...textsOf(attributes),
    email: user.email,
    name: user.name,
    role,
    ...(jobRole ? { job_role: jobRole } : {}),
    ...(department ? { department: department.name } : {}),
  };
}

/** Texts, numbers and yes or no; what has parts is no single value. */
function textsOf(attributes: unknown): Record<string, string> {
  if (typeof attributes !== "object" || attributes === null) return {};
  const entries = Object.entries(attributes).flatMap(([name, value]: [string, unknown]) =>
    !OWN.has(name) && ["string", "number", "boolean"].includes(typeof value)
      ? [[name, String(value)] as const]
      : [],
  );
  return Object.fromEntries(entries);
}
