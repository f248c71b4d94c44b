import type { z } from "zod";
import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { InvalidInputError } from "@/lib/errors";
import { domainRefusal } from "./allowed-domains";
import type { ListMemberInput } from "./schemas";

type Member = z.output<typeof ListMemberInput>;

/** Rows per statement: a statement holds at most 65,535 values. */
const MEMBERS_PER_INSERT = 5_000;

export async function allowedDomains(tx: Tx, ctx: RequestContext): Promise<string[]> {
  const { allowedRecipientDomains } = await tx.workspace.findUniqueOrThrow({
    where: { id: ctx.workspace.id },
    select: { allowedRecipientDomains: true },
  });
  return allowedRecipientDomains;
}

/** Throws InvalidInputError naming each member's field that is a repeat or outside the allowed domains. */
export async function checkMembers(tx: Tx, ctx: RequestContext, members: Member[]): Promise<void> {
  const domains = await allowedDomains(tx, ctx);
  const fields: Record<string, string> = {};
  const seen = new Set<string>();
  for (const [index, { email }] of members.entries()) {
    const problem = seen.has(email)
      ? `${email} is on the list twice. Remove one.`
      : domainRefusal(email, domains);
    if (problem) fields[`members.${index}.email`] = problem;
    seen.add(email);
  }
  const problems = Object.values(fields);
  if (problems.length === 0) return;
  const rest = problems.length > 3 ? ` And ${problems.length - 3} more.` : "";
  throw new InvalidInputError(`${problems.slice(0, 3).join(" ")}${rest}`, { fields });
}

/** Makes the list hold exactly these members. A member who stays keeps their state. */
export async function writeMembers(
  tx: Tx,
  ctx: RequestContext,
  listId: string,
  members: Member[],
): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const kept = await tx.distributionListMember.findMany({
    where: { workspaceId, listId },
    select: { email: true, name: true },
  });
  const wanted = new Map(members.map((member) => [member.email, member.name]));
  const gone = kept.filter(({ email }) => !wanted.has(email)).map(({ email }) => email);
  if (gone.length > 0)
    await tx.distributionListMember.deleteMany({ where: { workspaceId, listId, email: { in: gone } } });
  const known = new Map(kept.map((member) => [member.email, member.name]));
  for (const { email, name } of members)
    if (known.has(email) && known.get(email) !== name)
      await tx.distributionListMember.update({
        where: { listId_email: { listId, email }, workspaceId },
        data: { name },
      });
  const added = members.filter(({ email }) => !known.has(email));
  for (let start = 0; start < added.length; start += MEMBERS_PER_INSERT)
    await tx.distributionListMember.createMany({
      data: added
        .slice(start, start + MEMBERS_PER_INSERT)
        .map(({ email, name }) => ({ workspaceId, listId, email, name })),
    });
}
