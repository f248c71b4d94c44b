export type MailAttachment = {
  fileName: string;
  contentType: string;
  content: Buffer;
  /** Set for an inline image: the page refers to it as `cid:<contentId>`. */
  contentId?: string;
};

/** One mail to one person. */
export type MailMessage = {
  /** "Name <address>" */
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  attachments: MailAttachment[];
};

/** The one way a mail leaves. Chosen by the environment; see transport.ts. */
export type MailTransport = {
  name: "outbox" | "resend" | "smtp";
  /**
   * True when a second send with the same key is recognised and sends nothing: then an attempt whose end is not
   * known may be repeated.
   */
  idempotent: boolean;
  /**
   * Throws AppError `mail_failed` made by `mailFailure`: its details say whether another attempt may help
   * (`retriable`), and whether the mail may have left all the same (`uncertain`).
   */
  send(message: MailMessage, options: SendOptions): Promise<{ providerMessageId: string | null }>;
};

export type SendOptions = { idempotencyKey: string; workspaceId: string };
