import { api } from "@/lib/http/api";
import { fileResponse } from "@/lib/http/file-response";
import { getAttachment } from "@/lib/mail";
import { MailAttachmentInput } from "@/lib/mail/schemas";

/** A file of a mail, or one of the images inside its text. */
export const GET = api({
  params: MailAttachmentInput,
  handler: async ({ ctx, params }) => fileResponse(await getAttachment(ctx, params)),
});
