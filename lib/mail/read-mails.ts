import { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type Prisma, withTransaction } from "@/lib/db";
import { env } from "@/lib/env";
import { NotFoundError } from "@/lib/errors";
import { ListMailsInput, MailAttachmentInput, type MailDto, MailIdInput, type MailList } from "./schemas";

/** Mails of the outbox, the newest first. */
export async function listMails(
  ctx: RequestContext,
  input: z.input<typeof ListMailsInput> = {},
): Promise<MailList> {
  requirePermission(ctx, "mail:read");
  const { search, limit, after } = ListMailsInput.parse(input);
  const contains = { contains: search, mode: "insensitive" } as const;
  const where: Prisma.OutboxMailWhereInput = {
    workspaceId: ctx.workspace.id,
    ...(search ? { OR: [{ to: contains }, { subject: contains }] } : {}),
  };

  return withTransaction(ctx, async (tx) => {
    const rows = await tx.outboxMail.findMany({
      where,
      select: {
        id: true,
        to: true,
        subject: true,
        createdAt: true,
        _count: { select: { attachments: { where: { contentId: null } } } },
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    });
    const mails = rows.slice(0, limit).map(({ _count, createdAt, ...mail }) => ({
      ...mail,
      createdAt: createdAt.toISOString(),
      attachmentCount: _count.attachments,
    }));
    return { mails, hasMore: rows.length > limit, transport: env().mail.transport };
  });
}

/** One mail with the list of its attachments. */
export async function getMail(ctx: RequestContext, input: z.input<typeof MailIdInput>): Promise<MailDto> {
  requirePermission(ctx, "mail:read");
  const { mailId } = MailIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const mail = await tx.outboxMail.findFirst({
      where: { id: mailId, workspaceId: ctx.workspace.id },
      select: {
        id: true,
        from: true,
        to: true,
        subject: true,
        html: true,
        text: true,
        headers: true,
        createdAt: true,
      },
    });
    if (!mail) throw new NotFoundError("mail");
    // The contents stay in the database; only their length is read.
    const attachments = await tx.$queryRaw<MailDto["attachments"]>`
      SELECT id, file_name AS "fileName", content_type AS "contentType", content_id AS "contentId",
        octet_length(content) AS bytes
      FROM outbox_attachments WHERE workspace_id = ${ctx.workspace.id}::uuid AND mail_id = ${mail.id}::uuid
      ORDER BY content_id NULLS FIRST, file_name`;
    return {
      ...mail,
      createdAt: mail.createdAt.toISOString(),
      headers: z.record(z.string(), z.string()).parse(mail.headers),
      attachments,
    };
  });
}

/** The bytes of one attachment or inline image. */
export async function getAttachment(
  ctx: RequestContext,
  input: z.input<typeof MailAttachmentInput>,
): Promise<{ fileName: string; contentType: string; bytes: Buffer }> {
  requirePermission(ctx, "mail:read");
  const { mailId, attachmentId } = MailAttachmentInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const attachment = await tx.outboxAttachment.findFirst({
      where: { id: attachmentId, mailId, workspaceId: ctx.workspace.id },
      select: { fileName: true, contentType: true, content: true },
    });
    if (!attachment) throw new NotFoundError("attachment");
    const { fileName, contentType, content } = attachment;
    return { fileName, contentType, bytes: Buffer.from(content) };
  });
}
