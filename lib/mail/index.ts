export { oneLine, senderAddress } from "./addresses";
export { encodedSize, fitAttachments } from "./encoded-size";
export { type MailFailureKind, mailFailure, mailFailureKind } from "./mail-failure";
export { getAttachment, getMail, listMails } from "./read-mails";
export { createMailTransport, mailTransport } from "./transport";
export type { MailAttachment, MailMessage, MailTransport, SendOptions } from "./types";
