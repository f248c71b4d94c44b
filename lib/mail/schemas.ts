/** Inputs and DTOs of the outbox, where mails are kept when no provider is set up. Client-safe. */
import { z } from "zod";

export const ListMailsInput = z.object({
  /** Part of an address or a subject. */
  search: z.string().trim().max(200).default(""),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Id of the last mail of the page before. */
  after: z.uuid().optional(),
});
export const MailIdInput = z.object({ mailId: z.uuid() });
export const MailAttachmentInput = z.object({ mailId: z.uuid(), attachmentId: z.uuid() });

export type MailSummary = {
  id: string;
  to: string;
  subject: string;
  createdAt: string;
  /** Files; images inside the text are not counted. */
  attachmentCount: number;
};
export type MailList = {
  mails: MailSummary[];
  hasMore: boolean;
  /** Only "outbox" keeps mails here; the others really send them. */
  transport: "outbox" | "resend" | "smtp";
};
export type MailDto = {
  id: string;
  from: string;
  to: string;
  subject: string;
  /** Refers to inline images as `cid:<contentId>`. */
  html: string;
  text: string;
  headers: Record<string, string>;
  createdAt: string;
  attachments: {
    id: string;
    fileName: string;
    contentType: string;
    contentId: string | null;
    bytes: number;
  }[];
};
