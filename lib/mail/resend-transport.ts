import { Resend } from "resend";
import { mailFailure, type MailFailureKind } from "./mail-failure";
import type { MailTransport } from "./types";

/** Resend's HTTP API. It keeps a key for 24 hours; within them a second send with it sends nothing. */
export function createResendTransport(settings: { apiKey: string; baseUrl?: string }): MailTransport {
  const client = new Resend(settings.apiKey, settings.baseUrl ? { baseUrl: settings.baseUrl } : undefined);
  return {
    name: "resend",
    idempotent: true,
    async send(message, { idempotencyKey }) {
      const { attachments, ...mail } = message;
      const files = attachments.map(({ fileName, contentType, content, contentId }) => ({
        filename: fileName,
        contentType,
        content: content.toString("base64"),
        ...(contentId ? { contentId } : {}),
      }));
      const { data, error } = await client.emails.send({ ...mail, attachments: files }, { idempotencyKey });
      if (error) throw mailFailure(kindOf(error), failureText(error), error);
      return { providerMessageId: data.id };
    },
  };
}

type ResendError = { name: string; statusCode: number | null; message: string };

function kindOf({ name, statusCode }: ResendError): MailFailureKind {
  // The key was used for another text before: that mail left, whether it was the same one cannot be known.
  if (name === "invalid_idempotent_request") return "uncertain";
  if (name === "concurrent_idempotent_requests") return "retriable";
  // A wrong key or an unverified sender is about us, not about this mail: an admin may put it right meanwhile.
  if (statusCode === null || statusCode >= 500 || [401, 403, 429].includes(statusCode)) return "retriable";
  return "permanent";
}

function failureText({ statusCode, message }: ResendError): string {
  return statusCode === null
    ? "Resend could not be reached. Check the network and RESEND_BASE_URL."
    : `Resend refused the mail (${statusCode}): ${message}`;
}
