import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { mailTransport, oneLine, senderAddress } from "@/lib/mail";
import { renderEmail } from "@/lib/render";
import type { PendingNotice } from "./record-notice";

/**
 * Mails what was recorded, after its transaction. Best effort: the notice stands in the application already, and
 * a provider that is down must not fail the job that reports it.
 */
export async function mailNotices(ctx: RequestContext, pending: (PendingNotice | null)[]): Promise<void> {
  for (const entry of pending) {
    if (!entry || entry.people.length === 0) continue;
    try {
      await mailNotice(ctx, entry);
    } catch (error) {
      const fields = { workspaceId: ctx.workspace.id, kind: entry.notice.kind };
      log.warn("A notice could not be mailed; it stands in the application.", fields, error);
    }
  }
}

async function mailNotice(ctx: RequestContext, { notice, href, people }: PendingNotice): Promise<void> {
  const action = { label: "Open in Broadsheet", url: `${env().appUrl}${href}` };
  const parts = await renderEmail({
    template: "notice",
    input: { title: notice.title, paragraphs: [notice.body], action },
  });
  const { senderName } = await withTransaction(ctx, (tx) =>
    tx.workspace.findUniqueOrThrow({ where: { id: ctx.workspace.id }, select: { senderName: true } }),
  );
  const transport = await mailTransport();
  for (const { userId, email } of people)
    await transport.send(
      {
        ...parts,
        from: senderAddress(env().mailFrom, senderName),
        to: email,
        subject: oneLine(notice.title),
        headers: { "Auto-Submitted": "auto-generated" },
        attachments: [],
      },
      { workspaceId: ctx.workspace.id, idempotencyKey: `notice:${notice.key}:${userId}` },
    );
}
