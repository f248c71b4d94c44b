import type { RequestContext } from "@/lib/context";
import type { Tx } from "@/lib/db";
import { InvalidInputError } from "@/lib/errors";
import { domainRefusal } from "./allowed-domains";
import { allowedDomains } from "./members";
import { mergeRecipients } from "./merge-recipients";
import type { Recipients, ResolvedRecipient } from "./schemas";

/**
 * Everybody a run sends to, one entry per address (To wins over Cc over Bcc), without inactive members.
 * Who may not receive is kept and marked (`blocked`), so that the delivery log can say why nothing was sent.
 * With `testTo` only that person, whatever the recipients are.
 */
export async function resolveRecipients(
  ctx: RequestContext,
  tx: Tx,
  recipients: Recipients,
  options: { testTo?: { email: string; name: string } } = {},
): Promise<ResolvedRecipient[]> {
  const { testTo } = options;
  const candidates = testTo
    ? [
        {
          ...testTo,
          email: testTo.email.toLowerCase(),
          kind: "TO" as const,
          reason: "You asked for this test.",
        },
      ]
    : await expand(ctx, tx, recipients);
  const merged = mergeRecipients(candidates);
  const blocks = await findBlocks(
    ctx,
    tx,
    merged.map(({ email }) => email),
  );
  return merged.map((recipient) => ({ ...recipient, blocked: blocks.get(recipient.email) ?? null }));
}

/** How many different addresses each of the given recipients stands for now. */
export async function countRecipients(ctx: RequestContext, tx: Tx, all: Recipients[]): Promise<number[]> {
  const lists = await liveLists(ctx, tx, all.flat());
  return all.map((recipients) => {
    const emails = recipients.flatMap((entry) =>
      entry.type === "address"
        ? [entry.email]
        : (lists.get(entry.listId)?.members ?? []).map(({ email }) => email),
    );
    return new Set(emails).size;
  });
}

/** Why addresses may not receive now: on the suppression list, or outside the allowed domains. Absent means they may. */
export async function findBlocks(
  ctx: RequestContext,
  tx: Tx,
  emails: string[],
): Promise<Map<string, NonNullable<ResolvedRecipient["blocked"]>>> {
  const domains = await allowedDomains(tx, ctx);
  const suppressions = await tx.suppression.findMany({
    where: { workspaceId: ctx.workspace.id, email: { in: emails } },
    select: { email: true, reason: true },
  });
  const suppressed = new Map(suppressions.map(({ email, reason }) => [email, reason]));
  const blocks = new Map<string, NonNullable<ResolvedRecipient["blocked"]>>();
  for (const email of emails) {
    const refusal = domainRefusal(email, domains);
    const reason = suppressed.get(email);
    if (reason) blocks.set(email, { state: "SUPPRESSED", why: suppressionText(email, reason) });
    else if (refusal) blocks.set(email, { state: "FAILED", why: refusal });
  }
  return blocks;
}

/**
 * Checked when recipients are saved: every list exists in this workspace, every plain address is in an allowed
 * domain. Throws InvalidInputError naming each entry that is wrong.
 */
export async function checkRecipients(ctx: RequestContext, tx: Tx, recipients: Recipients): Promise<void> {
  const domains = await allowedDomains(tx, ctx);
  const lists = await liveLists(ctx, tx, recipients);
  const fields: Record<string, string> = {};
  for (const [index, entry] of recipients.entries()) {
    if (entry.type === "list") {
      if (!lists.has(entry.listId))
        fields[`recipients.${index}.listId`] =
          "This list does not exist, or you cannot see it. Choose another list.";
      continue;
    }
    const refusal = domainRefusal(entry.email, domains);
    if (refusal)
      fields[`recipients.${index}.email`] =
        `${refusal} Choose another address, or ask an admin to allow its domain.`;
  }
  const problems = [...new Set(Object.values(fields))];
  if (problems.length > 0) throw new InvalidInputError(problems.slice(0, 3).join(" "), { fields });
}

async function expand(ctx: RequestContext, tx: Tx, recipients: Recipients) {
  const lists = await liveLists(ctx, tx, recipients);
  return recipients.flatMap((entry) => {
    const { kind } = entry;
    if (entry.type === "address")
      return [
        {
          email: entry.email,
          name: "",
          kind,
          reason: "You receive this because your address is on its schedule.",
        },
      ];
    const list = lists.get(entry.listId);
    const reason = `You receive this because you are on the list ${list?.name}.`;
    return (list?.members ?? []).map(({ email, name }) => ({ email, name, kind, reason }));
  });
}

async function liveLists(ctx: RequestContext, tx: Tx, recipients: Recipients) {
  const ids = recipients.flatMap((entry) => (entry.type === "list" ? [entry.listId] : []));
  const lists = await tx.distributionList.findMany({
    where: { workspaceId: ctx.workspace.id, id: { in: ids }, deletedAt: null },
    select: {
      id: true,
      name: true,
      members: { where: { state: "ACTIVE" }, select: { email: true, name: true }, orderBy: { email: "asc" } },
    },
  });
  return new Map(lists.map((list) => [list.id, list]));
}

function suppressionText(email: string, reason: string): string {
  const why: Record<string, string> = {
    BOUNCE: "an earlier mail came back",
    COMPLAINT: "a mail was marked as spam",
    UNSUBSCRIBE: "this person unsubscribed",
    ADMIN: "an admin stopped mails to it",
  };
  return `${email} is on the suppression list: ${why[reason] ?? reason.toLowerCase()}.`;
}
