import type { AppError } from "@/lib/errors";
import { type MailFailureKind, mailFailure } from "./mail-failure";

/** What nodemailer's connection puts on its errors. */
type SmtpError = { code?: string; responseCode?: number; response?: string; message?: string };

/** Errors about this mail or its address, raised before the server was asked. */
const OWN_REFUSALS = new Set(["EENVELOPE", "EMESSAGE"]);

/**
 * What a failed attempt means. `handedOver`: the server had the whole text, so without its answer nobody knows
 * whether it took the mail.
 */
export function smtpFailure(error: unknown, { handedOver }: { handedOver: boolean }): AppError {
  const smtp = error as SmtpError;
  const kind = kindOf(smtp, handedOver);
  return mailFailure(kind, `${SENTENCES[kind]} ${answerOf(smtp)}`, error);
}

function kindOf({ code, responseCode }: SmtpError, handedOver: boolean): MailFailureKind {
  // A refused sign-in is about us, not about this mail: an admin may put it right meanwhile.
  if (code === "EAUTH") return "retriable";
  // RFC 5321, 4.2.1: 4yz may be tried again, 5yz may not.
  if (responseCode !== undefined && responseCode >= 400)
    return responseCode < 500 ? "retriable" : "permanent";
  if (handedOver) return "uncertain";
  return OWN_REFUSALS.has(code ?? "") ? "permanent" : "retriable";
}

const SENTENCES: Record<MailFailureKind, string> = {
  retriable: "The mail server did not take the mail:",
  permanent: "The mail server refused the mail:",
  uncertain: "The connection broke before the mail server confirmed the mail:",
};

function answerOf({ response, message }: SmtpError): string {
  const answer = (response || message || "no answer").replace(/\s+/g, " ").trim();
  return answer.endsWith(".") ? answer : `${answer}.`;
}
