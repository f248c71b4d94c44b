import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { addressOf } from "./addresses";
import { smtpFailure } from "./smtp-failure";
import type { MailMessage, MailTransport } from "./types";

const TIMEOUTS = {
  connectionTimeout: 20_000,
  greetingTimeout: 20_000,
  socketTimeout: 60_000,
  dnsTimeout: 20_000,
};

/**
 * SMTP knows no key: an attempt that broke after the whole text was handed over may have been accepted. The
 * connection is driven step by step, because nodemailer's own transport does not tell those attempts apart.
 */
export function createSmtpTransport(settings: { url: string }): MailTransport {
  return {
    name: "smtp",
    idempotent: false,
    async send(message, { idempotencyKey }) {
      const messageId = messageIdOf(idempotencyKey, message.from);
      const mime = await compile(message, messageId);
      await deliver(settings.url, message, mime);
      return { providerMessageId: messageId };
    },
  };
}

/** The same for every attempt: a server or a reader that sees two can tell that they are one. */
function messageIdOf(idempotencyKey: string, from: string): string {
  const domain = addressOf(from).split("@")[1] ?? "localhost";
  return `<${createHash("sha256").update(idempotencyKey).digest("hex").slice(0, 32)}@${domain}>`;
}

function compile(message: MailMessage, messageId: string): Promise<Buffer> {
  const { attachments, ...mail } = message;
  const parts = attachments.map(({ fileName, contentType, content, contentId }) => ({
    filename: fileName,
    contentType,
    content,
    ...(contentId ? { cid: contentId } : {}),
  }));
  return new MailComposer({ ...mail, messageId, attachments: parts }).compile().build();
}

async function deliver(url: string, message: MailMessage, mime: Buffer): Promise<void> {
  const { auth, ...options } = parseConnectionUrl(url);
  const connection = new SMTPConnection({ ...TIMEOUTS, ...options });
  let handedOver = false;
  // Read only once the server has asked for the text, so its end tells that the whole of it was handed over.
  const text = Readable.from([mime]).once("end", () => {
    handedOver = true;
  });
  const envelope = { from: addressOf(message.from), to: [message.to], size: mime.length };
  try {
    await new Promise<void>((resolve, reject) => {
      const next = (step: () => void) => (error?: Error | null) => (error ? reject(error) : step());
      const send = () => connection.send(envelope, text, next(resolve));
      connection.once("error", reject);
      connection.connect(next(auth?.user ? () => connection.login(auth, next(send)) : send));
    });
    connection.quit();
  } catch (error) {
    connection.close();
    throw smtpFailure(error, { handedOver });
  }
}
