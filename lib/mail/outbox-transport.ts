import { withWorkspace } from "@/lib/db";
import type { MailTransport } from "./types";

/**
 * The default: mails are kept in the database, to be read at /mail. The key is unique, so a second send finds the
 * first and returns it.
 */
export const outboxTransport: MailTransport = {
  name: "outbox",
  idempotent: true,
  send: (message, { idempotencyKey, workspaceId }) =>
    withWorkspace(workspaceId, async (tx) => {
      const { attachments, ...mail } = message;
      const { count } = await tx.outboxMail.createMany({
        data: [{ ...mail, workspaceId, idempotencyKey }],
        skipDuplicates: true,
      });
      const { id } = await tx.outboxMail.findUniqueOrThrow({
        where: { idempotencyKey },
        select: { id: true },
      });
      if (count === 1)
        await tx.outboxAttachment.createMany({
          data: attachments.map(({ content, ...part }) => ({
            ...part,
            workspaceId,
            mailId: id,
            content: new Uint8Array(content),
          })),
        });
      return { providerMessageId: id };
    }),
};
