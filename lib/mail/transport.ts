import { env, type MailSettings } from "@/lib/env";
import { assertNever } from "@/lib/errors";
import { outboxTransport } from "./outbox-transport";
import type { MailTransport } from "./types";

let chosen: Promise<MailTransport> | undefined;

/** How this process sends mail: kept in the outbox unless RESEND_API_KEY or SMTP_URL is set. */
export function mailTransport(): Promise<MailTransport> {
  chosen ??= createMailTransport(env().mail);
  return chosen;
}

/** Loaded when chosen: a process that sends nothing loads no provider's library. */
export async function createMailTransport(settings: MailSettings): Promise<MailTransport> {
  switch (settings.transport) {
    case "outbox":
      return outboxTransport;
    case "resend":
      return (await import("./resend-transport")).createResendTransport(settings);
    case "smtp":
      return (await import("./smtp-transport")).createSmtpTransport(settings);
    default:
      return assertNever(settings);
  }
}
